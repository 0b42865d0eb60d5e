import type { PolicyKey } from '../../office/policies/policy.data.js'
import { ageOn, type Day } from '../../shared/dates.js'

/** Which figure of the plan a completion is told in; each candidate belongs to exactly one, so that nothing leaks from one into another. */
export const measures = ['subsidised', 'social', 'new-citizen', 'start-up'] as const
export type Measure = (typeof measures)[number]

/** Why a candidate is not counted; a new reason does not compile without its sentence. */
export const exclusionReasons = [
  'run-withdrawn',
  'run-suspended',
  'enrolment-withdrawn',
  'absent',
  'low-attendance',
  'failed-theory',
  'failed-practice',
  'not-completed',
  'under-age',
  'over-age',
  'certificate-required',
  'same-skill-counted',
  'yearly-limit',
  'in-apprenticeship',
  'contest-not-counted',
  'apprenticeship-withdrawn',
  'apprenticeship-suspended',
  'apprentice-left',
  'apprentice-not-completed',
  'apprenticeship-not-counted',
] as const
export type ExclusionReason = (typeof exclusionReasons)[number]

/** What a candidate waits for. */
export const pendingReasons = [
  'run-not-closed',
  'result-awaited',
  'birth-date-missing',
  'certificate-awaited',
  'apprenticeship-not-over',
] as const
export type PendingReason = (typeof pendingReasons)[number]

export type Reason = ExclusionReason | PendingReason
export type Verdict =
  | { verdict: 'counted' }
  | { verdict: 'excluded'; reason: ExclusionReason }
  | { verdict: 'pending'; reason: PendingReason }

/** The dated figure that each reason comes from; its clause is what the reader is shown. */
export const policyOf: Readonly<Record<Reason | 'counted', PolicyKey>> = {
  counted: 'count.basis',
  'run-withdrawn': 'count.basis',
  'run-suspended': 'count.basis',
  'enrolment-withdrawn': 'count.basis',
  'not-completed': 'count.basis',
  'run-not-closed': 'count.basis',
  'result-awaited': 'count.basis',
  absent: 'completion.pass-mark',
  'low-attendance': 'completion.min-attendance-percent',
  'failed-theory': 'completion.pass-mark',
  'failed-practice': 'completion.pass-mark',
  'under-age': 'person-time.min-age',
  'over-age': 'person-time.max-age',
  'birth-date-missing': 'person-time.min-age',
  'certificate-required': 'person-time.certificate-required',
  'certificate-awaited': 'person-time.certificate-required',
  'same-skill-counted': 'person-time.same-skill-once',
  'yearly-limit': 'person-time.yearly-limit',
  'in-apprenticeship': 'person-time.apprentice-excludes',
  'contest-not-counted': 'person-time.contest-basis',
  'apprenticeship-withdrawn': 'person-time.apprentice-basis',
  'apprenticeship-suspended': 'person-time.apprentice-basis',
  'apprentice-left': 'person-time.apprentice-basis',
  'apprentice-not-completed': 'person-time.apprentice-basis',
  'apprenticeship-not-counted': 'person-time.apprentice-basis',
  'apprenticeship-not-over': 'person-time.apprentice-basis',
}

export interface Candidate {
  measure: Measure
  runState: 'open' | 'closed' | 'suspended' | 'withdrawn'
  enrolled: boolean
  /** the confirmed result; undefined until somebody has confirmed one */
  completed?: boolean
  completionReasons: readonly string[]
  /** the person's age is that of the first day of teaching (Zhejiang: identity as of the training) */
  startsOn: Day
  birthOn?: Day
  certificate: 'none' | 'valid' | 'void'
  /** among this person's candidates that stand before this one by completion day */
  sameSkillCounted: boolean
  countedInYear: number
  /** an apprenticeship of the same person has these months */
  inApprenticeship?: boolean
  /** 以赛代训 (四(四)5): training for a contest, which has a dated rule of its own */
  contest?: boolean
}

/** Dated figures of the day of completion (ages: of the first day). */
export interface Figures {
  minAge: number
  maxAge: number
  certificateRequired: boolean
  sameSkillOnce: boolean
  yearlyLimit: number
  apprenticeExcludes?: boolean
  contestBasis?: ContestBasis
}
/** `completed`: whoever completes counts, also in a skill that was counted before; `none`: contest training is not counted. */
export type ContestBasis = 'completed' | 'none'

const counted: Verdict = { verdict: 'counted' }
export const excluded = (reason: ExclusionReason): Verdict => ({ verdict: 'excluded', reason })
export const pending = (reason: PendingReason): Verdict => ({ verdict: 'pending', reason })

/**
 * Does this candidate count in the figure that its funding belongs to? Completion decides in every figure; age, certificate,
 * repetition and yearly limit bind only what public money pays (样例: 江苏、浙江 2024).
 */
export function personTimeVerdict(candidate: Candidate, figures: Figures): Verdict {
  const incomplete = completionObstacle(candidate)
  if (incomplete) return incomplete
  return candidate.measure === 'subsidised' ? (subsidyObstacle(candidate, figures) ?? counted) : counted
}

/** 1 人次 is one person confirmed complete in one run (domain 1.9): anything short of it is named here. */
function completionObstacle({ runState, enrolled, completed, completionReasons }: Candidate): Verdict | undefined {
  if (runState === 'withdrawn') return excluded('run-withdrawn')
  if (runState === 'suspended') return excluded('run-suspended')
  if (!enrolled) return excluded('enrolment-withdrawn')
  if (runState === 'open') return pending('run-not-closed')
  if (completed === undefined) return pending('result-awaited')
  return completed ? undefined : excluded(firstReason(completionReasons))
}

function subsidyObstacle(candidate: Candidate, figures: Figures): Verdict | undefined {
  const { startsOn, birthOn, certificate, sameSkillCounted, countedInYear } = candidate
  if (candidate.contest && figures.contestBasis === 'none') return excluded('contest-not-counted')
  if (figures.apprenticeExcludes && candidate.inApprenticeship) return excluded('in-apprenticeship')
  if (!birthOn) return pending('birth-date-missing')
  const age = ageOn(birthOn, startsOn)
  if (age < figures.minAge) return excluded('under-age')
  if (age > figures.maxAge) return excluded('over-age')
  if (figures.certificateRequired && certificate === 'none') return pending('certificate-awaited')
  if (figures.certificateRequired && certificate === 'void') return excluded('certificate-required')
  if (figures.sameSkillOnce && sameSkillCounted && !candidate.contest) return excluded('same-skill-counted')
  return countedInYear >= figures.yearlyLimit ? excluded('yearly-limit') : undefined
}

const completionOrder = ['absent', 'low-attendance', 'failed-theory', 'failed-practice'] as const
/** One candidate stands under one reason, so that the reasons add up: the first that would have to be mended. */
const firstReason = (reasons: readonly string[]): ExclusionReason =>
  completionOrder.find((reason) => reasons.includes(reason)) ?? 'not-completed'

/** The figure of the plan by programme and funding: quality courses and start-up courses have targets of their own (plan 四(二)3, 四(四)2). */
export function measureOf({ programme, funding }: { programme: string; funding: string }): Measure {
  if (programme === 'new-citizen' || programme === 'start-up') return programme
  return funding === 'self-funded' || programme === 'social' ? 'social' : 'subsidised'
}

export type MeasureVerdict = { counts: true } | { counts: false; reason: 'not-counted' | 'self-funded' | 'own-target' }

/** Whether a row of the ledger is part of one figure of the plan; a self-funded completion never enters the subsidised one. */
export function measureVerdict(row: { measure: string; verdict: string }, asked: Measure): MeasureVerdict {
  if (row.measure !== asked) return { counts: false, reason: row.measure === 'social' ? 'self-funded' : 'own-target' }
  return row.verdict === 'counted' ? { counts: true } : { counts: false, reason: 'not-counted' }
}

const begun: readonly string[] = ['running', 'awaiting-assessment', 'closed']

/** Who is a candidate: whoever was enrolled in a filed run that has begun; not those who left before its first day. */
export function candidacy(
  run: { state: string; stateBefore?: string | null; filedOn?: string | null; startsOn: Day },
  enrolment: { state: string; leftOn?: Day },
): Candidate['runState'] | undefined {
  if (enrolment.state === 'withdrawn' && enrolment.leftOn !== undefined && enrolment.leftOn < run.startsOn)
    return undefined
  if (run.state === 'withdrawn') return run.filedOn ? 'withdrawn' : undefined
  if (run.state === 'suspended') return begun.includes(run.stateBefore ?? '') ? 'suspended' : undefined
  if (!begun.includes(run.state)) return undefined
  return run.state === 'closed' ? 'closed' : 'open'
}
