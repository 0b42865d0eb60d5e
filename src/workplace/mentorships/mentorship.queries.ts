import { Account } from '../../registry/accounts/account.model.js'
import type { Day } from '../../shared/dates.js'
import { Apprentice, type ApprenticeRecord } from '../apprentices/apprentice.model.js'
import { Mentorship, type MentorshipRecord } from './mentorship.model.js'
import { guideOn } from './mentorship.rules.js'

export interface MentorChoice {
  id: string
  name: string
  /** apprentices on the day */ apprentices: number
}

export const mentorshipQueries = {
  /** Newest first. */
  ofApprentice: (apprenticeId: string): Promise<MentorshipRecord[]> =>
    Mentorship.find({ apprenticeId }).sort({ from: -1, kind: 1 }).lean<MentorshipRecord[]>(),
  ofApprentices: async (ids: readonly string[]): Promise<Map<string, MentorshipRecord[]>> => {
    const rows = await Mentorship.find({ apprenticeId: { $in: [...ids] } }).lean<MentorshipRecord[]>()
    return new Map(ids.map((id) => [id, rows.filter(({ apprenticeId }) => apprenticeId === id)]))
  },
  /** The mentor of an apprentice on a day. */
  mentorOn: async (apprenticeId: string, day: Day): Promise<MentorshipRecord | undefined> =>
    guideOn(await Mentorship.find({ apprenticeId, kind: 'mentor' }).lean<MentorshipRecord[]>(), 'mentor', day),

  /** The mentors of an enterprise, with how many each guides on the day. */
  async choices(enterpriseId: string, day: Day): Promise<MentorChoice[]> {
    const accounts = await Account.find({ role: 'mentor', organisationId: enterpriseId, state: 'active' })
      .select('name')
      .sort({ name: 1, _id: 1 })
      .lean<{ _id: string; name: string }[]>()
    const rows = await Mentorship.find({
      guideId: { $in: accounts.map(({ _id }) => _id) },
      from: { $lte: day },
      $or: [{ to: null }, { to: { $gte: day } }],
    })
      .select('guideId apprenticeId')
      .lean<MentorshipRecord[]>()
    return accounts.map(({ _id, name }) => ({
      id: _id,
      name,
      apprentices: new Set(rows.filter(({ guideId }) => guideId === _id).map(({ apprenticeId }) => apprenticeId)).size,
    }))
  },

  /** Whom a mentor guides on the day, by name. */
  async guided(mentorId: string, day: Day): Promise<ApprenticeRecord[]> {
    const rows = await Mentorship.find({
      guideId: mentorId,
      kind: 'mentor',
      from: { $lte: day },
      $or: [{ to: null }, { to: { $gte: day } }],
    })
      .select('apprenticeId')
      .lean<MentorshipRecord[]>()
    return Apprentice.find({ _id: { $in: rows.map(({ apprenticeId }) => apprenticeId) }, state: 'training' })
      .sort({ namePinyin: 1, _id: 1 })
      .lean<ApprenticeRecord[]>()
  },
}
