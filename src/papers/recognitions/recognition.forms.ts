import { z } from 'zod'
import { threeCounties } from '../../shared/regions.js'
import { sourceFamilies, sourceRegions } from '../recognition-agreements/agreement.data.js'
import { recognitionStates } from './recognition.data.js'

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
  family: z.enum(sourceFamilies).optional().catch(undefined),
  /** lineage of an occupation */
  occupation: word,
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
