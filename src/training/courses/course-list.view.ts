import { paths, withQuery } from '../../paths.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill } from '../../web/form.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { List, Table } from '../../web/table-models.js'
import type { CourseSearch } from './course.forms.js'
import { fundings, programmeKinds, type CourseRecord } from './course.model.js'
import { courseTag, hoursText, programmeText, skillText } from './course.view.js'

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
