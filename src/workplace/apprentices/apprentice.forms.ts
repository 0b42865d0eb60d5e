import { z } from 'zod'
import { optionalDay, optionalText } from '../../web/form.js'
import { traineeForm } from '../../training/trainees/trainee.forms.js'
import { apprenticeStates } from './apprentice.model.js'

/** A person by real name, as on every roster, with the post and the first day. */
export const personForm = traineeForm
export const entryForm = z.object({ post: optionalText(60), from: optionalDay('apprentices.fromMissing') })

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
