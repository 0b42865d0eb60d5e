import { personCategoryName } from '../../registry/people/category.data.js'
import { Person } from '../../registry/people/person.model.js'
import { weekdayOf, type Day } from '../../shared/dates.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { CourseRun, type CourseRunRecord } from '../../training/course-runs/course-run.model.js'
import { Enrolment, type EnrolmentRecord } from '../../training/enrolments/enrolment.model.js'
import { lessonDayOf } from './roster.rules.js'

export interface Trainee {
  name: string
  sex: string
  idMasked: string
  category: string
  tags: string
  phone: string
}
export interface Roster {
  number: string
  title: string
  organisationName: string
  courseText: string
  place: string
  teachers: string
  startsOn: Day
  endsOn: Day
  /** 0 before the run is filed: the roster may still change */
  version: number
  filedOn?: Day
  trainees: Trainee[]
}
/** One day of lessons, as the sign-in sheet names it. */
export interface LessonDay {
  on: Day
  weekday: number
  serial: number
  of: number
  theory: number
  practice: number
  teachers: string
  place: string
}

export const findRun = (id: string): Promise<CourseRunRecord | null> => CourseRun.findById(id).lean<CourseRunRecord>()

/** Who is on the roster, in the order of entry; only what a paper may show. */
export async function rosterOf(run: CourseRunRecord): Promise<Roster> {
  const enrolments = await Enrolment.find({ courseRunId: String(run._id), state: 'enrolled' })
    .select('personId personName idMasked category tags createdAt')
    .sort({ createdAt: 1, _id: 1 })
    .lean<EnrolmentRecord[]>()
  const people = await Person.find({ _id: { $in: enrolments.map(({ personId }) => personId) } })
    .select('sex phoneMasked')
    .lean<{ _id: string; sex: string; phoneMasked?: string }[]>()
  const personOf = new Map(people.map((person) => [person._id, person]))
  const { course } = run
  return {
    number: run.number,
    title: run.title,
    organisationName: run.organisationName,
    courseText: course.level ? `${course.title}（${levelPrinted(course.level as Level)}）` : course.title,
    place: run.place,
    teachers: (run.teachers ?? []).map(({ name }) => name).join('、'),
    startsOn: run.startsOn,
    endsOn: run.endsOn,
    version: run.filedVersion,
    ...(run.filedOn && { filedOn: run.filedOn }),
    trainees: enrolments.map(({ personId, personName, idMasked, category, tags }) => ({
      name: personName,
      idMasked,
      category: personCategoryName(category, 'zh-CN'),
      tags: tags.map((tag) => personCategoryName(tag, 'zh-CN')).join('、'),
      sex: sexes[personOf.get(personId)?.sex ?? ''] ?? '',
      phone: personOf.get(personId)?.phoneMasked ?? '',
    })),
  }
}

const sexes: Record<string, string> = { male: '男', female: '女' }

/** The asked day of lessons, else the next one, else the last. */
export function lessonDay(run: CourseRunRecord, asked: Day | undefined, today: Day): LessonDay {
  const lessons = run.lessons ?? []
  const days = [...new Set(lessons.map(({ on }) => on))].sort()
  const on = lessonDayOf(days, asked, today) ?? run.startsOn
  const own = lessons.filter((lesson) => lesson.on === on)
  const hours = (kind: string): number =>
    own.filter((lesson) => lesson.kind === kind).reduce((sum, lesson) => sum + lesson.hours, 0)
  const named = (values: (string | null | undefined)[]): string =>
    [...new Set(values.filter((value): value is string => Boolean(value)))].join('、')
  return {
    on,
    weekday: weekdayOf(on),
    serial: days.indexOf(on) + 1,
    of: days.length,
    theory: hours('theory'),
    practice: hours('practice'),
    teachers: named(own.map(({ teacher }) => teacher)),
    place: named(own.map(({ place }) => place)),
  }
}
