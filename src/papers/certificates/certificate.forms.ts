import { z } from 'zod'
import { cleanText } from '../../shared/text.js'
import { choiceOf, optionalText, requiredText } from '../../web/form.js'
import { certificateStates, issuedFamilies, reissueReasons, revocationReasons } from './certificate.model.js'

const word = z.string().trim().max(60).transform(cleanText).optional().catch(undefined)
const id = z
  .string()
  .regex(/^[0-9a-f]{24}$/)
  .optional()
  .catch(undefined)

export const certificateSearchForm = z.object({
  q: word,
  family: z.enum(issuedFamilies).optional().catch(undefined),
  region: z
    .string()
    .regex(/^\d{6}$/)
    .optional()
    .catch(undefined),
  month: z
    .string()
    .trim()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  state: z
    .enum([...certificateStates, 'current'])
    .optional()
    .catch(undefined),
  organisation: word,
  occupation: word,
  level: z.coerce.number().int().min(2).max(8).optional().catch(undefined),
  source: id,
  batch: id,
  person: id,
  sort: z.enum(['oldest']).optional().catch(undefined),
})
export type CertificateListQuery = z.infer<typeof certificateSearchForm>

/** The last four characters are typed against a certificate that was opened by mistake. */
export const revokeForm = (number: string) =>
  z.object({
    reason: choiceOf(revocationReasons, 'certificateChanges.reasonMissing'),
    document: optionalText(60),
    note: requiredText('certificateChanges.noteMissing', 500),
    lastFour: requiredText('certificateChanges.lastFourWrong', 12).refine(
      (text) => text.toUpperCase() === number.slice(-4),
      'certificateChanges.lastFourWrong',
    ),
  })

export const holdForm = z.object({ note: requiredText('certificateChanges.noteMissing', 500) })

export const reissueForm = z.object({
  reason: choiceOf(reissueReasons, 'certificateChanges.reissueReasonMissing'),
  note: requiredText('certificateChanges.noteMissing', 500),
})
