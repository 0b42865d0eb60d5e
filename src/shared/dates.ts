/**
 * Business dates are days of the region's calendar, kept as `YYYY-MM-DD`; instants are `Date`.
 * Only this file turns one into the other: compare an instant with a day and a class closes on its last morning.
 */
import { Temporal } from 'temporal-polyfill'
import { halfWidth } from './text.js'
import type { Lang } from './words.js'

export type Day = string

export const regionTimeZone = 'Asia/Shanghai'

export interface Clock {
  now(): Date
  today(): Day
}

/** The clock of the region; a test hands in its own `now`. */
export const regionClock = (now: () => Date = () => new Date()): Clock => ({ now, today: () => dayOf(now()) })

const two = (n: number): string => String(n).padStart(2, '0')
const plain = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day)

function dayFrom(year: number, month: number, day: number): Day | undefined {
  if (year < 1800 || year > 2199) return undefined
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

const written = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]
/** Other systems export a day as midnight: `2026/2/3 0:00:00`. */
const midnight = /[ T]0{1,2}:00(:00(\.0+)?)?$/

/** Reads a day as people write it (2026-02-03, 2026/2/3, 2026年2月3日, 20260203); a day that does not exist is refused. */
export function parseDay(text: string): Day | undefined {
  const clean = halfWidth(text).trim().replace(midnight, '').replace(/\s+/g, '')
  for (const pattern of written) {
    const found = pattern.exec(clean)
    if (found) return dayFrom(Number(found[1]), Number(found[2]), Number(found[3]))
  }
  return undefined
}

export const isDay = (text: unknown): text is Day =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) === text

export const addDays = (day: Day, days: number): Day => plain(day).add({ days }).toString()
/** 31 January plus one month is the last day of February. */
export const addMonths = (day: Day, months: number): Day => plain(day).add({ months }).toString()
export const addYears = (day: Day, years: number): Day => plain(day).add({ years }).toString()

/** Days from `from` to `to`; 0 on the same day, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => plain(from).until(plain(to), { largestUnit: 'day' }).days

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
/** `2022-03` */
export const monthOf = (day: Day): string => day.slice(0, 7)
/** `2022Q1` */
export const quarterOf = (day: Day): string => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
/** 1 Monday … 7 Sunday */
export const weekdayOf = (day: Day): number => plain(day).dayOfWeek
export const lastDayOfMonth = (day: Day): Day => `${monthOf(day)}-${two(plain(day).daysInMonth)}`

/** Full years lived; reached on the birthday itself, by those born on 29 February on 1 March of a common year. */
export function ageOn(birth: Day, day: Day): number {
  const years = yearOf(day) - yearOf(birth)
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}

const partsOfInstant = new Intl.DateTimeFormat('en-GB', {
  timeZone: regionTimeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function wallClock(instant: Date): { day: Day; time: string } {
  const part = Object.fromEntries(partsOfInstant.formatToParts(instant).map(({ type, value }) => [type, value]))
  return { day: `${part['year']}-${part['month']}-${part['day']}`, time: `${part['hour']}:${part['minute']}` }
}

/** The region's day at an instant. */
export const dayOf = (instant: Date): Day => wallClock(instant).day
/** `14:05` in the region at an instant. */
export const timeOf = (instant: Date): string => wallClock(instant).time

/** The instant at which the region's clocks show `time` (24 h) on `day`; summer time of 1986-1991 included. */
export const instantAt = (day: Day, time = '00:00'): Date =>
  new Date(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(regionTimeZone).epochMilliseconds)

const months = 'January February March April May June July August September October November December'.split(' ')

/** `2022年11月23日`, `23 November 2022` */
export function formatDay(day: Day, lang: Lang): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return lang === 'en' ? `${date} ${months[month - 1]} ${year}` : `${year}年${month}月${date}日`
}

/** `2022年3月1日至2022年3月18日`, `1 March 2022 to 18 March 2022` */
export const formatDays = (from: Day, to: Day, lang: Lang): string =>
  from === to ? formatDay(from, lang) : `${formatDay(from, lang)}${lang === 'en' ? ' to ' : '至'}${formatDay(to, lang)}`

/** `2022-11-23 14:05`, alike in both languages */
export function formatInstant(instant: Date, _lang?: Lang): string {
  const { day, time } = wallClock(instant)
  return `${day} ${time}`
}
