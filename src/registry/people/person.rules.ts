import { addDays, ageOn, type Day } from '../../shared/dates.js'
import { normaliseName } from '../../shared/text.js'

export interface DatedCode {
  code: string
  from: Day
  to?: Day | null
  proof?: string | null
}

const begun = (codes: readonly DatedCode[], day: Day): DatedCode[] =>
  codes.filter(({ from, to }) => from <= day && (!to || day <= to))

/** A person's category changes with life; the one of a day is the last that began on or before it. */
export const categoryOn = (categories: readonly DatedCode[], day: Day): string | undefined =>
  begun(categories, day).reduce<DatedCode | undefined>(
    (last, one) => (last && last.from > one.from ? last : one),
    undefined,
  )?.code

/** Tags do not replace one another; those that hold on the day. */
export const tagsOn = (tags: readonly DatedCode[], day: Day): string[] =>
  [...new Set(begun(tags, day).map(({ code }) => code))].sort()

/** The history with this category from `on`; a second entry of the same day corrects the first. Nothing when it held already. */
export function categoriesWith(categories: readonly DatedCode[], code: string, on: Day): DatedCode[] | undefined {
  if (categoryOn(categories, on) === code) return undefined
  return [...categories.filter(({ from }) => from !== on), { code, from: on }].sort(byDay)
}

/** The history with exactly these tags from `on`; what ends, ends the day before. Nothing when they held already. */
export function tagsSetTo(tags: readonly DatedCode[], wanted: readonly string[], on: Day): DatedCode[] | undefined {
  const held = tagsOn(tags, on)
  const added = [...new Set(wanted)].filter((code) => !held.includes(code))
  const ended = held.filter((code) => !wanted.includes(code))
  if (added.length === 0 && ended.length === 0) return undefined
  const kept = tags.map((tag) =>
    ended.includes(tag.code) && begun([tag], on).length > 0 ? { ...tag, to: addDays(on, -1) } : tag,
  )
  return [...kept.filter(({ from, to }) => !to || from <= to), ...added.map((code) => ({ code, from: on }))].sort(byDay)
}

/** The history with these tags from `on` besides those that hold. */
export const tagsWith = (tags: readonly DatedCode[], more: readonly string[], on: Day): DatedCode[] | undefined =>
  tagsSetTo(tags, [...tagsOn(tags, on), ...more], on)

const byDay = (a: DatedCode, b: DatedCode): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)

/** The same name as written on another day: middle dots, width and spaces do not count. */
export const sameName = (one: string, other: string): boolean =>
  normaliseName(one).toLowerCase() === normaliseName(other).toLowerCase()

/** 未成年人保护法 第二条: not yet eighteen. Unknown birthdays are not guessed. */
export const isMinorOn = (birthOn: Day | undefined | null, day: Day): boolean =>
  birthOn !== undefined && birthOn !== null && ageOn(birthOn, day) < 18

/** Why somebody's hidden number is opened: a closed list, so that reveals can be counted and compared. */
export const revealReasons = [
  'contact',
  'check-document',
  'correct-record',
  'complaint',
  'inspection',
  'other',
] as const
export type RevealReason = (typeof revealReasons)[number]

/** A reason goes into the audit trail, which must not hold the numbers that it guards. */
export const withoutNumbers = (reason: string): string => reason.replace(/\d[\d\s-]{4,}[\dXx]/g, '******')
