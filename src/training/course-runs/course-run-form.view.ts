import { paths, withQuery } from '../../paths.js'
import { formatDays, formatInstant } from '../../shared/dates.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { Check, Fact, Step } from '../../web/story-models.js'
import type { CourseRecord } from '../courses/course.model.js'
import { versionOf } from '../courses/course.rules.js'
import { hoursText, programmeText, skillText } from '../courses/course.view.js'
import { lessonTable, sumText } from '../lessons/lesson.view.js'
import type { Lesson } from '../lessons/lesson.rules.js'
import { teachersText } from './course-run.forms.js'
import type { CourseRunRecord } from './course-run.model.js'
import type { FiledFacts } from './run-facts.rules.js'

export type RunStep = 'facts' | 'lessons' | 'check'
export interface BodyOption {
  id: string
  name: string
}

/** The address of a step; with `id` those that are done lead back. */
export function runSteps(t: Translate, now: RunStep, id?: string): Step[] {
  const steps = [
    { key: 'facts', href: id && paths.courseRuns.edit(id) },
    { key: 'lessons', href: id && paths.courseRuns.lessons(id) },
    { key: 'check', href: id && paths.courseRuns.check(id) },
  ] as const
  const at = steps.findIndex(({ key }) => key === now)
  return [
    { text: t('courseRuns.step-course'), state: 'done' },
    ...steps.map(({ key, href }, index): Step => ({
      text: t(`courseRuns.step-${key}`),
      state: index < at ? 'done' : index === at ? 'now' : 'next',
      ...(href && index < at && { href }),
    })),
  ]
}

/** The fields that a change request has, too; the county only a new run. */
export function factFields(
  t: Translate,
  {
    bodies,
    needsBody,
    maxTrainees,
    withRegion,
  }: { bodies: readonly BodyOption[]; needsBody: boolean; maxTrainees: number; withRegion: boolean },
): FieldSpec[] {
  const body: FieldSpec = {
    name: 'assessmentBodyId',
    label: t('courseRuns.assessmentBody'),
    kind: 'select',
    hint: t(bodies.length > 0 ? 'courseRuns.bodyHint' : 'courseRuns.noBodies'),
    options: [{ value: '', label: t('frame.choose') }, ...bodies.map(({ id, name }) => ({ value: id, label: name }))],
  }
  return [
    { name: 'startsOn', label: t('courseRuns.startsOn'), kind: 'date', hint: t('courseRuns.startsOnHint') },
    { name: 'endsOn', label: t('courseRuns.endsOn'), kind: 'date' },
    {
      name: 'capacity',
      label: t('courseRuns.capacity'),
      kind: 'number',
      width: 4,
      unit: t('courseRuns.peopleUnit'),
      hint: t('courseRuns.capacityHint', { max: maxTrainees }),
    },
    ...(withRegion
      ? [
          {
            name: 'region',
            label: t('courseRuns.region'),
            kind: 'select' as const,
            width: 8 as const,
            hint: t('courseRuns.regionHint'),
            options: [
              { value: '', label: t('frame.choose') },
              ...threeCounties.map((code) => ({ value: code, label: regionName(code, t.lang) })),
            ],
          },
        ]
      : []),
    { name: 'place', label: t('courseRuns.place'), kind: 'text', hint: t('courseRuns.placeHint'), maxlength: 120 },
    {
      name: 'teachers',
      label: t('courseRuns.teachers'),
      kind: 'textarea',
      rows: 3,
      hint: t('courseRuns.teachersHint'),
    },
    ...(needsBody ? [body] : []),
  ]
}

export const valuesOfFacts = ({
  startsOn,
  endsOn,
  place,
  capacity,
  teachers,
  assessmentBodyId,
  region,
}: Partial<Omit<FiledFacts, 'lessons'>> & { region?: string }): Values => ({
  startsOn: startsOn ?? '',
  endsOn: endsOn ?? '',
  place: place ?? '',
  capacity: capacity === undefined ? '' : String(capacity),
  teachers: teachersText(teachers ?? []),
  assessmentBodyId: assessmentBodyId ?? '',
  region: region ?? '',
})

const crumbsTo = (t: Translate, last: string, run?: Pick<CourseRunRecord, '_id' | 'title'>) => [
  { text: t('courseRuns.title'), href: paths.courseRuns.list() },
  ...(run ? [{ text: run.title, href: paths.courseRuns.show(String(run._id)) }] : []),
  { text: last, href: '' },
]

/** Which course the run is of, when the address does not say so. */
export function chooseCoursePage(t: Translate, courses: readonly CourseRecord[]): Page & Record<string, unknown> {
  const base = {
    layout: 'staff' as const,
    width: 'form' as const,
    title: t('courseRuns.new'),
    crumbs: crumbsTo(t, t('courseRuns.new')),
  }
  if (courses.length === 0)
    return {
      ...base,
      empty: {
        title: t('courseRuns.noCourses'),
        text: t('courseRuns.noCoursesText'),
        actions: [{ text: t('courses.new'), href: paths.courses.create(), style: 'primary' }],
      },
    }
  const options = courses.map((course) => ({
    value: String(course._id),
    label: course.title,
    hint: `${course.number} · ${hoursText(t, course)} · ${programmeText(t, course)}`,
  }))
  return {
    ...base,
    steps: [
      { text: t('courseRuns.step-course'), state: 'now' },
      ...(['facts', 'lessons', 'check'] as const).map((key): Step => ({
        text: t(`courseRuns.step-${key}`),
        state: 'next',
      })),
    ],
    form: {
      action: paths.courseRuns.create(),
      method: 'get',
      submit: t('courseRuns.next'),
      back: { text: t('courses.notNow'), href: paths.courseRuns.list() },
      sections: [
        {
          fields: fill([{ name: 'course', label: t('courseRuns.whichCourse'), kind: 'radios', options }], {
            course: options[0]!.value,
          }),
        },
      ],
    },
  }
}

export interface FactsData {
  course: Pick<CourseRecord, 'title' | 'certificateFamily'> & { _id?: unknown }
  run?: CourseRunRecord
  bodies: readonly BodyOption[]
  maxTrainees: number
  savedAt?: string
}

export function factsPage(
  t: Translate,
  { course, run, bodies, maxTrainees, savedAt }: FactsData,
  values: Values,
  errors: Errors = {},
): Page & Record<string, unknown> {
  const id = run && String(run._id)
  const back = run
    ? { text: t('courseRuns.laterBack'), href: paths.courseRuns.show(id!) }
    : { text: t('courses.notNow'), href: paths.courseRuns.list() }
  return {
    layout: 'staff',
    width: 'form',
    title: run ? run.title : t('courseRuns.new'),
    problems: problemsOf(errors),
    steps: runSteps(t, 'facts', id),
    lead: t('courseRuns.ofCourse', { title: course.title }),
    crumbs: crumbsTo(t, t('courseRuns.step-facts'), run),
    form: {
      action: id ? paths.courseRuns.edit(id) : withQuery(paths.courseRuns.create(), { course: String(course._id) }),
      submit: t('courses.saveAndContinue'),
      back,
      sections: [
        {
          fields: fill(
            factFields(t, { bodies, needsBody: course.certificateFamily === 'level', maxTrainees, withRegion: true }),
            values,
            errors,
          ),
        },
      ],
      ...(run && { hidden: { version: String(versionOf(run)) } }),
      ...(savedAt && { draft: t('courses.draftSaved', { time: savedAt }) }),
    },
  }
}

/** Course, dates and teachers of a run, by step; shown on the check page, on the review page and on the run's own. */
export function runFacts(
  t: Translate,
  run: CourseRunRecord,
  edit?: { facts: string; course: string },
): { title: string; facts: Fact[] }[] {
  const editing = (href: string | undefined) => (href ? { edit: { text: '', href } } : {})
  const course: Fact[] = [
    { label: t('courses.occupation'), value: skillText(t, run.course) },
    { label: t('courses.programme'), value: programmeText(t, run.course) },
    { label: t('courses.hours'), value: hoursText(t, run.course) },
    { label: t('courses.family'), value: t(`courses.family-${run.course.certificateFamily}`) },
  ]
  const facts: Fact[] = [
    { label: t('courseRuns.dates'), value: formatDays(run.startsOn, run.endsOn, t.lang) },
    { label: t('courseRuns.capacity'), value: t('courseRuns.people', { count: run.capacity }) },
    { label: t('courseRuns.place'), value: run.place, note: regionName(run.region, t.lang) },
    {
      label: t('courseRuns.teachers'),
      value: teachersText(run.teachers ?? []).replaceAll('\n', t.lang === 'en' ? '; ' : '；'),
    },
    ...(run.assessmentBodyName ? [{ label: t('courseRuns.assessmentBody'), value: run.assessmentBodyName }] : []),
  ]
  return [
    { title: t('courseRuns.step-course'), facts: course.map((fact) => ({ ...fact, ...editing(edit?.course) })) },
    { title: t('courseRuns.step-facts'), facts: facts.map((fact) => ({ ...fact, ...editing(edit?.facts) })) },
  ]
}

/** Everything once more before it is handed in. */
export function checkPage(
  t: Translate,
  run: CourseRunRecord,
  checks: readonly Check[],
  errors: Errors = {},
): Page & Record<string, unknown> {
  const id = String(run._id)
  const lessons = (run.lessons ?? []) as Lesson[]
  const [edit, timetable] = [paths.courseRuns.edit(id), paths.courseRuns.lessons(id)]
  const where = (field: string) =>
    field === 'lessons' ? timetable : field === 'declaration' ? '#declaration' : `${edit}#${field}`
  const declaration: FieldSpec = { name: 'declaration', label: t('courseRuns.declaration'), kind: 'checkbox' }
  const shown: Fact[] = [
    {
      label: t('lessons.timetable'),
      value: t('lessons.count', { count: lessons.length }),
      note: sumText(t, lessons, run.course),
      edit: { text: '', href: timetable },
    },
  ]
  return {
    layout: 'staff',
    width: 'form',
    title: t('courseRuns.checkTitle'),
    lead: run.title,
    steps: runSteps(t, 'check', id),
    problems: Object.entries(errors).map(([field, text]) => ({ text, ...(field !== '_' && { href: where(field) }) })),
    crumbs: crumbsTo(t, t('courseRuns.step-check'), run),
    sections: [
      ...runFacts(t, run, { facts: edit, course: paths.courses.show(run.courseId) }),
      {
        title: t('courseRuns.step-lessons'),
        facts: shown,
        ...(lessons.length > 0 && { table: lessonTable(t, lessons) }),
      },
      { title: t('runReviews.findings'), checks },
    ],
    note: {
      text: t('courseRuns.afterSubmit'),
      more: t('courseRuns.afterSubmitText', { county: regionName(run.region, t.lang) }),
    },
    form: {
      action: paths.courseRuns.submit(id),
      submit: t('courseRuns.submit'),
      back: { text: t('courses.keepDraft'), href: paths.courseRuns.show(id) },
      hidden: { version: String(versionOf(run)) },
      sections: [
        { fields: fill([declaration], {}, errors['declaration'] ? { declaration: errors['declaration'] } : {}) },
      ],
    },
  }
}

export const savedText = (t: Translate, at: Date | undefined): string =>
  at ? t('courses.draftSaved', { time: formatInstant(at).slice(11) }) : ''
