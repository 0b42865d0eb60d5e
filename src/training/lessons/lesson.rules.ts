import { addDays, weekdayOf, type Day } from '../../shared/dates.js'

export interface Lesson {
  on: Day
  from: string
  to: string
  topic: string
  kind: 'theory' | 'practice'
  hours: number
  teacher?: string
  place?: string
}
export interface Span {
  startsOn: Day
  endsOn: Day
}

export const lessonReasons = [
  'outside-dates',
  'ends-before-it-begins',
  'shorter-than-its-hours',
  'teacher-in-two',
  'place-in-two',
] as const
export type LessonReason = (typeof lessonReasons)[number]
/** `row` counts from 0; `other` is the row it collides with. */
export interface LessonFault {
  row: number
  reason: LessonReason
  other?: number
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Touching lessons (one ends when the next begins) do not overlap. */
export const overlap = (a: Pick<Lesson, 'on' | 'from' | 'to'>, b: Pick<Lesson, 'on' | 'from' | 'to'>): boolean =>
  a.on === b.on && a.from < b.to && b.from < a.to

/** What is wrong with a timetable; an hour of lessons takes at least `minutesPerHour` (45 by the usual rule). */
export function lessonFaults(
  lessons: readonly Lesson[],
  { startsOn, endsOn }: Span,
  minutesPerHour: number,
): LessonFault[] {
  const faults: LessonFault[] = []
  lessons.forEach((lesson, row) => {
    const minutes = minutesOf(lesson.to) - minutesOf(lesson.from)
    if (lesson.on < startsOn || lesson.on > endsOn) faults.push({ row, reason: 'outside-dates' })
    if (minutes <= 0) faults.push({ row, reason: 'ends-before-it-begins' })
    else if (minutes < lesson.hours * minutesPerHour) faults.push({ row, reason: 'shorter-than-its-hours' })
    faults.push(...clashesOf(lessons, row))
  })
  return faults
}

/** Each pair is told once, at the later row. */
function clashesOf(lessons: readonly Lesson[], row: number): LessonFault[] {
  const lesson = lessons[row]!
  const same = (key: 'teacher' | 'place') =>
    lessons.findIndex(
      (other, index) =>
        index < row && lesson[key] !== undefined && other[key] === lesson[key] && overlap(lesson, other),
    )
  const [teacher, place] = [same('teacher'), same('place')]
  return [
    ...(teacher >= 0 ? [{ row, reason: 'teacher-in-two' as const, other: teacher }] : []),
    ...(place >= 0 ? [{ row, reason: 'place-in-two' as const, other: place }] : []),
  ]
}

export interface Hours {
  theory: number
  practice: number
}

/** Sums in tenths, because a lesson may have half an hour and 0.1 has no exact binary form. */
export function hoursOf(lessons: readonly Pick<Lesson, 'kind' | 'hours'>[]): Hours {
  const sum = (kind: Lesson['kind']) =>
    lessons.filter((lesson) => lesson.kind === kind).reduce((total, { hours }) => total + Math.round(hours * 10), 0) /
    10
  return { theory: sum('theory'), practice: sum('practice') }
}

/** A timetable teaches exactly what the course promises, theory and practice each. */
export const hoursFit = (
  lessons: readonly Pick<Lesson, 'kind' | 'hours'>[],
  course: { theoryHours: number; practiceHours: number },
): boolean => {
  const { theory, practice } = hoursOf(lessons)
  return theory === course.theoryHours && practice === course.practiceHours
}

export interface Clash {
  lesson: Lesson
  with: { run: string; lesson: Lesson }
}

/** A teacher who would stand in two classes of the institution at once. */
export function teacherClashes(
  lessons: readonly Lesson[],
  others: readonly { run: string; lessons: readonly Lesson[] }[],
): Clash[] {
  return lessons.flatMap((lesson) =>
    others.flatMap(({ run, lessons: theirs }) =>
      theirs
        .filter((other) => lesson.teacher !== undefined && other.teacher === lesson.teacher && overlap(lesson, other))
        .map((other) => ({ lesson, with: { run, lesson: other } })),
    ),
  )
}

const halves = [
  { from: '08:30', to: '11:50' },
  { from: '14:00', to: '17:20' },
] as const
const hoursOfHalf = 4

interface Plan extends Span {
  theoryHours: number
  practiceHours: number
  topic: string
  place?: string
  teacher?: string
  practiceTeacher?: string
}

/**
 * A first timetable to change by hand: half-days of four hours, theory first, on working days, then also on Saturdays
 * and Sundays if they are needed. Undefined when the hours do not fit between the two days.
 */
export function proposeLessons(plan: Plan): Lesson[] | undefined {
  const parts = [...partsOf(plan.theoryHours, 'theory'), ...partsOf(plan.practiceHours, 'practice')]
  const days = daysFor(plan, Math.ceil(parts.length / halves.length))
  if (!days) return undefined
  return parts.map(({ kind, hours }, index) => {
    const half = halves[index % halves.length]!
    const teacher = kind === 'practice' ? (plan.practiceTeacher ?? plan.teacher) : plan.teacher
    return {
      on: days[Math.floor(index / halves.length)]!,
      ...half,
      topic: plan.topic,
      kind,
      hours,
      ...(teacher && { teacher }),
      ...(plan.place && { place: plan.place }),
    }
  })
}

function partsOf(total: number, kind: Lesson['kind']): { kind: Lesson['kind']; hours: number }[] {
  const parts = Math.ceil(total / hoursOfHalf)
  return Array.from({ length: parts }, (_, index) => ({
    kind,
    hours: Math.min(hoursOfHalf, total - index * hoursOfHalf),
  }))
}

function daysFor({ startsOn, endsOn }: Span, needed: number): Day[] | undefined {
  const all: Day[] = []
  for (let day = startsOn; day <= endsOn && all.length < 400; day = addDays(day, 1)) all.push(day)
  const weekdays = all.filter((day) => weekdayOf(day) <= 5)
  const days = weekdays.length >= needed ? weekdays : all
  return days.length >= needed ? days.slice(0, needed) : undefined
}
