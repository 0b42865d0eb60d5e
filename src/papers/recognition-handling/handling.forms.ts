import { z } from 'zod'
import { choiceOf, manyOf, optionalText, requiredText, ticked } from '../../web/form.js'
import { refusalCodes } from '../recognitions/recognition.data.js'
import { checkResults, comparedFields } from '../source-checks/source-check.rules.js'

export const returnReasons = ['copy', 'number', 'occupation', 'county'] as const
export const lookUpForm = z
  .object({
    place: requiredText('recognitions.placeMissing', 60),
    result: choiceOf(checkResults, 'recognitions.resultMissing'),
    fields: manyOf(comparedFields, 'errors.notOffered'),
    note: optionalText(300),
  })
  .refine(({ result, fields }) => result !== 'facts-differ' || fields.length > 0, {
    path: ['fields'],
    message: 'recognitions.fieldsMissing',
  })
// Forms that stand on one page with the look-up name their texts otherwise, so that each keeps what was typed in it.
export const opinionForm = z.object({ bodyNotFiled: ticked, opinion: optionalText(500) })
export const decisionForm = z.object({
  act: z.enum(['grant', 'refuse'], 'errors.notOffered'),
  reasons: manyOf(refusalCodes, 'errors.notOffered'),
  text: optionalText(500),
})
export const resolveForm = z.object({
  act: choiceOf(['restore', 'revoke'], 'recognitions.resolveMissing'),
  grounds: requiredText('recognitions.groundsMissing', 500),
})
