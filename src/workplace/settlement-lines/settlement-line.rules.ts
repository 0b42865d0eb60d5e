import { monthOf, type Day } from '../../shared/dates.js'
import {
  cutAt,
  cutAtMonths,
  daysOf,
  hasMonth,
  personYears,
  withoutBreaks,
  type Stretch,
} from './settlement-days.rules.js'

export type Outcome = 'certified' | 'completed' | 'not-completed'
/** Which yearly rate an amount is worked out by. */
export type RateKind = 'intermediate' | 'senior' | 'completed'
/** One dated row of a yearly rate, in fen for a person-year. */
export interface Rate {
  policyId: string
  from: Day
  fen: number
  clause: string
}
export interface RateTable {
  rates: Readonly<Record<RateKind, readonly Rate[]>>
  /** `filed`: the row of the day of filing holds throughout; `by-day`: each day has its own */
  basis: 'filed' | 'by-day'
  rounding: 'half-up' | 'down'
}

/** Another subsidy of the same person. */
export interface OtherSubsidy extends Stretch {
  kind: 'course-run' | 'apprenticeship'
  id: string
  title: string
  number: string
}
/** Time in one class; who changes class within the same enterprise has several. */
export interface Service extends Stretch {
  breaks: readonly Stretch[]
  level: number
}

export interface ApprenticeFacts {
  state: 'training' | 'exited' | 'transferred' | Outcome
  certificate: 'none' | 'valid' | 'void'
  filedOn: Day
  /** in order, the last one in this class; `to` is the day to which the breaks have moved the end */
  services: readonly Service[]
  others: readonly OtherSubsidy[]
}

export const lineReasons = ['exited', 'went-on-elsewhere', 'not-completed', 'other-subsidy'] as const
export const lineWaits = ['outcome-awaited', 'certificate-awaited'] as const
export type LineReason = (typeof lineReasons)[number]
export type LineWait = (typeof lineWaits)[number]

/** Days under one rate row in one person-year; `fen` of all parts add up to the amount. */
export interface Part extends Stretch {
  days: number
  ofDays: number
  year: number
  rateKind: RateKind
  rateFen: number
  policyId: string
  clause: string
  fen: number
}
/** A month that another subsidy bars, and the days lost by it. */
export interface Barred {
  month: string
  days: number
  by: OtherSubsidy
}
export type Line =
  | { status: 'waits'; reason: LineWait; days: number; fen: 0; parts: Part[]; barred: Barred[] }
  | { status: 'refused'; reason: LineReason; days: number; fen: 0; parts: Part[]; barred: Barred[] }
  | { status: 'entitled'; days: number; fen: number; parts: Part[]; barred: Barred[] }

/** 高级工 and above have the higher rate of plan 四(四)4. */
export const rateKindOf = (level: number): 'intermediate' | 'senior' => (level >= 4 ? 'senior' : 'intermediate')

/**
 * What one apprentice entitles to (plan 四(四)4): the yearly rate of level and outcome for each person-year, by days where a year
 * is not whole; breaks and months with another subsidy do not count. Integer fen, rounded once for each apprentice.
 */
export function lineOf(facts: ApprenticeFacts, table: RateTable): Line {
  const nothing = { days: 0, fen: 0 as const, parts: [], barred: [] }
  const refusal = refusalOf(facts)
  if (refusal) return { status: 'refused', reason: refusal, ...nothing }
  const wait = waitOf(facts)
  if (wait) return { status: 'waits', reason: wait, ...nothing }
  const stretches = facts.services.flatMap((service) =>
    withoutBreaks(service, service.breaks).map((one) => ({ ...one, level: service.level })),
  )
  const { paid, barred } = sift(personYears(stretches), facts.others)
  const parts = priced(paid, stretches, facts, table)
  const days = parts.reduce((sum, part) => sum + part.days, 0)
  if (days === 0) return { status: 'refused', reason: 'other-subsidy', ...nothing, barred }
  return { status: 'entitled', days, fen: parts.reduce((sum, { fen }) => sum + fen, 0), parts, barred }
}

function refusalOf({ state }: ApprenticeFacts): LineReason | undefined {
  if (state === 'exited' || state === 'not-completed') return state
  return state === 'transferred' ? 'went-on-elsewhere' : undefined
}

function waitOf({ state, certificate }: ApprenticeFacts): LineWait | undefined {
  if (state === 'training') return 'outcome-awaited'
  return state === 'certified' && certificate === 'none' ? 'certificate-awaited' : undefined
}

type YearPart = ReturnType<typeof personYears>[number]

/** Takes out the months that another subsidy has; the one that is named first began first. */
function sift(years: readonly YearPart[], others: readonly OtherSubsidy[]): { paid: YearPart[]; barred: Barred[] } {
  if (others.length === 0) return { paid: [...years], barred: [] }
  const inOrder = [...others].sort((a, b) => (`${a.from}${a.id}` < `${b.from}${b.id}` ? -1 : 1))
  const [paid, barred] = [[] as YearPart[], new Map<string, Barred>()]
  for (const part of cutAtMonths(years)) {
    const month = monthOf(part.from)
    const by = inOrder.find((other) => hasMonth(other, month))
    if (!by) paid.push(part)
    else barred.set(month, { month, days: (barred.get(month)?.days ?? 0) + daysOf(part), by })
  }
  return { paid: joined(paid), barred: [...barred.values()] }
}

/** Months that follow one another within a person-year are one stretch again. */
function joined(parts: readonly YearPart[]): YearPart[] {
  const whole: YearPart[] = []
  for (const part of parts) {
    const last = whole.at(-1)
    if (last && last.year === part.year && daysOf({ from: last.to, to: part.from }) === 2) last.to = part.to
    else whole.push({ ...part })
  }
  return whole
}

// Every year has 365 or 366 days, so all amounts are whole numbers of this part of a fen.
const unit = 365 * 366

function priced(
  paid: readonly YearPart[],
  services: readonly (Stretch & { level: number })[],
  facts: ApprenticeFacts,
  { rates, basis, rounding }: RateTable,
): Part[] {
  const withCertificate = facts.state === 'certified' && facts.certificate === 'valid'
  const cuts = [
    ...services.map(({ from }) => from),
    ...(basis === 'by-day' ? Object.values(rates).flatMap((rows) => rows.map(({ from }) => from)) : []),
  ]
  let [exact, before] = [0, 0]
  return cutAt(paid, cuts).map((part) => {
    const { from, ofDays } = part
    const rateKind: RateKind = withCertificate
      ? rateKindOf(services.find((one) => one.from <= from && from <= one.to)!.level)
      : 'completed'
    const rate = rateOn(rates[rateKind], basis === 'filed' ? facts.filedOn : from)
    const days = daysOf(part)
    exact += rate.fen * days * (unit / ofDays)
    // The running sum is rounded, so that the parts add up to the amount to the fen.
    const sum = rounding === 'down' ? Math.floor(exact / unit) : Math.floor((2 * exact + unit) / (2 * unit))
    const fen = sum - before
    before = sum
    return { ...part, days, rateKind, rateFen: rate.fen, policyId: rate.policyId, clause: rate.clause, fen }
  })
}

/** The row in force on a day; no rule may guess a rate. */
function rateOn(rows: readonly Rate[], day: Day): Rate {
  const row = [...rows].sort((a, b) => (a.from < b.from ? 1 : -1)).find(({ from }) => from <= day)
  if (!row) throw new Error(`No yearly rate is in force on ${day}.`)
  return row
}

export interface Sums {
  entitled: number
  refused: number
  waits: number
  days: number
  fen: number
}
/** The sum of a sheet is the sum of its lines. */
export const sumsOf = (lines: readonly Pick<Line, 'status' | 'days' | 'fen'>[]): Sums => ({
  entitled: lines.filter(({ status }) => status === 'entitled').length,
  refused: lines.filter(({ status }) => status === 'refused').length,
  waits: lines.filter(({ status }) => status === 'waits').length,
  days: lines.reduce((sum, { days }) => sum + days, 0),
  fen: lines.reduce((sum, { fen }) => sum + fen, 0),
})
