import { daysBetween, type Day } from '../../shared/dates.js'
import type { Actor, Role } from '../../shared/permissions.js'
import { wayOf, type Transition } from '../../shared/transitions.js'
import type { EquivalenceFault } from '../equivalences/equivalence.rules.js'
import type { CheckResult } from '../source-checks/source-check.rules.js'
import type { RecognitionState, RefusalCode } from './recognition.data.js'

export const recognitionActs = [
  'resubmit',
  'accept',
  'give-back',
  'check',
  'compare',
  'grant',
  'refuse',
  'withdraw',
  'restore',
  'revoke',
] as const
export type RecognitionAct = (typeof recognitionActs)[number]

const makers: readonly Role[] = ['trainee', 'enterprise', 'county-officer']
const officers: readonly Role[] = ['county-officer', 'administrator']
const deciders: readonly Role[] = ['administrator']
const open: readonly RecognitionState[] = ['applied', 'returned', 'accepted', 'waiting', 'checked', 'compared']

/** Every way that a person takes a case; the system alone flags one when its source ends. What is not here cannot happen. */
export const transitions: readonly Transition<RecognitionAct, RecognitionState>[] = [
  { act: 'resubmit', from: ['returned'], to: 'applied', who: makers },
  { act: 'accept', from: ['applied'], to: 'accepted', who: officers },
  { act: 'give-back', from: ['applied', 'accepted'], to: 'returned', who: officers },
  // In force it may be looked up again: what the source says then puts it under question or lifts the question.
  { act: 'check', from: ['accepted', 'waiting', 'checked', 'in-force', 'flagged'], to: 'checked', who: officers },
  { act: 'compare', from: ['checked', 'waiting'], to: 'compared', who: officers },
  { act: 'grant', from: ['compared'], to: 'in-force', who: deciders },
  { act: 'refuse', from: ['compared'], to: 'refused', who: deciders },
  { act: 'withdraw', from: open, to: 'withdrawn', who: makers },
  { act: 'restore', from: ['flagged'], to: 'in-force', who: deciders },
  { act: 'revoke', from: ['flagged'], to: 'revoked', who: deciders },
]

export const recognitionRefusals = [
  'not-yours',
  'not-your-role',
  'wrong-state',
  'maker-is-checker',
  'not-granted-by-rule',
  'waits-longer',
  'source-still-ended',
] as const
export type RecognitionRefusal = (typeof recognitionRefusals)[number]
export type RecognitionVerdict = { ok: true; to: RecognitionState } | { ok: false; reason: RecognitionRefusal }

export interface CaseFacts {
  state: RecognitionState
  personId: string
  organisationId?: string | null
  region: string
  /** everybody who applied, accepted, checked or compared */
  handledBy: readonly string[]
  applicantId: string
  checkResult?: CheckResult | null
  equivalence?: { ok: boolean; reason?: string | null } | null
  firstNotFoundOn?: Day | null
}
export type Who = Pick<Actor, 'id' | 'role' | 'organisationId' | 'region' | 'personId'>

/** The holder, the enterprise that applied, the officers of the county that handles it; administrators and auditors see all. */
export function caseInScope(
  { role, organisationId, region, personId }: Who,
  one: Pick<CaseFacts, 'personId' | 'organisationId' | 'region'>,
): boolean {
  if (role === 'trainee') return personId !== undefined && one.personId === personId
  if (role === 'enterprise') return organisationId !== undefined && one.organisationId === organisationId
  return role === 'county-officer' ? one.region === region : role === 'administrator' || role === 'auditor'
}

/** May this person do this act today? `waitDays`: how long "not found" is waited for before it may be a reason (sample figure). */
export function recognitionVerdict(
  act: RecognitionAct,
  one: CaseFacts,
  who: Who,
  { today, waitDays }: { today: Day; waitDays: number },
): RecognitionVerdict {
  const no = (reason: RecognitionRefusal): RecognitionVerdict => ({ ok: false, reason })
  if (!caseInScope(who, one)) return no('not-yours')
  const way = wayOf(transitions, act, one.state, who.role)
  if (typeof way === 'string') return no(way)
  // An officer who applies for somebody is a maker; the case is then handled by another.
  if ((act === 'accept' || act === 'give-back' || act === 'check' || act === 'compare') && one.applicantId === who.id)
    return no('maker-is-checker')
  if (act === 'withdraw' && who.role === 'county-officer' && one.applicantId !== who.id) return no('not-your-role')
  if ((act === 'grant' || act === 'refuse') && one.handledBy.includes(who.id)) return no('maker-is-checker')
  if (act === 'compare' && one.state === 'waiting' && !mayStopWaiting(one.firstNotFoundOn, today, waitDays))
    return no('waits-longer')
  if (act === 'grant' && findingOf(one).length > 0) return no('not-granted-by-rule')
  if (act === 'restore' && one.checkResult !== 'agrees') return no('source-still-ended')
  return { ok: true, to: way.to }
}

export const allowedActs = (one: CaseFacts, who: Who, on: { today: Day; waitDays: number }): RecognitionAct[] =>
  recognitionActs.filter((act) => recognitionVerdict(act, one, who, on).ok)

/** The source uploads with a lag: until so many days have passed nobody may conclude anything from "not found". */
export const mayStopWaiting = (firstNotFoundOn: Day | null | undefined, today: Day, waitDays: number): boolean =>
  Boolean(firstNotFoundOn) && daysBetween(firstNotFoundOn!, today) >= waitDays

const byCheck: Record<Exclude<CheckResult, 'agrees'>, RefusalCode> = {
  'not-found': 'not-found',
  'identity-differs': 'identity-differs',
  'facts-differ': 'facts-differ',
  suspended: 'suspended-at-source',
  expired: 'expired',
  revoked: 'revoked-at-source',
}

/** Everything that stands against recognition; empty means that it may be granted. */
export function findingOf({ checkResult, equivalence }: Pick<CaseFacts, 'checkResult' | 'equivalence'>): RefusalCode[] {
  const check: RefusalCode[] = !checkResult ? ['not-found'] : checkResult === 'agrees' ? [] : [byCheck[checkResult]]
  const table =
    equivalence && !equivalence.ok
      ? [equivalence.reason as EquivalenceFault]
      : equivalence
        ? []
        : (['no-agreement'] as const)
  return [...check, ...table]
}

/** Over what a paper is known: a second case of the same three is barred. */
export const fingerprintOf = (issuer: string, number: string, personId: string): string =>
  [issuer, number, personId].join('|')

/** A case whose paper may be claimed again by a new case. */
export const releasesClaim = (state: RecognitionState): boolean =>
  state === 'refused' || state === 'withdrawn' || state === 'revoked'
