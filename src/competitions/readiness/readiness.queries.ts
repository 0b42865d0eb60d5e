import { Assignment, type Duty } from '../assignments/assignment.model.js'
import { missingDuties } from '../assignments/assignment.rules.js'
import type { EventReadiness } from '../competitions/competition.rules.js'
import { CodeMap } from '../draws/code-map.model.js'
import { Entry } from '../entries/entry.model.js'
import { MarkingScheme } from '../marking-schemes/marking-scheme.model.js'
import { CompetitionEvent, type EventRecord } from '../events/event.model.js'

export type ReadyEvent = EventReadiness & { event: EventRecord & { version: number } }

/** What each event of a competition still needs; three numbers are drawn once all three maps are there. */
export async function readinessOf(competitionId: string): Promise<ReadyEvent[]> {
  const events = await CompetitionEvent.find({ competitionId })
    .sort({ number: 1 })
    .lean<(EventRecord & { version: number })[]>()
  return Promise.all(
    events.map(async (event) => {
      const eventId = String(event._id)
      const [confirmed, undecided, scheme, duties, maps] = await Promise.all([
        Entry.countDocuments({ eventId, state: 'confirmed' }),
        Entry.countDocuments({ eventId, state: 'entered' }),
        MarkingScheme.exists({ eventId, state: 'current' }),
        Assignment.find({ eventId }).select('duty').lean<{ duty: Duty }[]>(),
        CodeMap.countDocuments({ eventId }),
      ])
      return {
        event,
        title: event.title,
        state: event.state,
        entries: confirmed,
        minEntries: event.minEntries,
        undecided,
        scheme: scheme !== null,
        staffed: missingDuties(duties.map(({ duty }) => duty)).length === 0,
        drawn: maps === 3,
      }
    }),
  )
}
