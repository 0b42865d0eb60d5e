import { parseDay } from '../../shared/dates.js'
import { cleanText, halfWidth } from '../../shared/text.js'
import type { Lesson } from './lesson.rules.js'

/** The nine columns of the timetable that institutions already have (domain.md 1.6), in this order. */
export const timetableColumns = [
  '上课日期',
  '课别(上课内容)',
  '课时',
  '上课开始时间',
  '上课结束时间',
  '上课地点',
  '培训教师',
  '教师身份证号',
  '教材名称及出版社',
] as const

export const rowReasons = ['on', 'topic', 'hours', 'from', 'to'] as const
export type RowReason = (typeof rowReasons)[number]
export type PastedRow = { ok: true; lesson: Lesson } | { ok: false; line: number; reasons: RowReason[] }

/** 8:30, 08:30, 8：30, 0830 and Excel's 08:30:00 become 08:30. */
export function parseTime(text: string): string | undefined {
  const found = /^(\d{1,2}):?(\d{2})(:00)?$/.exec(halfWidth(text).replace(/\s/g, ''))
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])]
  return found && hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${found[2]}` : undefined
}

const practical = /实操|实训|实习|实践|操作|practice/i

/** Half hours are usual, finer parts are not. */
export const parseHours = (text: string): number | undefined => {
  const hours = Number(halfWidth(text).replace(/(学|课)?时$/, ''))
  return text.trim() !== '' && hours > 0 && hours <= 12 && Number.isInteger(hours * 2) ? hours : undefined
}

/**
 * Reads rows pasted from a spreadsheet (cells apart by tabs). A header row is skipped. The teacher's ID number and
 * the book are columns of that sheet, but nothing here needs them, so they are not kept.
 */
export function readTimetable(text: string): PastedRow[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ cells: line.split('\t').map(cleanText), line: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== '') && cells[0] !== timetableColumns[0])
    .map(({ cells, line }) => readRow(cells, line))
}

function readRow(
  [day = '', topic = '', hours = '', from = '', to = '', place = '', teacher = '']: readonly string[],
  line: number,
): PastedRow {
  const read = {
    on: parseDay(day),
    topic: topic || undefined,
    hours: parseHours(hours),
    from: parseTime(from),
    to: parseTime(to),
  }
  const { on, hours: count, from: start, to: end } = read
  if (!on || !topic || !count || !start || !end)
    return { ok: false, line, reasons: rowReasons.filter((key) => read[key] === undefined) }
  return {
    ok: true,
    lesson: {
      on,
      from: start,
      to: end,
      topic,
      kind: practical.test(topic) ? 'practice' : 'theory',
      hours: count,
      ...(teacher && { teacher }),
      ...(place && { place }),
    },
  }
}
