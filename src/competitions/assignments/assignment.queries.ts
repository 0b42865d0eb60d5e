import { Competition, type CompetitionRecord } from '../competitions/competition.model.js'
import { CodeMap } from '../draws/code-map.model.js'
import { CompetitionEvent, type EventRecord } from '../events/event.model.js'
import { Assignment, type AssignmentRecord } from './assignment.model.js'
import type { DutyRow } from './assignment.view.js'

/** The duties of an account, the latest appointment first. */
export async function dutiesOf(accountId: string): Promise<DutyRow[]> {
  const assignments = await Assignment.find({ accountId }).sort({ at: -1 }).limit(100).lean<AssignmentRecord[]>()
  const ids = assignments.map(({ eventId }) => eventId)
  const [events, maps] = await Promise.all([
    CompetitionEvent.find({ _id: { $in: ids } }).lean<EventRecord[]>(),
    CodeMap.find({ eventId: { $in: ids } })
      .select('eventId step')
      .lean<{ eventId: string; step: string }[]>(),
  ])
  const competitions = await Competition.find({ _id: { $in: events.map(({ competitionId }) => competitionId) } }).lean<
    CompetitionRecord[]
  >()
  return assignments.flatMap((assignment) => {
    const event = events.find(({ _id }) => String(_id) === assignment.eventId)
    const competition = event && competitions.find(({ _id }) => String(_id) === event.competitionId)
    return event && competition
      ? [
          {
            assignment,
            event,
            competition,
            drawn: maps.filter(({ eventId }) => eventId === assignment.eventId).map(({ step }) => step),
          },
        ]
      : []
  })
}
