import { paths, withQuery } from '../../paths.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { yuanShort } from '../../shared/money.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { Action, Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact } from '../../web/story-models.js'
import type { CourseRecord, CourseState } from './course.model.js'

export interface OccupationOption {
  _id?: string | null
  edition: string
  code: string
  name: string
  nameEn: string
  levels: readonly number[]
  workTypes: readonly string[]
  status: string
}

const tagKinds: Record<CourseState, Tag['kind']> = { draft: 'neutral', active: 'good', archived: 'neutral' }

export const courseTag = (t: Translate, state: CourseState): Tag => ({
  kind: tagKinds[state],
  text: t(`courses.state-${state}`),
})

type Taught = Pick<
  CourseRecord,
  'occupationName' | 'level' | 'workType' | 'theoryHours' | 'practiceHours' | 'programme' | 'funding' | 'startUpKind'
>

/** 砌筑工 · 五级/初级工 */
export const skillText = (t: Translate, { occupationName, level, workType }: Taught): string =>
  [occupationName, workType, level ? levelPrinted(level as Level, t.lang) : undefined].filter(Boolean).join(' · ') ||
  t('courses.noOccupation')

export const hoursText = (t: Translate, { theoryHours, practiceHours }: Taught): string =>
  t('courses.hoursText', {
    theory: theoryHours,
    practice: practiceHours,
    total: Math.round((theoryHours + practiceHours) * 10) / 10,
  })

export const programmeText = (t: Translate, { programme, funding, startUpKind }: Taught): string =>
  [
    t(`courses.programme-${programme}`),
    startUpKind ? t(`courses.start-up-${startUpKind}`) : undefined,
    t(`courses.funding-${funding}`),
  ]
    .filter(Boolean)
    .join(' · ')

const unverified = (t: Translate, occupation: OccupationOption | undefined): { tag?: Tag } =>
  occupation && occupation.status !== 'V' ? { tag: { kind: 'wait', text: t('courses.unverified') } } : {}

/** The facts of a course by the step that they are filled in on. */
export function courseFacts(
  t: Translate,
  course: CourseRecord,
  occupation: OccupationOption | undefined,
  edit?: (step: 'what' | 'how') => string,
): { title: string; facts: Fact[] }[] {
  const editing = (step: 'what' | 'how') => (edit ? { edit: { text: '', href: edit(step) } } : {})
  const code = occupation ? t('courses.edition', { code: occupation.code, edition: occupation.edition }) : undefined
  const level = course.level ? levelPrinted(course.level as Level, t.lang) : t('courses.noLevel')
  const what: Fact[] = [
    { label: t('courses.title'), value: course.title },
    {
      label: t('courses.programme'),
      value: [
        t(`courses.programme-${course.programme}`),
        course.startUpKind ? t(`courses.start-up-${course.startUpKind}`) : undefined,
      ]
        .filter(Boolean)
        .join(' · '),
    },
    {
      label: t('courses.occupation'),
      value: course.occupationName ?? t('courses.noOccupation'),
      ...(code && { note: code }),
      ...unverified(t, occupation),
    },
    { label: t('courses.level'), value: level },
    ...(course.workType ? [{ label: t('courses.workType'), value: course.workType }] : []),
  ]
  const how: Fact[] = [
    { label: t('courses.hours'), value: hoursText(t, course) },
    { label: t('courses.delivery'), value: t(`courses.delivery-${course.delivery}`) },
    { label: t('courses.funding'), value: t(`courses.funding-${course.funding}`) },
    { label: t('courses.family'), value: t(`courses.family-${course.certificateFamily}`) },
    {
      label: t('courses.fee'),
      value: course.feeFen === 0 ? t('courses.free') : t('courses.yuan', { amount: yuanShort(course.feeFen) }),
    },
    ...(course.summary ? [{ label: t('courses.summary'), value: course.summary }] : []),
  ]
  return [
    { title: t('courses.stepWhat'), facts: what.map((fact) => ({ ...fact, ...editing('what') })) },
    { title: t('courses.stepHow'), facts: how.map((fact) => ({ ...fact, ...editing('how') })) },
  ]
}

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
