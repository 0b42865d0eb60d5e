import { addDays, addYears, daysBetween, lastDayOfMonth, monthOf, type Day } from '../../shared/dates.js'

/** Both days belong to it. */
export interface Stretch {
  from: Day
  to: Day
}
export const daysOf = ({ from, to }: Stretch): number => daysBetween(from, to) + 1
export const meets = (a: Stretch, b: Stretch): boolean => a.from <= b.to && b.from <= a.to

/** What is left of a stretch when breaks are cut out, in order. */
export function withoutBreaks(stretch: Stretch, breaks: readonly Stretch[]): Stretch[] {
  let rest = [stretch]
  for (const gap of breaks) {
    rest = rest.flatMap((one) =>
      meets(one, gap)
        ? [
            { from: one.from, to: addDays(gap.from, -1) },
            { from: addDays(gap.to, 1), to: one.to },
          ].filter(({ from, to }) => from <= to)
        : [one],
    )
  }
  return rest.sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** A stretch of days within one person-year; `ofDays` is the length of that year, 365 or 366. */
export interface YearStretch extends Stretch {
  year: number
  ofDays: number
}

/**
 * Lays the days served end to end and cuts them into person-years, each from one anniversary of the first day to the next:
 * a break makes nobody's year shorter, and a year with a 29 February is one year.
 */
export function personYears(stretches: readonly Stretch[]): YearStretch[] {
  const first = stretches[0]?.from
  if (first === undefined) return []
  const parts: YearStretch[] = []
  let [year, left, ofDays] = [1, yearLength(first, 1), yearLength(first, 1)]
  for (const { from: begin, to } of stretches) {
    let from = begin
    while (from <= to) {
      const end = addDays(from, left - 1) < to ? addDays(from, left - 1) : to
      parts.push({ from, to: end, year, ofDays })
      left -= daysOf({ from, to: end })
      from = addDays(end, 1)
      if (left === 0) {
        year += 1
        left = ofDays = yearLength(first, year)
      }
    }
  }
  return parts
}

const yearLength = (first: Day, year: number): number => daysBetween(addYears(first, year - 1), addYears(first, year))

/** Cuts stretches so that each begins on every one of these days that lies within it. */
export function cutAt<S extends Stretch>(stretches: readonly S[], days: readonly Day[]): S[] {
  const cuts = [...new Set(days)].sort()
  return stretches.flatMap((one) => {
    const starts = [one.from, ...cuts.filter((day) => one.from < day && day <= one.to)]
    return starts.map((from, i) => ({ ...one, from, to: i + 1 < starts.length ? addDays(starts[i + 1]!, -1) : one.to }))
  })
}

/** Cuts stretches at the turn of each month. */
export const cutAtMonths = <S extends Stretch>(stretches: readonly S[]): S[] =>
  stretches.flatMap((one) => cutAt([one], monthStarts(one)))

function monthStarts({ from, to }: Stretch): Day[] {
  const starts: Day[] = []
  for (let day = addDays(lastDayOfMonth(from), 1); day <= to; day = addDays(lastDayOfMonth(day), 1)) starts.push(day)
  return starts
}

/** Whether a month (`2022-06`) has a day of the stretch. */
export const hasMonth = ({ from, to }: Stretch, month: string): boolean =>
  monthOf(from) <= month && month <= monthOf(to)
