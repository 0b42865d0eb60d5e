import { parseDay } from '../../shared/dates.js'
import { cleanText } from '../../shared/text.js'
import type { Lesson } from './lesson.rules.js'
import { parseHours, parseTime, type RowReason } from './timetable.rules.js'

/** One row as a browser sends it: every column is a list, the n-th members belong together. */
export interface TypedLesson {
  on: string
  from: string
  to: string
  kind: string
  hours: string
  topic: string
  teacher: string
  place: string
}
export const lessonColumns = ['on', 'from', 'to', 'kind', 'hours', 'topic', 'teacher', 'place'] as const
export type ReadRow = { lesson: Lesson } | { row: number; reasons: RowReason[] }

const most = 400
const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value])
    .slice(0, most)
    .map((part) => (typeof part === 'string' ? cleanText(part).slice(0, 120) : ''))

/** The rows that were typed; rows without day, times and topic are room for more. */
export function typedLessons(body: unknown): TypedLesson[] {
  const given = (body ?? {}) as Record<string, unknown>
  const columns = Object.fromEntries(lessonColumns.map((name) => [name, listOf(given[`lesson-${name}`])])) as Record<
    (typeof lessonColumns)[number],
    string[]
  >
  const rows = columns.on.map(
    (_on, index) =>
      Object.fromEntries(lessonColumns.map((name) => [name, columns[name][index] ?? ''])) as unknown as TypedLesson,
  )
  return rows.filter(({ on, from, to, topic }) => [on, from, to, topic].some((text) => text !== ''))
}

/** Reads the typed rows; a row with a gap names all of its gaps at once. */
export function readLessons(rows: readonly TypedLesson[]): ReadRow[] {
  return rows.map(({ on, from, to, kind, hours, topic, teacher, place }, row) => {
    const read = {
      on: parseDay(on),
      from: parseTime(from),
      to: parseTime(to),
      hours: parseHours(hours),
      topic: topic || undefined,
    }
    if (!read.on || !read.from || !read.to || !read.hours || !read.topic)
      return { row, reasons: (Object.keys(read) as RowReason[]).filter((key) => read[key] === undefined) }
    return {
      lesson: {
        on: read.on,
        from: read.from,
        to: read.to,
        topic: read.topic,
        kind: kind === 'practice' ? 'practice' : 'theory',
        hours: read.hours,
        ...(teacher && { teacher }),
        ...(place && { place }),
      },
    }
  })
}

export const asTyped = ({ on, from, to, kind, hours, topic, teacher, place }: Lesson): TypedLesson => ({
  on,
  from,
  to,
  kind,
  hours: String(hours),
  topic,
  teacher: teacher ?? '',
  place: place ?? '',
})
