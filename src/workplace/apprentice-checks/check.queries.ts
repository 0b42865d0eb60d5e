import { Apprentice } from '../apprentices/apprentice.model.js'
import type { ApprenticeRow } from '../apprentices/apprentice.queries.js'

/** Whoever is marked in a class, by name: not those who left it. */
export const markedIn = (classId: string): Promise<ApprenticeRow[]> =>
  Apprentice.find({ apprenticeshipId: classId, state: { $nin: ['exited', 'transferred'] } })
    .sort({ namePinyin: 1, _id: 1 })
    .lean<ApprenticeRow[]>()
