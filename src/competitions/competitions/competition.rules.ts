import type { Day } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { wayOf } from '../../shared/transitions.js'
import type { EventState } from '../events/event.model.js'
import type { CompetitionState, DocumentKind } from './competition.model.js'
import { competitionActs, host, transitions, type CompetitionAct } from './competition-transitions.data.js'

export const competitionRefusals = [
  'not-yours',
  'not-your-role',
  'wrong-state',
  'maker-is-checker',
  'events-missing',
  'notice-missing',
  'technical-missing',
  'scheme-missing',
  'too-early',
  'entries-not-over',
  'entries-undecided',
  'staff-missing',
  'not-drawn',
  'too-few-entries',
  'no-event-left',
  'marks-exist',
] as const
export type CompetitionRefusal = (typeof competitionRefusals)[number]
export type CompetitionVerdict =
  { ok: true; to: CompetitionState } | { ok: false; reason: CompetitionRefusal; event?: string }

/** What must be known of an event before its competition moves. */
export interface EventReadiness {
  title: string
  state: EventState
  entries: number
  minEntries: number
  undecided: number
  scheme: boolean
  staffed: boolean
  drawn: boolean
}
export interface CompetitionFacts {
  state: CompetitionState
  hostOrganisationId: string
  region: string
  createdBy: string
  submittedById?: string | null
  entriesFrom: Day
  entriesTo: Day
  contestFrom: Day
  documents: readonly { kind: DocumentKind; replacedAt?: Date | null }[]
}
export type Who = Pick<Actor, 'id' | 'role' | 'organisationId' | 'region'>

/** The host's people, the county where it is held (once handed in), the New Area and the auditors. */
export function competitionInScope(
  { role, organisationId, region }: Who,
  { hostOrganisationId, region: held, state }: Pick<CompetitionFacts, 'hostOrganisationId' | 'region' | 'state'>,
): boolean {
  if (host.includes(role)) return Boolean(organisationId) && hostOrganisationId === organisationId
  if (role === 'county-officer') return held === region && state !== 'draft'
  return role === 'auditor' || role === 'administrator'
}

export const isHost = (
  { role, organisationId }: Who,
  { hostOrganisationId }: Pick<CompetitionFacts, 'hostOrganisationId'>,
): boolean => host.includes(role) && Boolean(organisationId) && organisationId === hostOrganisationId

const has = ({ documents }: CompetitionFacts, kind: DocumentKind): boolean =>
  documents.some((one) => one.kind === kind && !one.replacedAt)
const alive = (events: readonly EventReadiness[]) => events.filter(({ state }) => state !== 'cancelled')

/** May this person take the competition through this act today? The first reason against it is the one that is said. */
export function competitionVerdict(
  act: CompetitionAct,
  facts: CompetitionFacts,
  who: Who,
  { today, events }: { today: Day; events: readonly EventReadiness[] },
): CompetitionVerdict {
  const no = (reason: CompetitionRefusal, event?: string): CompetitionVerdict => ({
    ok: false,
    reason,
    ...(event !== undefined && { event }),
  })
  if (!competitionInScope(who, facts)) return no('not-yours')
  const way = wayOf(transitions, act, facts.state, who.role)
  if (typeof way === 'string') return no(way)
  const obstacle = obstacleTo(act, facts, who, today, alive(events))
  return obstacle ? no(obstacle.reason, obstacle.event) : { ok: true, to: way.to }
}

type Obstacle = { reason: CompetitionRefusal; event?: string } | undefined

function obstacleTo(
  act: CompetitionAct,
  facts: CompetitionFacts,
  who: Who,
  today: Day,
  events: readonly EventReadiness[],
): Obstacle {
  const lacking = (reason: CompetitionRefusal, test: (event: EventReadiness) => boolean): Obstacle => {
    const found = events.find(test)
    return found && { reason, event: found.title }
  }
  if (act === 'submit')
    return events.length === 0
      ? { reason: 'events-missing' }
      : has(facts, 'notice')
        ? undefined
        : { reason: 'notice-missing' }
  if ((act === 'publish' || act === 'return') && [facts.submittedById, facts.createdBy].includes(who.id))
    return { reason: 'maker-is-checker' }
  if (act === 'open-entries') {
    if (today < facts.entriesFrom) return { reason: 'too-early' }
    return has(facts, 'technical') ? undefined : { reason: 'technical-missing' }
  }
  if (act === 'close-entries')
    return today < facts.entriesTo
      ? { reason: 'entries-not-over' }
      : lacking('entries-undecided', ({ undecided }) => undecided > 0)
  if (act === 'begin') {
    if (events.length === 0) return { reason: 'no-event-left' }
    if (today < facts.contestFrom) return { reason: 'too-early' }
    return (
      lacking('too-few-entries', ({ entries, minEntries }) => entries < minEntries) ??
      lacking('scheme-missing', ({ scheme }) => !scheme) ??
      lacking('staff-missing', ({ staffed }) => !staffed) ??
      lacking('not-drawn', ({ drawn }) => !drawn)
    )
  }
  // Marks once locked bind everybody: nothing is called off behind them.
  if (act === 'cancel') return lacking('marks-exist', ({ state }) => state !== 'open' && state !== 'marking')
  return undefined
}

/** The acts that may be offered to somebody, such as the buttons of a page. */
export const allowedCompetitionActs = (
  facts: CompetitionFacts,
  who: Who,
  on: { today: Day; events: readonly EventReadiness[] },
): CompetitionAct[] => competitionActs.filter((act) => competitionVerdict(act, facts, who, on).ok)

export const isEditable = (state: CompetitionState): boolean => state === 'draft' || state === 'returned'
/** The public sees a competition from its publication on; called off ones stay, with their reason. */
export const isPublic = (state: CompetitionState, publishedOn: Day | null | undefined): boolean =>
  Boolean(publishedOn) && !['draft', 'submitted', 'returned', 'withdrawn'].includes(state)

/** What the competition does by itself once all of its events have got there. */
export type FollowedState = 'locked' | 'noticed' | 'final'
const order: readonly EventState[] = ['open', 'marking', 'locked', 'ranked', 'noticed', 'final']
/** Where a competition stands by its events: as far as the one that is furthest behind; undefined when nothing changes. */
export function stateByEvents(state: CompetitionState, events: readonly EventState[]): FollowedState | undefined {
  if (!['contest', 'locked', 'noticed'].includes(state)) return undefined
  const behind = events
    .filter((one) => one !== 'cancelled')
    .reduce((least, one) => Math.min(least, order.indexOf(one)), order.length)
  if (behind === order.length) return undefined
  const to =
    behind >= order.indexOf('final')
      ? 'final'
      : behind >= order.indexOf('noticed')
        ? 'noticed'
        : behind >= order.indexOf('locked')
          ? 'locked'
          : undefined
  return to === state ? undefined : to
}

export type DateFault = 'entries-end-before-they-begin' | 'contest-before-entries-end' | 'contest-ends-before-it-begins'
export type DateField = 'entriesTo' | 'contestFrom' | 'contestTo'
/** The four days in their order; the first contest day comes after the last day of entries, because the draw lies between. */
export function dateFaults({
  entriesFrom,
  entriesTo,
  contestFrom,
  contestTo,
}: {
  entriesFrom: Day
  entriesTo: Day
  contestFrom: Day
  contestTo: Day
}): { field: DateField; reason: DateFault }[] {
  const faults: ({ field: DateField; reason: DateFault } | false)[] = [
    entriesTo < entriesFrom && { field: 'entriesTo', reason: 'entries-end-before-they-begin' },
    contestFrom <= entriesTo && { field: 'contestFrom', reason: 'contest-before-entries-end' },
    contestTo < contestFrom && { field: 'contestTo', reason: 'contest-ends-before-it-begins' },
  ]
  return faults.filter((fault) => fault !== false)
}
