import { paths, withQuery } from '../../paths.js'
import { yuan } from '../../shared/money.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { Step } from '../../web/story-models.js'
import { howFields, whatFields } from './course-fields.view.js'
import type { CourseRecord } from '../courses/course.model.js'
import { versionOf } from '../courses/course.rules.js'
import { courseFacts, type OccupationOption } from '../courses/course.view.js'

export type CourseStep = 'what' | 'how'

export const editHref = (id: string, step: CourseStep): string =>
  withQuery(paths.courses.edit(id), { step: step === 'what' ? undefined : step })

export function stepsOf(t: Translate, now: CourseStep | 'check', id?: string): Step[] {
  const order = ['what', 'how', 'check'] as const
  const at = order.indexOf(now)
  return order.map((step, index) => ({
    text: t(`courses.step-${step}`),
    state: index < at ? 'done' : index === at ? 'now' : 'next',
    ...(id && index < at && step !== 'check' && { href: editHref(id, step) }),
  }))
}

/** A record's values as the form shows them; hours of a draft that are not filled in yet stay empty. */
export function valuesOfCourse(course: CourseRecord): Values {
  const text = (value: unknown) => (value === undefined || value === null ? '' : String(value))
  const begun = course.theoryHours + course.practiceHours > 0
  const plain = Object.fromEntries(
    [
      'title',
      'programme',
      'startUpKind',
      'occupationId',
      'level',
      'workType',
      'delivery',
      'funding',
      'certificateFamily',
      'summary',
    ].map((key) => [key, text(course[key as keyof CourseRecord])]),
  )
  return {
    ...plain,
    theoryHours: begun ? text(course.theoryHours) : '',
    practiceHours: begun ? text(course.practiceHours) : '',
    feeFen: course.feeFen === 0 ? '' : yuan(course.feeFen).replaceAll(',', ''),
  }
}

export interface StepData {
  course?: CourseRecord
  occupations: readonly OccupationOption[]
  minHours: number
  savedAt?: string
}

export function courseStepPage(
  t: Translate,
  step: CourseStep,
  { course, occupations, minHours, savedAt }: StepData,
  values: Values = {},
  errors: Errors = {},
): Page & Record<string, unknown> {
  const id = course && String(course._id)
  const active = course?.state === 'active'
  const title = course
    ? active
      ? t('courses.editTitle', { title: course.title })
      : t('courses.newTitle')
    : t('courses.newTitle')
  const back =
    step === 'how' && id
      ? { text: t('courses.back'), href: editHref(id, 'what') }
      : { text: t('courses.notNow'), href: id && active ? paths.courses.show(id) : paths.courses.list() }
  return {
    layout: 'staff',
    width: 'form',
    title,
    problems: problemsOf(errors),
    steps: stepsOf(t, step, id),
    crumbs: [
      { text: t('courses.courses'), href: paths.courses.list() },
      ...(active ? [{ text: course.title, href: paths.courses.show(String(course._id)) }] : []),
      { text: t(`courses.step-${step}`), href: '' },
    ],
    form: {
      action: id ? editHref(id, step) : paths.courses.create(),
      submit: t('courses.saveAndContinue'),
      back,
      sections: [
        { fields: fill(step === 'what' ? whatFields(t, occupations) : howFields(t, minHours), values, errors) },
      ],
      ...(course && { hidden: { version: String(versionOf(course)) } }),
      ...(savedAt && { draft: t('courses.draftSaved', { time: savedAt }) }),
    },
  }
}

/** Everything once more before it counts; each fact leads back to its step. */
export function courseCheckPage(
  t: Translate,
  course: CourseRecord,
  occupation: OccupationOption | undefined,
  errors: Errors = {},
): Page & Record<string, unknown> {
  const id = String(course._id)
  return {
    layout: 'staff',
    width: 'form',
    title: t('courses.checkTitle'),
    steps: stepsOf(t, 'check', id),
    problems: Object.entries(errors).map(([field, text]) => ({
      text,
      ...(field !== '_' && { href: editHref(id, howNames.has(field) ? 'how' : 'what') }),
    })),
    crumbs: [
      { text: t('courses.courses'), href: paths.courses.list() },
      { text: course.title, href: paths.courses.show(id) },
      { text: t('courses.step-check'), href: '' },
    ],
    sections: courseFacts(t, course, occupation, (step) => editHref(id, step)),
    note: { text: t('courses.afterTitle'), more: t('courses.afterText') },
    form: {
      action: paths.courses.submit(id),
      sections: [],
      submit: t('courses.register'),
      back: { text: t('courses.keepDraft'), href: paths.courses.list() },
      hidden: { version: String(versionOf(course)) },
    },
  }
}

const howNames = new Set([
  'theoryHours',
  'practiceHours',
  'delivery',
  'funding',
  'certificateFamily',
  'feeFen',
  'summary',
])
