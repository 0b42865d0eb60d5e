import { ageOn, type Day } from '../../shared/dates.js'
import type { CompetitionState } from '../competitions/competition.model.js'
import type { Identity } from '../events/event.model.js'
import type { EntryState, Honour } from './entry.model.js'

/** Everything that can speak against an entry; each has its sentence. */
export const entryRefusals = [
  'entries-not-open',
  'event-cancelled',
  'event-full',
  'team-size',
  'same-person-twice',
  'identity-not-admitted',
  'honour-bars',
  'too-young',
  'already-entered',
] as const
export type EntryRefusal = (typeof entryRefusals)[number]
export interface EntrantFacts {
  personKey: string
  identity: Identity
  honour: Honour
  birthOn?: Day | null
  entered: boolean
}
export interface EntryFacts {
  state: CompetitionState
  event: {
    cancelled: boolean
    teamSize: number
    entries: number
    maxEntries: number
    identities: readonly Identity[]
    minAge: number
    honoursBarred: boolean
  }
  contestFrom: Day
  entriesFrom: Day
  entriesTo: Day
  today: Day
  members: readonly EntrantFacts[]
}
export interface EntryFault {
  reason: EntryRefusal
  member?: number
}

/** May these people enter this event? All reasons at once, each with the member whom it concerns. */
export function entryFaults({
  state,
  event,
  contestFrom,
  entriesFrom,
  entriesTo,
  today,
  members,
}: EntryFacts): EntryFault[] {
  if (state !== 'entries-open' || today < entriesFrom || today > entriesTo) return [{ reason: 'entries-not-open' }]
  const of = (member: EntrantFacts, index: number): EntryFault[] => [
    ...(members.findIndex(({ personKey }) => personKey === member.personKey) < index
      ? [{ reason: 'same-person-twice' as const, member: index }]
      : []),
    ...(event.identities.includes(member.identity)
      ? []
      : [{ reason: 'identity-not-admitted' as const, member: index }]),
    ...(event.honoursBarred && member.honour !== 'none' ? [{ reason: 'honour-bars' as const, member: index }] : []),
    // The first day of contest decides: whoever has the birthday on it may compete.
    ...(member.birthOn && ageOn(member.birthOn, contestFrom) < event.minAge
      ? [{ reason: 'too-young' as const, member: index }]
      : []),
    ...(member.entered ? [{ reason: 'already-entered' as const, member: index }] : []),
  ]
  return [
    ...(event.cancelled ? [{ reason: 'event-cancelled' as const }] : []),
    ...(event.entries >= event.maxEntries ? [{ reason: 'event-full' as const }] : []),
    ...(members.length === event.teamSize ? [] : [{ reason: 'team-size' as const }]),
    ...members.flatMap(of),
  ]
}

/** An entry is withdrawn by whoever made it until the entries are closed. */
export const mayWithdraw = (competition: CompetitionState, entry: EntryState): boolean =>
  competition === 'entries-open' && (entry === 'entered' || entry === 'confirmed')
