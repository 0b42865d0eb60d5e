import { daysBetween, type Day } from '../../shared/dates.js'

export interface Progress {
  target: number
  personTimes: number
  people: number
  /** of the unit that the target is told in */
  done: number
  /** per cent of the target, one decimal, never rounded up to 100 */
  percent: number
  /** per cent of the period that has gone by at the end of `today` */
  elapsed: number
  missing: number
}

/** How far a target is, beside how far its period is. */
export function progressOf(
  target: { unit: string; amount: number; from: Day; to: Day },
  tally: { personTimes: number; people: number },
  today: Day,
): Progress {
  const done = target.unit === 'people' ? tally.people : tally.personTimes
  const days = daysBetween(target.from, target.to) + 1
  const gone = Math.min(days, Math.max(0, daysBetween(target.from, today) + 1))
  return {
    target: target.amount,
    ...tally,
    done,
    percent: share(done, target.amount),
    elapsed: share(gone, days),
    missing: Math.max(0, target.amount - done),
  }
}

/** Rounded down to a tenth, so that 99.96 % does not read as done. */
export const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part * 1000) / whole) / 10)
