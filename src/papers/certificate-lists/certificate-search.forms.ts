import { z } from 'zod'
import { cleanText } from '../../shared/text.js'
import { certificateStates, issuedFamilies } from '../certificates/certificate.model.js'

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
