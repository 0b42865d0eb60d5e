import { addDays, type Day } from '../../shared/dates.js'
import { Mentorship } from './mentorship.model.js'

/** The pairings of an apprentice end with `lastDay`; one that was to begin later never does. Inside the caller's transaction. */
export async function closeGuides(apprenticeId: string, lastDay: Day): Promise<void> {
  await Mentorship.deleteMany({ apprenticeId, from: { $gt: lastDay } })
  await Mentorship.updateMany(
    { apprenticeId, $or: [{ to: null }, { to: { $gte: addDays(lastDay, 1) } }] },
    { $set: { to: lastDay }, $inc: { version: 1 } },
  )
}
