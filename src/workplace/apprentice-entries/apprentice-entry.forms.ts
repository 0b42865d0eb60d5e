import { z } from 'zod'
import { traineeForm } from '../../training/trainees/trainee.forms.js'
import { optionalDay, optionalText } from '../../web/form.js'

/** A person by real name, as on every roster, with the post and the first day. */
export const personForm = traineeForm
export const entryForm = z.object({ post: optionalText(60), from: optionalDay('apprentices.fromMissing') })
