import { z } from 'zod'
import { choiceOf, requiredLines, requiredText } from '../../web/form.js'

export const decisionForm = z.object({
  verdict: choiceOf(['upheld', 'dismissed'], 'appeals.verdictMissing'),
  decision: requiredText('appeals.decisionMissing', 500),
})

export const appealForm = z.object({
  text: requiredLines('appeals.textMissing', { min: 10 }),
})
