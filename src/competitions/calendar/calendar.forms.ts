import { z } from 'zod'
import { competitionStates, tiers } from '../competitions/competition.model.js'

export const calendarSearchForm = z.object({
  q: z
    .string()
    .trim()
    .max(60)
    .optional()
    .catch(undefined)
    .transform((text) => text || undefined),
  tier: z.enum(tiers).optional().catch(undefined),
  state: z.enum(competitionStates).optional().catch(undefined),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  view: z.enum(['held', 'planned']).optional().catch(undefined),
})

export type CalendarSearch = z.infer<typeof calendarSearchForm>
