import { z } from 'zod'
import { idDocumentTypes } from '../../shared/id-card.js'
import { threeCounties } from '../../shared/regions.js'
import { cleanText, isName, normaliseName } from '../../shared/text.js'
import { choiceOf, manyOf, optionalDay, optionalText, requiredDay, requiredText, ticked } from '../../web/form.js'
import { sourceFamilies, sourceRegions } from '../recognition-agreements/agreement.data.js'
import { checkResults, comparedFields } from '../source-checks/source-check.rules.js'
import { cleanSourceNumber, isSourceNumber } from '../source-registers/registry-row.rules.js'
import { recognitionStates, refusalCodes } from './recognition.data.js'

/** The paper as its holder reads it off. */
export const paperForm = z.object({
  region: choiceOf(sourceRegions, 'recognitions.regionMissing'),
  family: choiceOf(sourceFamilies, 'recognitions.familyMissing'),
  occupationId: requiredText('recognitions.occupationMissing', 40),
  level: choiceOf(['1', '2', '3', '4', '5', '6', '7', '8'], 'recognitions.levelMissing').transform(Number),
  number: requiredText('recognitions.numberMissing', 60).refine(
    (text) => isSourceNumber(cleanSourceNumber(text)),
    'recognitions.numberShape',
  ),
  issuer: requiredText('recognitions.issuerMissing', 60),
  issuedOn: requiredDay('recognitions.issuedOnMissing'),
  expiresOn: optionalDay('recognitions.expiresOnWrong'),
  county: choiceOf(threeCounties, 'recognitions.countyMissing'),
})
export const applicationForm = paperForm.extend({ agreed: ticked.refine((yes) => yes, 'recognitions.agreedMissing') })

/** Whoever applies for somebody else says whose paper it is. */
export const applicationForOtherForm = applicationForm.extend({
  name: requiredText('recognitions.nameMissing', 50).transform(normaliseName).refine(isName, 'recognitions.nameShape'),
  idType: choiceOf(idDocumentTypes, 'recognitions.idTypeMissing'),
  idNumber: requiredText('recognitions.idNumberMissing', 40),
  phone: optionalText(20),
})

export const reasonForm = z.object({ reason: requiredText('recognitions.reasonMissing', 300) })
export const lookUpForm = z
  .object({
    place: requiredText('recognitions.placeMissing', 60),
    result: choiceOf(checkResults, 'recognitions.resultMissing'),
    fields: manyOf(comparedFields, 'errors.checkField'),
    note: optionalText(300),
  })
  .refine(({ result, fields }) => result !== 'facts-differ' || fields.length > 0, {
    path: ['fields'],
    message: 'recognitions.fieldsMissing',
  })
export const opinionForm = z.object({ bodyNotFiled: ticked, note: optionalText(500) })
export const decisionForm = z.object({
  act: z.enum(['grant', 'refuse'], 'errors.checkField'),
  reasons: manyOf(refusalCodes, 'errors.checkField'),
  text: optionalText(500),
})
export const resolveForm = z.object({
  act: choiceOf(['restore', 'revoke'], 'recognitions.resolveMissing'),
  note: requiredText('recognitions.noteMissing', 500),
})
export const relianceForm = z.object({
  number: requiredText('recognitions.caseNumberMissing', 30).transform((text) => cleanText(text).toUpperCase()),
  name: requiredText('recognitions.nameMissing', 50),
  purpose: requiredText('recognitions.purposeMissing', 60),
})

const word = z
  .string()
  .trim()
  .max(60)
  .optional()
  .catch(undefined)
  .transform((text) => text || undefined)
export const recognitionViews = ['mine', 'waiting', 'flagged'] as const
export const recognitionSearchForm = z.object({
  q: word,
  region: z.enum(sourceRegions).optional().catch(undefined),
  state: z.enum(recognitionStates).optional().catch(undefined),
  county: z.enum(threeCounties).optional().catch(undefined),
  view: z.enum(recognitionViews).optional().catch(undefined),
  level: z.coerce.number().int().min(1).max(8).optional().catch(undefined),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .catch(undefined),
  batch: z
    .string()
    .regex(/^[0-9a-f]{24}$/)
    .optional()
    .catch(undefined),
})
export type RecognitionSearch = z.infer<typeof recognitionSearchForm>
