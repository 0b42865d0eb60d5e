import { Competition, type CompetitionRecord } from '../competitions/competition.model.js'
import { CompetitionEvent, type EventRecord } from '../events/event.model.js'
import { Award, type AwardRecord } from './award.model.js'

export interface AwardRow {
  award: AwardRecord
  event?: EventRecord
  competition?: CompetitionRecord
}

export const awardQueries = {
  find: (id: string): Promise<AwardRecord | null> => Award.findById(id).lean<AwardRecord>(),
  /** Results of these people that are final, with what they were reached in. */
  async ofPeople(personIds: readonly string[]): Promise<AwardRow[]> {
    const awards = await Award.find({ personId: { $in: [...personIds] } })
      .sort({ at: -1 })
      .lean<AwardRecord[]>()
    const [events, competitions] = await Promise.all([
      CompetitionEvent.find({ _id: { $in: awards.map(({ eventId }) => eventId) } }).lean<EventRecord[]>(),
      Competition.find({ _id: { $in: awards.map(({ competitionId }) => competitionId) } }).lean<CompetitionRecord[]>(),
    ])
    return awards.map((award) => ({
      award,
      event: events.find(({ _id }) => String(_id) === award.eventId),
      competition: competitions.find(({ _id }) => String(_id) === award.competitionId),
    }))
  },
}
