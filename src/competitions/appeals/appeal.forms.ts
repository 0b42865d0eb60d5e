import { z } from 'zod'
import { cleanLines } from '../../shared/text.js'
import { choiceOf, requiredText } from '../../web/form.js'

export const decisionForm = z.object({
  verdict: choiceOf(['upheld', 'dismissed'], 'appeals.verdictMissing'),
  decision: requiredText('appeals.decisionMissing', 500),
})

export const appealForm = z.object({
  text: z.preprocess(
    (value) => (typeof value === 'string' ? cleanLines(value) : ''),
    z.string().min(10, 'appeals.textMissing').max(1000, 'errors.tooLong|max=1000'),
  ),
})
