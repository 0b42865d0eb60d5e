import { z } from 'zod'
import { apprenticeStates } from '../apprentices/apprentice.model.js'

const word = z
  .string()
  .trim()
  .max(60)
  .transform((text) => text || undefined)
  .optional()
  .catch(undefined)
export const searchForm = z.object({
  q: word,
  state: z.enum(apprenticeStates).optional().catch(undefined),
  view: z.enum(['due', 'training', 'ended']).optional().catch(undefined),
})
