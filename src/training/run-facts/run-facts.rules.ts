import type { Day } from '../../shared/dates.js'
import { hoursFit, lessonFaults, type Lesson } from '../lessons/lesson.rules.js'

export interface Teacher {
  name: string
  qualification?: string
}
/** What an institution fills in on the first step of a run. */
export interface RunInput {
  region: string
  startsOn: Day
  endsOn: Day
  place: string
  capacity: number
  teachers: Teacher[]
  assessmentBodyId?: string
}
/** What is frozen when a run is filed. */
export interface FiledFacts extends Omit<RunInput, 'region'> {
  lessons: Lesson[]
  assessmentBodyName?: string
}

export type RunField = 'startsOn' | 'endsOn' | 'capacity' | 'teachers' | 'assessmentBodyId' | 'lessons'
export type RunFault =
  | 'ends-before-it-starts'
  | 'starts-too-soon'
  | 'too-many-trainees'
  | 'fewer-than-enrolled'
  | 'teacher-needed'
  | 'body-needed'
  | 'lessons-missing'
  | 'lessons-faulty'
  | 'hours-differ'
export interface RunFieldFault {
  field: RunField
  reason: RunFault
}

export interface Bounds {
  today: Day
  maxTrainees: number
  enrolled: number
  needsBody: boolean
  /** a filed run that goes on may keep a first day that is past */ startMayBePast?: boolean
}

/** The first step: dates, number, teachers, assessment body. */
export function factsFaults(
  facts: Omit<RunInput, 'region'>,
  { today, maxTrainees, enrolled, needsBody, startMayBePast = false }: Bounds,
): RunFieldFault[] {
  const faults: (RunFieldFault | false)[] = [
    !startMayBePast && facts.startsOn <= today && { field: 'startsOn', reason: 'starts-too-soon' },
    facts.endsOn < facts.startsOn && { field: 'endsOn', reason: 'ends-before-it-starts' },
    facts.capacity > maxTrainees && { field: 'capacity', reason: 'too-many-trainees' },
    facts.capacity < enrolled && { field: 'capacity', reason: 'fewer-than-enrolled' },
    facts.teachers.length === 0 && { field: 'teachers', reason: 'teacher-needed' },
    needsBody && !facts.assessmentBodyId && { field: 'assessmentBodyId', reason: 'body-needed' },
  ]
  return faults.filter((fault) => fault !== false)
}

/** The second step: a timetable without faults that teaches what the course promises. */
export function timetableFaults(
  facts: Pick<FiledFacts, 'startsOn' | 'endsOn' | 'lessons'>,
  course: { theoryHours: number; practiceHours: number },
  minutesPerHour: number,
): RunFieldFault[] {
  if (facts.lessons.length === 0) return [{ field: 'lessons', reason: 'lessons-missing' }]
  if (lessonFaults(facts.lessons, facts, minutesPerHour).length > 0)
    return [{ field: 'lessons', reason: 'lessons-faulty' }]
  return hoursFit(facts.lessons, course) ? [] : [{ field: 'lessons', reason: 'hours-differ' }]
}

export const filedFields = [
  'startsOn',
  'endsOn',
  'place',
  'capacity',
  'teachers',
  'assessmentBodyId',
  'lessons',
] as const
export type FiledField = (typeof filedFields)[number]

/** Which frozen facts differ between two versions. */
export const changedFacts = (before: Partial<FiledFacts>, after: Partial<FiledFacts>): FiledField[] =>
  filedFields.filter((field) => plain(before[field]) !== plain(after[field]))

// Key order and absent values are no difference.
const plain = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(plain).join()}]`
    : value && typeof value === 'object'
      ? JSON.stringify(
          Object.entries(value)
            .filter(([, part]) => part !== undefined && part !== null)
            .sort(),
        )
      : String(value ?? '')
