import type { Actor } from '../../shared/permissions.js'
import { Competition, type CompetitionRecord } from '../competitions/competition.model.js'
import { CompetitionEvent, type EventRecord } from '../events/event.model.js'
import { Entry, type EntryRecord } from './entry.model.js'

export interface EntryRow {
  entry: EntryRecord
  event?: EventRecord
  competition?: CompetitionRecord
}

async function withEvents(entries: readonly EntryRecord[]): Promise<EntryRow[]> {
  const events = await CompetitionEvent.find({ _id: { $in: entries.map(({ eventId }) => eventId) } }).lean<
    EventRecord[]
  >()
  const competitions = await Competition.find({ _id: { $in: entries.map(({ competitionId }) => competitionId) } }).lean<
    CompetitionRecord[]
  >()
  return entries.map((entry) => ({
    entry,
    event: events.find(({ _id }) => String(_id) === entry.eventId),
    competition: competitions.find(({ _id }) => String(_id) === entry.competitionId),
  }))
}

/** What an entry is called: its team, or its contestants. */
export const entryName = ({ teamName, members }: Pick<EntryRecord, 'teamName' | 'members'>): string =>
  teamName ?? members.map(({ name }) => name).join('、')

export const entryQueries = {
  countOfEvent: (eventId: string): Promise<number> => Entry.countDocuments({ eventId }),
  ofEvent: (eventId: string, skip: number, limit: number): Promise<EntryRecord[]> =>
    Entry.find({ eventId }).sort({ number: 1, createdAt: 1, _id: 1 }).skip(skip).limit(limit).lean<EntryRecord[]>(),
  waitingIn: (eventId: string): Promise<number> => Entry.countDocuments({ eventId, state: 'entered' }),
  countOfOrganisation: ({ organisationId }: Actor): Promise<number> =>
    Entry.countDocuments({ organisationId: organisationId ?? 'none' }),
  ofOrganisation: async ({ organisationId }: Actor, skip: number, limit: number): Promise<EntryRow[]> =>
    withEvents(
      await Entry.find({ organisationId: organisationId ?? 'none' })
        .sort({ createdAt: -1, _id: 1 })
        .skip(skip)
        .limit(limit)
        .lean<EntryRecord[]>(),
    ),
  ofPerson: async (personId: string): Promise<EntryRow[]> =>
    withEvents(await Entry.find({ personIds: personId }).sort({ createdAt: -1 }).limit(100).lean<EntryRecord[]>()),
  /** How many entries wait for a host and since when, by event. */
  async waitingForHost(hostOrganisationId: string): Promise<{ eventId: string; count: number; since: Date }[]> {
    const rows = await Entry.aggregate<{ _id: string; count: number; since: Date }>([
      { $match: { hostOrganisationId, state: 'entered' } },
      { $group: { _id: '$eventId', count: { $sum: 1 }, since: { $min: '$createdAt' } } },
    ])
    return rows.map(({ _id, count, since }) => ({ eventId: _id, count, since }))
  },
}

/** Entry id → name, for the one list on which names and numbers stand together. */
export async function entryNames(eventId: string): Promise<Map<string, string>> {
  const rows = await Entry.find({ eventId }).select('teamName members').lean<EntryRecord[]>()
  return new Map(rows.map((entry) => [String(entry._id), entryName(entry)]))
}
