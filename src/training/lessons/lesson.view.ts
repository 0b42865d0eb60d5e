import { weekdayOf, type Day } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import type { FieldRows } from '../../web/form-models.js'
import type { Table } from '../../web/table-models.js'
import { lessonColumns, type TypedLesson } from './lesson.forms.js'
import { hoursOf, type Lesson, type LessonFault } from './lesson.rules.js'
import type { RowReason } from './timetable.rules.js'

export type RowFault = LessonFault | { row: number; reasons: RowReason[] }

export interface LessonRows extends FieldRows {
  /** how much of the course is in the timetable */
  sum: string
}

const widths: Record<string, string> = {
  on: 'xa-lesson-day',
  from: 'xa-lesson-time',
  to: 'xa-lesson-time',
  hours: 'xa-lesson-hours',
  topic: 'xa-lesson-topic',
}

/** The typed rows with what is wrong with each, and room for `spare` more. */
export function lessonRows(
  t: Translate,
  typed: readonly TypedLesson[],
  faults: readonly RowFault[],
  sum: string,
  spare = 4,
): LessonRows {
  const empty: TypedLesson = { on: '', from: '', to: '', kind: 'theory', hours: '', topic: '', teacher: '', place: '' }
  const kinds = ['theory', 'practice'].map((value) => ({ value, label: t(`lessons.kind-${value}`) }))
  const all = [...typed, ...Array.from({ length: spare }, () => empty)]
  return {
    caption: t('lessons.timetable'),
    heads: { number: t('lessons.number') },
    columns: lessonColumns.map((name) => t(`lessons.${name}`)),
    rows: all.map((row, index) => ({
      number: String(index + 1),
      cells: lessonColumns.map((name) => ({
        name: `lesson-${name}`,
        id: `lesson-${name}-${index}`,
        value: row[name],
        label: t('lessons.cell', { column: t(`lessons.${name}`), row: index + 1 }),
        className: widths[name] ?? '',
        ...(name === 'kind' && { options: kinds }),
        ...(name === 'hours' && { inputmode: 'decimal' as const }),
      })),
      errors: faults.filter((fault) => fault.row === index).flatMap((fault) => faultTexts(t, fault)),
    })),
    sum,
  }
}

export function faultTexts(t: Translate, fault: RowFault): string[] {
  if ('reasons' in fault) return fault.reasons.map((reason) => t(`lessons.missing-${reason}`))
  return [t(`lessons.${fault.reason}`, { other: (fault.other ?? 0) + 1 })]
}

/** For the summary above: each faulty row with all it has to correct. */
export const rowProblems = (t: Translate, faults: readonly RowFault[]): { text: string; href: string }[] =>
  faults.flatMap((fault) =>
    faultTexts(t, fault).map((text) => ({
      text: t('lessons.rowProblem', { row: fault.row + 1, text }),
      href: `#lesson-on-${fault.row}`,
    })),
  )

export const sumText = (
  t: Translate,
  lessons: readonly Lesson[],
  course: { theoryHours: number; practiceHours: number },
): string => {
  const { theory, practice } = hoursOf(lessons)
  return t('lessons.sum', { theory, theoryOf: course.theoryHours, practice, practiceOf: course.practiceHours })
}

const dayText = (t: Translate, on: Day): string => `${on} ${t(`lessons.weekday-${weekdayOf(on)}`)}`

/** The timetable to read; with `before`, rows that are gone are struck out and new ones are marked. */
export function lessonTable(t: Translate, lessons: readonly Lesson[], before?: readonly Lesson[]): Table {
  const keyOf = (lesson: Lesson) => JSON.stringify(lesson)
  const [now, old] = [new Set(lessons.map(keyOf)), new Set((before ?? []).map(keyOf))]
  const marked = [
    ...lessons.map((lesson) => ({ lesson, mark: before && !old.has(keyOf(lesson)) ? 'new' : undefined })),
    ...(before ?? []).filter((lesson) => !now.has(keyOf(lesson))).map((lesson) => ({ lesson, mark: 'gone' })),
  ]
    .filter(({ mark }) => !before || mark !== undefined)
    .sort((a, b) => (`${a.lesson.on}${a.lesson.from}` < `${b.lesson.on}${b.lesson.from}` ? -1 : 1))
  const columns = [
    t('lessons.on'),
    t('lessons.time'),
    t('lessons.topic'),
    t('lessons.hours'),
    t('lessons.teacher'),
    t('lessons.place'),
    ...(before ? [t('lessons.change')] : []),
  ]
  return {
    caption: t('lessons.timetable'),
    plain: true,
    columns: columns.map((label, index) => ({ label, ...(index === 3 && { n: true }) })),
    rows: marked.map(({ lesson, mark }) => ({
      cells: [
        { text: dayText(t, lesson.on), num: true, del: mark === 'gone' },
        { text: `${lesson.from}–${lesson.to}`, num: true },
        { text: lesson.topic, sub: t(`lessons.kind-${lesson.kind}`), full: true },
        { text: String(lesson.hours), n: true },
        { text: lesson.teacher ?? '' },
        { text: lesson.place ?? '' },
        ...(mark
          ? [
              {
                tag:
                  mark === 'new'
                    ? { kind: 'run' as const, text: t('lessons.added') }
                    : { kind: 'neutral' as const, text: t('lessons.removed') },
              },
            ]
          : []),
      ],
    })),
  }
}
