import { z } from 'zod'
import { threeCounties } from '../../shared/regions.js'
import { apprenticeshipStates } from '../apprenticeships/apprenticeship.model.js'

export const apprenticeshipSearchForm = z.object({
  q: z
    .string()
    .trim()
    .max(60)
    .optional()
    .catch(undefined)
    .transform((text) => text || undefined),
  region: z.enum(threeCounties).optional().catch(undefined),
  state: z.enum(apprenticeshipStates).optional().catch(undefined),
  view: z.enum(['mine', 'training', 'returned']).optional().catch(undefined),
})
