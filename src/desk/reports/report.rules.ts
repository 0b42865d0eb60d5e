import { lastDayOfMonth, type Day } from '../../shared/dates.js'

/** The sums of a report; every cut of the counted part must give the counted part again. */
export interface Sums {
  candidates: number
  counted: number
  excluded: number
  pending: number
  parts: Readonly<{
    excluded: readonly number[]
    pending: readonly number[]
    counted: Readonly<Record<string, readonly number[]>>
  }>
}
export type Balance = { ok: true } | { ok: false; what: string; expected: number; found: number; difference: number }

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** Candidates = counted + excluded by reason + pending, and each table adds up; names the first sum that does not. */
export function balance({ candidates, counted, excluded, pending, parts }: Sums): Balance {
  const checks: [what: string, expected: number, found: number][] = [
    ['equation', candidates, counted + excluded + pending],
    ['reasons', excluded, sum(parts.excluded)],
    ['waits', pending, sum(parts.pending)],
    ...Object.entries(parts.counted).map(([what, numbers]): [string, number, number] => [what, counted, sum(numbers)]),
  ]
  const wrong = checks.find(([, expected, found]) => expected !== found)
  return wrong
    ? { ok: false, what: wrong[0], expected: wrong[1], found: wrong[2], difference: wrong[2] - wrong[1] }
    : { ok: true }
}

export interface Period {
  from: Day
  to: Day
}

/** The days that a report tells of: a month, a quarter or a year. */
export function periodOf({ year, quarter, month }: { year: number; quarter?: string; month?: string }): Period {
  if (month) return { from: `${month}-01`, to: lastDayOfMonth(`${month}-01`) }
  if (!quarter) return { from: `${year}-01-01`, to: `${year}-12-31` }
  const last = String(Number(quarter.slice(5)) * 3).padStart(2, '0')
  const first = String(Number(last) - 2).padStart(2, '0')
  return { from: `${quarter.slice(0, 4)}-${first}-01`, to: lastDayOfMonth(`${quarter.slice(0, 4)}-${last}-01`) }
}

export const monthsOf = ({ from, to }: Period): string[] => {
  const months: string[] = []
  for (let n = Number(from.slice(5, 7)); n <= Number(to.slice(5, 7)); n += 1)
    months.push(`${from.slice(0, 4)}-${String(n).padStart(2, '0')}`)
  return months
}

/** Shares in tenths of a per cent that add up to exactly 100.0: the rest goes to the largest remainders. */
export function sharesOf(parts: readonly number[]): number[] {
  const whole = sum(parts)
  if (whole === 0) return parts.map(() => 0)
  const exact = parts.map((part) => (part * 1000) / whole)
  const shares = exact.map(Math.floor)
  const order = exact.map((value, i) => ({ i, rest: value - shares[i]! })).sort((a, b) => b.rest - a.rest)
  for (const { i } of order.slice(0, 1000 - sum(shares))) shares[i]! += 1
  return shares.map((tenths) => tenths / 10)
}
