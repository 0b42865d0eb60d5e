import type { Day } from '../../shared/dates.js'
import type { Actor, Role } from '../../shared/permissions.js'
import { wayOf, type Transition } from '../../shared/transitions.js'
import { reviewerFault } from '../../shared/two-reviews.js'
import type { CourseRunState } from './course-run.model.js'

export const runActs = [
  'submit',
  'recall',
  'county-pass',
  'file',
  'return',
  'reject',
  'withdraw',
  'suspend',
  'resume',
  'start',
  'finish-teaching',
  'close',
] as const
export type RunAct = (typeof runActs)[number]

const institution: readonly Role[] = ['institution-manager', 'institution-clerk']
const county: readonly Role[] = ['county-officer']
const area: readonly Role[] = ['administrator']
const officers: readonly Role[] = [...county, ...area]

/** Every way from one state to another, and who may go it; `before` is the state that a suspension has interrupted. */
export const transitions: readonly Transition<RunAct, CourseRunState, CourseRunState | 'before'>[] = [
  { act: 'submit', from: ['draft', 'returned'], to: 'submitted', who: institution },
  { act: 'recall', from: ['submitted'], to: 'draft', who: institution },
  { act: 'county-pass', from: ['submitted'], to: 'county-passed', who: county },
  { act: 'file', from: ['county-passed'], to: 'filed', who: area },
  { act: 'return', from: ['submitted'], to: 'returned', who: county },
  { act: 'return', from: ['county-passed'], to: 'returned', who: area },
  { act: 'reject', from: ['submitted'], to: 'rejected', who: county },
  { act: 'reject', from: ['county-passed'], to: 'rejected', who: area },
  {
    act: 'withdraw',
    from: ['draft', 'returned', 'submitted', 'county-passed', 'filed', 'running', 'awaiting-assessment'],
    to: 'withdrawn',
    who: institution,
  },
  { act: 'suspend', from: ['filed', 'running', 'awaiting-assessment'], to: 'suspended', who: officers },
  { act: 'resume', from: ['suspended'], to: 'before', who: officers },
  { act: 'start', from: ['filed'], to: 'running', who: institution },
  { act: 'finish-teaching', from: ['running'], to: 'awaiting-assessment', who: institution },
  { act: 'close', from: ['awaiting-assessment'], to: 'closed', who: [...institution, 'assessment-body'] },
]

export const runRefusals = [
  'wrong-state',
  'not-your-role',
  'not-yours',
  'maker-is-checker',
  'same-reviewer',
  'scores-exist',
  'too-early',
  'lessons-not-over',
] as const
export type RunRefusal = (typeof runRefusals)[number]
export type RunVerdict = { ok: true; to: CourseRunState } | { ok: false; reason: RunRefusal }

export interface RunFacts {
  state: CourseRunState
  stateBefore?: string | null
  organisationId: string
  region: string
  assessmentBodyId?: string | null
  createdBy: string
  submittedById?: string | null
  countyPassedById?: string | null
  startsOn: Day
  endsOn: Day
}
export type Who = Pick<Actor, 'id' | 'role' | 'organisationId' | 'region'>

/** Whether a run lies within somebody's bounds: own organisation, own county, or the runs that one examines. */
export function runInScope(
  { role, organisationId, region }: Who,
  run: Pick<RunFacts, 'organisationId' | 'region' | 'assessmentBodyId'>,
): boolean {
  if (institution.includes(role)) return run.organisationId === organisationId
  if (county.includes(role)) return run.region === region
  if (role === 'assessment-body') return Boolean(organisationId) && run.assessmentBodyId === organisationId
  return role === 'administrator' || role === 'auditor'
}

const reviews: readonly RunAct[] = ['county-pass', 'file', 'return', 'reject']

/** May this person take the run through this act today? The first reason against it is the one that is said. */
export function runVerdict(
  act: RunAct,
  run: RunFacts,
  who: Who,
  { today, hasScores = false }: { today: Day; hasScores?: boolean },
): RunVerdict {
  const no = (reason: RunRefusal): RunVerdict => ({ ok: false, reason })
  if (!runInScope(who, run)) return no('not-yours')
  const way = wayOf(transitions, act, run.state, who.role)
  if (typeof way === 'string') return no(way)
  const fault = reviews.includes(act) ? reviewerFault(run, who) : undefined
  if (fault) return no(fault)
  if (act === 'withdraw' && hasScores) return no('scores-exist')
  if (act === 'start' && today < run.startsOn) return no('too-early')
  if (act === 'finish-teaching' && today < run.endsOn) return no('lessons-not-over')
  return { ok: true, to: way.to === 'before' ? stateOf(run.stateBefore) : way.to }
}

// An older record may lack it; filed is the earliest state from which a run is suspended.
const stateOf = (before: string | null | undefined): CourseRunState =>
  (before as CourseRunState | null | undefined) ?? 'filed'

/** The acts that may be offered to somebody, such as the buttons of a page. */
export const allowedActs = (run: RunFacts, who: Who, on: { today: Day; hasScores?: boolean }): RunAct[] =>
  runActs.filter((act) => runVerdict(act, run, who, on).ok)

const settled: readonly CourseRunState[] = ['running', 'closed', 'suspended', 'withdrawn']
/** Person-times depend on these states, so coming into one, or out of a suspension, has them counted again. */
export const countsAgain = (from: CourseRunState, to: CourseRunState): boolean =>
  settled.includes(to) || from === 'suspended'

export const isEditable = (state: CourseRunState): boolean => state === 'draft' || state === 'returned'
/** Filed facts are frozen; until teaching is over they change by a request that an officer decides. */
export const mayRequestChange = (state: CourseRunState): boolean => state === 'filed' || state === 'running'

export type ChangeRefusal = 'not-yours' | 'not-your-role' | 'nothing-requested' | 'maker-is-checker' | 'wrong-state'
/** Who decides a change: an officer of the county or the New Area, never the one who asked for it. */
export function changeDecisionVerdict(
  run: RunFacts & { requestedById?: string | null },
  who: Who,
): { ok: true } | { ok: false; reason: ChangeRefusal } {
  if (!runInScope(who, run)) return { ok: false, reason: 'not-yours' }
  if (!officers.includes(who.role)) return { ok: false, reason: 'not-your-role' }
  if (!run.requestedById) return { ok: false, reason: 'nothing-requested' }
  if (run.requestedById === who.id) return { ok: false, reason: 'maker-is-checker' }
  return mayRequestChange(run.state) ? { ok: true } : { ok: false, reason: 'wrong-state' }
}
