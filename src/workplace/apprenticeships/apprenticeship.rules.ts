import type { Day } from '../../shared/dates.js'
import type { Actor, Role } from '../../shared/permissions.js'
import { wayOf, type Transition } from '../../shared/transitions.js'
import { reviewerFault } from '../../shared/two-reviews.js'
import type { ApprenticeshipState } from './apprenticeship.model.js'

export const apprenticeshipActs = [
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
  'check-mid-term',
  'finish-training',
  'complete',
  'settle',
] as const
export type ApprenticeshipAct = (typeof apprenticeshipActs)[number]

const enterprise: readonly Role[] = ['enterprise']
const partner: readonly Role[] = ['institution-manager', 'institution-clerk']
const county: readonly Role[] = ['county-officer']
const area: readonly Role[] = ['administrator']
const officers: readonly Role[] = [...county, ...area]

/** Every way from one state to another, and who may go it; `before` is the state that a suspension has interrupted. */
export const transitions: readonly Transition<
  ApprenticeshipAct,
  ApprenticeshipState,
  ApprenticeshipState | 'before'
>[] = [
  { act: 'submit', from: ['draft', 'returned'], to: 'submitted', who: enterprise },
  { act: 'recall', from: ['submitted'], to: 'draft', who: enterprise },
  { act: 'county-pass', from: ['submitted'], to: 'county-passed', who: county },
  { act: 'file', from: ['county-passed'], to: 'filed', who: area },
  { act: 'return', from: ['submitted'], to: 'returned', who: county },
  { act: 'return', from: ['county-passed'], to: 'returned', who: area },
  { act: 'reject', from: ['submitted'], to: 'rejected', who: county },
  { act: 'reject', from: ['county-passed'], to: 'rejected', who: area },
  {
    act: 'withdraw',
    from: ['draft', 'returned', 'submitted', 'county-passed', 'filed', 'running', 'mid-checked'],
    to: 'withdrawn',
    who: enterprise,
  },
  { act: 'suspend', from: ['filed', 'running', 'mid-checked', 'awaiting-assessment'], to: 'suspended', who: officers },
  { act: 'resume', from: ['suspended'], to: 'before', who: officers },
  { act: 'start', from: ['filed'], to: 'running', who: enterprise },
  { act: 'check-mid-term', from: ['running'], to: 'mid-checked', who: officers },
  { act: 'finish-training', from: ['mid-checked'], to: 'awaiting-assessment', who: [...enterprise, ...partner] },
  { act: 'complete', from: ['awaiting-assessment'], to: 'completed', who: partner },
  { act: 'settle', from: ['completed'], to: 'settled', who: area },
]

export const apprenticeshipRefusals = [
  'wrong-state',
  'not-your-role',
  'not-yours',
  'maker-is-checker',
  'same-reviewer',
  'outcomes-exist',
  'too-early',
  'no-apprentices',
  'contracts-missing',
  'mid-checks-missing',
  'training-not-over',
  'outcomes-missing',
] as const
export type ApprenticeshipRefusal = (typeof apprenticeshipRefusals)[number]
export type ApprenticeshipVerdict = { ok: true; to: ApprenticeshipState } | { ok: false; reason: ApprenticeshipRefusal }

export interface ApprenticeshipFacts {
  state: ApprenticeshipState
  stateBefore?: string | null
  enterpriseId: string
  institutionId: string
  assessmentBodyId?: string | null
  region: string
  createdBy: string
  submittedById?: string | null
  countyPassedById?: string | null
  startsOn: Day
  endsOn: Day
}
export type Who = Pick<Actor, 'id' | 'role' | 'organisationId' | 'region'>
/** What the apprentices of the class say; without it the acts that ask for it are offered and judged later. */
export interface ClassTally {
  apprentices: number
  withoutContracts: number
  withoutMidCheck: number
  withoutOutcome: number
  withOutcome: number
  /** the last day of training of the last apprentice, moved by breaks */ lastDueOn?: Day
}

/** Whether an apprenticeship lies within somebody's bounds: own enterprise, own class as partner, own county, or one to examine. */
export function apprenticeshipInScope(
  { role, organisationId, region }: Who,
  one: Pick<ApprenticeshipFacts, 'enterpriseId' | 'institutionId' | 'assessmentBodyId' | 'region' | 'state'>,
): boolean {
  if (enterprise.includes(role)) return one.enterpriseId === organisationId
  // Until the enterprise hands the plan in it is its own paper.
  if (partner.includes(role)) return one.institutionId === organisationId && one.state !== 'draft'
  if (role === 'assessment-body')
    return Boolean(organisationId) && one.assessmentBodyId === organisationId && one.state !== 'draft'
  if (county.includes(role)) return one.region === region
  return role === 'administrator' || role === 'auditor'
}

const reviews: readonly ApprenticeshipAct[] = ['county-pass', 'file', 'return', 'reject', 'check-mid-term']

/** May this person take the apprenticeship through this act today? The first reason against it is the one that is said. */
export function apprenticeshipVerdict(
  act: ApprenticeshipAct,
  one: ApprenticeshipFacts,
  who: Who,
  { today, tally }: { today: Day; tally?: ClassTally },
): ApprenticeshipVerdict {
  const no = (reason: ApprenticeshipRefusal): ApprenticeshipVerdict => ({ ok: false, reason })
  if (!apprenticeshipInScope(who, one)) return no('not-yours')
  const way = wayOf(transitions, act, one.state, who.role)
  if (typeof way === 'string') return no(way)
  const obstacle = (reviews.includes(act) && reviewerFault(one, who)) || classObstacle(act, one, today, tally)
  return obstacle
    ? no(obstacle)
    : {
        ok: true,
        to: way.to === 'before' ? ((one.stateBefore as ApprenticeshipState | null | undefined) ?? 'filed') : way.to,
      }
}

/** What the class itself lacks for an act. */
function classObstacle(
  act: ApprenticeshipAct,
  one: ApprenticeshipFacts,
  today: Day,
  tally: ClassTally | undefined,
): ApprenticeshipRefusal | undefined {
  if (act === 'start' && today < one.startsOn) return 'too-early'
  if (act === 'start' && tally?.apprentices === 0) return 'no-apprentices'
  if (act === 'start' && tally && tally.withoutContracts > 0) return 'contracts-missing'
  if (act === 'withdraw' && tally && tally.withOutcome > 0) return 'outcomes-exist'
  if (act === 'check-mid-term' && tally && tally.withoutMidCheck > 0) return 'mid-checks-missing'
  if (act === 'finish-training' && today < (tally?.lastDueOn ?? one.endsOn)) return 'training-not-over'
  if (act === 'complete' && tally && tally.withoutOutcome > 0) return 'outcomes-missing'
  return undefined
}

/** The acts that may be offered to somebody, such as the buttons of a page. */
export const allowedActs = (
  one: ApprenticeshipFacts,
  who: Who,
  on: { today: Day; tally?: ClassTally },
): ApprenticeshipAct[] =>
  apprenticeshipActs.filter((act) => act !== 'settle' && apprenticeshipVerdict(act, one, who, on).ok)

export const isEditable = (state: ApprenticeshipState): boolean => state === 'draft' || state === 'returned'
/** Apprentices come and go from the filing of the plan until training is over. */
export const takesApprentices = (state: ApprenticeshipState): boolean =>
  state === 'filed' || state === 'running' || state === 'mid-checked'
/** Training goes on: logs, breaks, exits, checks. */
export const inTraining = (state: ApprenticeshipState): boolean => state === 'running' || state === 'mid-checked'

const settled: readonly ApprenticeshipState[] = ['running', 'completed', 'suspended', 'withdrawn']
/** Person-times depend on these states, so coming into one, or out of a suspension, has them counted again. */
export const countsAgain = (from: ApprenticeshipState, to: ApprenticeshipState): boolean =>
  settled.includes(to) || from === 'suspended'
