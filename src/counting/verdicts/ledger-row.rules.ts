import type { PolicyKey } from '../../office/policies/policy.data.js'
import { monthOf, quarterOf, yearOf, type Day } from '../../shared/dates.js'
import type { Measure, Reason, Verdict } from '../person-times/person-time.rules.js'

/** What a row says about the person, and where the completion happened. */
interface Source {
  _id: string
  personId: string
  personName: string
  idMasked: string
  courseRunId?: string
  apprenticeshipId?: string
  courseRunTitle: string
  organisationId: string
  organisationName: string
  region: string
  measure: Measure
  programme: string
  funding: string
  category: string
  tags: string[]
  occupationId?: string
  occupationName?: string
  lineage?: string
  level?: number
  on: Day
}
export interface Evidence {
  attendedHours?: number
  requiredHours?: number
  theoryScore?: number
  practiceScore?: number
  age?: number
  otherIds?: string[]
  apprenticeshipId?: string
}
/** What stands in the ledger for one candidate; a pure function of the raw facts, so that a recount gives the same bytes. */
export interface LedgerRow extends Source {
  year: number
  quarter: string
  month: string
  verdict: Verdict['verdict']
  reason?: Reason
  clause: string
  policyIds: string[]
  evidence: Evidence
}
/** A row as it is kept: with the time and the history of its verdicts. */
export type LedgerRecord = LedgerRow & { decidedAt: Date; history: { verdict: string; reason?: string; at: Date }[] }

export interface PolicyFigure {
  id: string
  value: unknown
  clause: string
}
/** The figure in force on a day. */
export type FigureOn = (key: PolicyKey, day: Day) => PolicyFigure

/** What of the same person was counted before, as ids of its rows. */
export interface Taken {
  sameSkill?: string
  inYear: string[]
}
/** One candidate in its place by completion day; `judge` is told what was counted before it. */
export interface Placed {
  id: string
  personId: string
  on: Day
  /** the place that only one completion of this skill may take */
  skill?: string
  judge(taken: Taken, figureOn: FigureOn): LedgerRow
}

export const reasonOf = (verdict: Verdict): Reason | undefined => ('reason' in verdict ? verdict.reason : undefined)

/** The row of a judged candidate, under the figure that decided. */
export function ledgerRow(source: Source, verdict: Verdict, figure: PolicyFigure, evidence: Evidence): LedgerRow {
  const { on } = source
  return {
    ...source,
    year: yearOf(on),
    quarter: quarterOf(on),
    month: monthOf(on),
    ...verdict,
    clause: figure.clause,
    policyIds: [figure.id],
    evidence,
  }
}

export const skillOf = (
  personId: string,
  { lineage, level }: { lineage?: string | null; level?: number | null },
): string | undefined => (lineage && level ? `skill:${personId}:${lineage}:${level}` : undefined)

/** The rows that were counted before, where they are why this one is not. */
export const othersOf = (reason: Reason | undefined, { sameSkill, inYear }: Taken): string[] | undefined =>
  reason === 'same-skill-counted' && sameSkill ? [sameSkill] : reason === 'yearly-limit' ? inYear : undefined

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> }
/** Without what is null or undefined: MongoDB would keep the null, and a recount would differ. */
export const present = <T extends object>(values: T): Present<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null)) as Present<T>
