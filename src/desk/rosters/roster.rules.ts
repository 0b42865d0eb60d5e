import type { Day } from '../../shared/dates.js'

/** The day of a sign-in sheet: the asked one if there are lessons on it, else the next, else the last; none without lessons. */
export function lessonDayOf(days: readonly Day[], asked: Day | undefined, today: Day): Day | undefined {
  if (asked !== undefined && days.includes(asked)) return asked
  const sorted = [...days].sort()
  return sorted.find((day) => day >= today) ?? sorted.at(-1)
}

export const rowsOnPage = 12

/** Twelve to a page (papers.md 8.8). */
export const pagesOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsOnPage) }, (_, i) =>
    rows.slice(i * rowsOnPage, (i + 1) * rowsOnPage),
  )
