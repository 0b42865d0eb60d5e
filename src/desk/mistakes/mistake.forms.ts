import { z } from 'zod'
import { optionalText, requiredLines, requiredText } from '../../web/form.js'

export const mistakeForm = z.object({
  page: optionalText(200),
  text: requiredLines('mistakes.textMissing', { min: 5 }),
  contact: optionalText(60),
})
export const outcomeForm = z.object({ outcome: requiredText('mistakes.outcomeMissing', 500) })
export const viewForm = z.object({ view: z.enum(['open', 'closed']).catch('open') })
