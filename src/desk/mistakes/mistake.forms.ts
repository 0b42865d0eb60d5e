import { z } from 'zod'
import { cleanLines } from '../../shared/text.js'
import { optionalText, requiredText } from '../../web/form.js'

const lines = z
  .unknown()
  .transform((text) => cleanLines(typeof text === 'string' ? text : ''))
  .pipe(z.string().min(5, 'mistakes.textMissing').max(1000, 'errors.tooLong|max=1000'))
export const mistakeForm = z.object({ page: optionalText(200), text: lines, contact: optionalText(60) })
export const outcomeForm = z.object({ outcome: requiredText('mistakes.outcomeMissing', 500) })
export const viewForm = z.object({ view: z.enum(['open', 'closed']).catch('open') })
