import { paths, withQuery } from '../../paths.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { yuanShort } from '../../shared/money.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill } from '../../web/form.js'
import type { Action, Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact } from '../../web/story-models.js'
import type { List, Table } from '../../web/table-models.js'
import { fundings, programmeKinds, type CourseRecord, type CourseState } from './course.model.js'
import type { CourseSearch } from './course.forms.js'

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

export interface CourseCounts {
  all: number
  active: number
  draft: number
  archived: number
}

export function courseListPage(
  t: Translate,
  actor: Actor,
  rows: readonly CourseRecord[],
  page: PageOf,
  search: CourseSearch,
  counts: CourseCounts,
): Page & { list: List } {
  const maker = may(actor, 'course.edit')
  const { state, ...rest } = search
  const at = (next: Partial<CourseSearch>) => withQuery(paths.courses.list(), { ...search, ...next })
  const views = (['all', 'active', 'draft', 'archived'] as const).filter((view) => view === 'all' || counts[view] > 0)
  const any = (values: readonly string[], word: string) => [
    { value: '', label: t('frame.all') },
    ...values.map((value) => ({ value, label: t(`courses.${word}-${value}`) })),
  ]
  const filtered = Object.values(rest).some(Boolean)
  const create: Action = { text: t('courses.new'), href: paths.courses.create(), style: 'primary', icon: 'plus-lg' }
  return {
    layout: 'staff',
    title: t('courses.courses'),
    meta: t('courses.total', { count: counts.all }),
    actions: maker && counts.all > 0 ? [create] : [],
    crumbs: [
      { text: t('frame.home'), href: paths.home() },
      { text: t('courses.courses'), href: '' },
    ],
    list: {
      views: views.map((view) => ({
        text: t(`courses.view-${view}`),
        href: withQuery(paths.courses.list(), { state: view === 'all' ? undefined : view }),
        count: counts[view],
        current: (state ?? 'all') === view,
      })),
      filter: {
        action: paths.courses.list(),
        ...(state && { hidden: { state } }),
        fields: fill(
          [
            { name: 'q', label: t('courses.searchLabel'), kind: 'text', placeholder: t('courses.searchHint') },
            {
              name: 'programme',
              label: t('courses.programme'),
              kind: 'select',
              options: any(programmeKinds, 'programme'),
            },
            { name: 'funding', label: t('courses.funding'), kind: 'select', options: any(fundings, 'funding') },
          ],
          rest as Record<string, string>,
        ),
      },
      chips: chipsOf(t, rest).map(({ key, text }) => ({ text, href: at({ [key]: undefined }) })),
      clearHref: withQuery(paths.courses.list(), { state }),
      ...(filtered && { found: t('courses.found', { count: page.total }) }),
      ...(rows.length > 0
        ? { table: courseTable(t, rows, maker) }
        : { empty: emptyOf(t, filtered || Boolean(state), maker, create) }),
      pager: pagerOf(page, (number) => withQuery(paths.courses.list(), { ...search, page: number })),
    },
  }
}

const chipsOf = (
  t: Translate,
  { q, programme, funding }: CourseSearch,
): { key: keyof CourseSearch; text: string }[] => [
  ...(q ? [{ key: 'q' as const, text: t('courses.chipSearch', { text: q }) }] : []),
  ...(programme ? [{ key: 'programme' as const, text: t(`courses.programme-${programme}`) }] : []),
  ...(funding ? [{ key: 'funding' as const, text: t(`courses.funding-${funding}`) }] : []),
]

function emptyOf(t: Translate, filtered: boolean, maker: boolean, create: Action) {
  if (filtered)
    return {
      filtered: true,
      title: t('courses.noMatch'),
      actions: [{ text: t('courses.clear'), href: paths.courses.list() }],
    }
  return {
    title: t('courses.none'),
    text: t(maker ? 'courses.noneText' : 'courses.noneForOfficers'),
    ...(maker && { actions: [create] }),
  }
}

function courseTable(t: Translate, rows: readonly CourseRecord[], maker: boolean): Table {
  return {
    caption: t('courses.courses'),
    columns: [
      t('courses.course'),
      ...(maker ? [] : [t('courses.institution')]),
      t('courses.skill'),
      t('courses.hours'),
      t('courses.programme'),
      t('courses.stateLabel'),
    ].map((label) => ({ label })),
    rows: rows.map((course) => ({
      id: String(course._id),
      cells: [
        { text: course.title, href: paths.courses.show(String(course._id)), sub: course.number, num: false },
        ...(maker ? [] : [{ text: course.organisationName, full: true, bare: true }]),
        { text: skillText(t, course) },
        { text: hoursText(t, course) },
        { text: programmeText(t, course) },
        { tag: courseTag(t, course.state) },
      ],
    })),
  }
}
