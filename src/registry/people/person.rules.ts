import type { Day } from '../../shared/dates.js'
import { normaliseName } from '../../shared/text.js'

export interface DatedCode { code: string; from: Day }

/** A person's category changes with life; the one of a day is the last that began on or before it. */
export function categoryOn(categories: readonly DatedCode[], day: Day): string | undefined {
  return [...categories].filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0]?.code
}

/** Tags do not replace one another; those that had begun by the day. */
export const tagsOn = (tags: readonly DatedCode[], day: Day): string[] => [...new Set(tags.filter(({ from }) => from <= day).map(({ code }) => code))].sort()

/** The same name as written on another day: middle dots, width and spaces do not count. */
export const sameName = (one: string, other: string): boolean => normaliseName(one).toLowerCase() === normaliseName(other).toLowerCase()
