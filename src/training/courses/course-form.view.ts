import { paths, withQuery } from '../../paths.js'
import { levelPrinted, levels } from '../../shared/levels.js'
import { yuan } from '../../shared/money.js'
import type { Actor } from '../../shared/permissions.js'
import { may } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Step } from '../../web/story-models.js'
import { deliveries, fundings, programmeKinds, startUpKinds, type CourseRecord } from './course.model.js'
import { versionOf } from './course.rules.js'
import { courseFacts, courseTag, type OccupationOption } from './course.view.js'

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

const optionsOf = (t: Translate, values: readonly string[], word: string) =>
  values.map((value) => ({ value, label: t(`courses.${word}-${value}`) }))

function whatFields(t: Translate, occupations: readonly OccupationOption[]): FieldSpec[] {
  const none = { value: '', label: t('courses.noOccupation') }
  const name = ({ name: zh, nameEn, code, edition, status }: OccupationOption) =>
    t(status === 'V' ? 'courses.occupationOption' : 'courses.occupationOptionUnverified', {
      name: t.lang === 'en' ? `${nameEn} ${zh}` : zh,
      code,
      edition,
    })
  return [
    { name: 'title', label: t('courses.title'), kind: 'text', hint: t('courses.titleHint'), maxlength: 60 },
    {
      name: 'programme',
      label: t('courses.programme'),
      kind: 'select',
      options: [{ value: '', label: t('frame.choose') }, ...optionsOf(t, programmeKinds, 'programme')],
    },
    {
      name: 'startUpKind',
      label: t('courses.startUpKind'),
      kind: 'select',
      optional: true,
      hint: t('courses.startUpHint'),
      options: [{ value: '', label: t('courses.notStartUp') }, ...optionsOf(t, startUpKinds, 'start-up')],
    },
    {
      name: 'occupationId',
      label: t('courses.occupation'),
      kind: 'select',
      optional: true,
      hint: t('courses.occupationHint'),
      options: [none, ...occupations.map((one) => ({ value: String(one._id), label: name(one) }))],
    },
    {
      name: 'level',
      label: t('courses.level'),
      kind: 'select',
      optional: true,
      width: 18,
      hint: t('courses.levelHint'),
      options: [
        { value: '', label: t('courses.noLevel') },
        ...levels.map(({ ordinal }) => ({ value: String(ordinal), label: levelPrinted(ordinal, t.lang) })),
      ],
    },
    {
      name: 'workType',
      label: t('courses.workType'),
      kind: 'text',
      optional: true,
      width: 18,
      hint: t('courses.workTypeHint'),
      maxlength: 30,
    },
  ]
}

function howFields(t: Translate, minHours: number): FieldSpec[] {
  return [
    {
      name: 'theoryHours',
      label: t('courses.theoryHours'),
      kind: 'number',
      width: 4,
      unit: t('courses.hourUnit'),
      hint: t('courses.hoursHint', { hours: minHours }),
      inputmode: 'decimal',
    },
    {
      name: 'practiceHours',
      label: t('courses.practiceHours'),
      kind: 'number',
      width: 4,
      unit: t('courses.hourUnit'),
      inputmode: 'decimal',
    },
    { name: 'delivery', label: t('courses.delivery'), kind: 'radios', options: optionsOf(t, deliveries, 'delivery') },
    {
      name: 'funding',
      label: t('courses.funding'),
      kind: 'radios',
      options: fundings.map((value) => ({
        value,
        label: t(`courses.funding-${value}`),
        hint: t(`courses.funding-${value}-hint`),
      })),
    },
    {
      name: 'certificateFamily',
      label: t('courses.family'),
      kind: 'radios',
      options: ['level', 'completion'].map((value) => ({
        value,
        label: t(`courses.family-${value}`),
        hint: t(`courses.family-${value}-hint`),
      })),
    },
    {
      name: 'feeFen',
      label: t('courses.fee'),
      kind: 'text',
      width: 8,
      unit: t('courses.yuanUnit'),
      optional: true,
      hint: t('courses.feeHint'),
      inputmode: 'decimal',
    },
    {
      name: 'summary',
      label: t('courses.summary'),
      kind: 'textarea',
      optional: true,
      rows: 4,
      hint: t('courses.summaryHint'),
      maxlength: 500,
    },
  ]
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

export function coursePage(
  t: Translate,
  course: CourseRecord,
  occupation: OccupationOption | undefined,
  actor: Actor,
  runs: Record<string, unknown>,
): Page & Record<string, unknown> {
  const id = String(course._id)
  const [what, how] = courseFacts(t, course, occupation)
  return {
    layout: 'staff',
    title: course.title,
    tag: courseTag(t, course.state),
    meta: course.number,
    actions: may(actor, 'course.edit') ? courseActions(t, course) : [],
    crumbs: [
      { text: t('courses.courses'), href: paths.courses.list() },
      { text: course.title, href: '' },
    ],
    facts: [
      {
        label: t('courses.institution'),
        value: course.organisationName,
        href: paths.organisations.show(course.organisationId),
      },
      ...what!.facts.slice(1),
      ...how!.facts,
    ],
    allRunsHref: withQuery(paths.courseRuns.list(), { course: id }),
    ...runs,
  }
}

function courseActions(t: Translate, { _id, state }: CourseRecord): Action[] {
  const id = String(_id)
  const copy: Action = { text: t('courses.copy'), href: paths.courses.copy(id), post: true, style: 'outline' }
  const archive: Action = { text: t('courses.archive'), href: paths.courses.archive(id), style: 'link' }
  if (state === 'archived') return [copy]
  if (state === 'draft')
    return [{ text: t('courses.goOn'), href: paths.courses.check(id), style: 'primary' }, copy, archive]
  return [
    { text: t('courses.newRun'), href: paths.courseRuns.create(id), style: 'primary', icon: 'plus-lg' },
    copy,
    { text: t('frame.edit'), href: paths.courses.edit(id), style: 'outline' },
    archive,
  ]
}

export function archivePage(t: Translate, course: CourseRecord): Page & Record<string, unknown> {
  const id = String(course._id)
  return {
    layout: 'staff',
    width: 'form',
    title: t('courses.archiveTitle', { title: course.title }),
    crumbs: [
      { text: t('courses.courses'), href: paths.courses.list() },
      { text: course.title, href: paths.courses.show(id) },
      { text: t('courses.archive'), href: '' },
    ],
    note: {
      kind: 'wait',
      text: t('courses.archiveText'),
      items: [t('courses.archiveEffectRuns'), t('courses.archiveEffectCopy')],
    },
    form: {
      action: paths.courses.archive(id),
      sections: [],
      submit: t('courses.archiveSubmit'),
      danger: true,
      back: { text: t('courses.archiveKeep'), href: paths.courses.show(id) },
    },
  }
}
