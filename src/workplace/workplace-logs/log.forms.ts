import { z } from 'zod'
import { number, optionalText, requiredDay, requiredText } from '../../web/form.js'

export const logForm = z.object({
  on: requiredDay('workplaceLogs.onMissing'),
  hours: number('workplaceLogs.hoursMissing', { min: 0.5, max: 12, decimals: 1 }),
  task: requiredText('workplaceLogs.taskMissing', 500),
  learnt: optionalText(500),
  version: z.preprocess(
    (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined),
    z.number().optional(),
  ),
})
export const giveBackForm = z.object({ note: requiredText('workplaceLogs.giveBackMissing', 200) })
/** The entries that the page showed; what was written since is not signed unread. */
export const signAllForm = z.object({
  ids: z.preprocess(
    (value) => (typeof value === 'string' && value ? value.split(',') : []),
    z.array(z.string().max(160)).max(200),
  ),
})
