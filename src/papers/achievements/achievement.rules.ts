import type { Day } from '../../shared/dates.js'

/** Everything that a person's learning account can hold (plan 四(四)2). */
export const achievementKinds = [
  'course',
  'quality-course',
  'level-certificate',
  'single-ability',
  'work-permit',
  'apprenticeship',
  'award',
  'recognition',
  'work-practice',
  'diploma',
] as const
export type AchievementKind = (typeof achievementKinds)[number]

/**
 * What an entry rests on, best first: a paper or register of this house; a foreign paper checked at its source; a file that an
 * officer or institution confirmed; the person's own word.
 */
export const evidenceGrades = ['issued', 'verified', 'confirmed', 'stated'] as const
export type EvidenceGrade = (typeof evidenceGrades)[number]

/** Why something no longer holds; a new reason does not compile without its sentence. */
export const voidReasons = [
  'run-withdrawn',
  'run-suspended',
  'left',
  'not-completed',
  'paper-revoked',
  'paper-suspended',
  'source-revoked',
  'cancelled',
  'removed',
] as const
export type VoidReason = (typeof voidReasons)[number]

/** `under-way`: nothing to hold yet, such as a course that is being taught or a record that waits for its confirmation. */
export type Standing = { standing: 'holds' } | { standing: 'under-way' } | { standing: 'void'; reason: VoidReason }

export interface AchievementFacts {
  /** stays the same over corrections and replaced papers: what was earned is found by it */
  key: string
  personId: string
  kind: AchievementKind
  /** as on the paper; data are never translated */
  title: string
  /** who taught, examined, held or certified it */
  source: string
  /** the day of completion or issue; of what is under way, the day on which it is planned to end */
  on: Day
  grade: EvidenceGrade
  hours?: number
  level?: number
  lineage?: string
  occupation?: string
  region?: string
  /** of an award: 1 is the first prize */
  prize?: number
  /** of a diploma: GB/T 4658 in tens */
  education?: string
  /** a recognised paper brings credits only where its agreement ticks that effect */
  credited?: boolean
  /** a recognised paper joins the local talent statistics only where its agreement ticks that effect */
  counted?: boolean
  /** where its evidence is to be seen: the number of a paper, and the id of the certificate, run or record */
  number?: string
  certificateId?: string
  courseRunId?: string
  recordId?: string
}
export type Achievement = AchievementFacts & Standing

export const holds = (achievement: Standing): boolean => achievement.standing === 'holds'
export const voidOf = (reason: VoidReason): Standing => ({ standing: 'void', reason })

/** Oldest first; what ends on one day in the order of its key, so that every recount sees the same order. */
export const inOrder = <T extends { on: Day; key: string }>(achievements: readonly T[]): T[] =>
  achievements.toSorted((a, b) => (a.on === b.on ? (a.key < b.key ? -1 : 1) : a.on < b.on ? -1 : 1))

interface RunFacts {
  state: string
  programme: string
  plannedHours: number
}
interface EnrolmentFacts {
  state: string
  completed?: boolean | null
  attendedHours?: number
}

/** What a place in a run is worth to the account: completion decides, and a completion certificate that was revoked undoes it. */
export function courseStanding(
  run: RunFacts,
  enrolment: EnrolmentFacts,
  certificate: 'none' | 'issued' | 'suspended' | 'revoked',
): Standing {
  if (run.state === 'withdrawn' || run.state === 'rejected') return voidOf('run-withdrawn')
  if (run.state === 'suspended') return voidOf('run-suspended')
  if (enrolment.state === 'withdrawn') return voidOf('left')
  if (run.state !== 'closed' || typeof enrolment.completed !== 'boolean') return { standing: 'under-way' }
  if (!enrolment.completed) return voidOf('not-completed')
  return certificate === 'revoked' ? voidOf('paper-revoked') : { standing: 'holds' }
}

/** The hours that count: those attended, never more than the course has; where nobody kept attendance, those of the course. */
export function countedHours(
  { plannedHours }: Pick<RunFacts, 'plannedHours'>,
  { attendedHours }: Pick<EnrolmentFacts, 'attendedHours'>,
): number {
  return attendedHours === undefined ? plannedHours : Math.min(plannedHours, attendedHours)
}

export function paperStanding(state: string): Standing {
  if (state === 'revoked') return voidOf('paper-revoked')
  return state === 'suspended' ? voidOf('paper-suspended') : { standing: 'holds' }
}
