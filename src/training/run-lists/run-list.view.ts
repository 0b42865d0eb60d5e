import { paths, withQuery } from '../../paths.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { may, type Actor } from '../../shared/permissions.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill } from '../../web/form.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { List } from '../../web/table-models.js'
import { fundings, programmeKinds } from '../courses/course.model.js'
import { courseRunStates } from '../course-runs/course-run.model.js'
import type { RunRow } from '../course-runs/course-run.queries.js'
import type { RunSearch, RunView } from './run-search.queries.js'
import { runTable, type Sorting } from './run-table.view.js'

export interface RunListData {
  rows: readonly RunRow[]
  page: PageOf
  search: RunSearch
  counts: Partial<Record<RunView | 'all', number>>
  all: boolean
  course?: { title: string }
}

type Query = Record<string, string | undefined>
const asQuery = (search: RunSearch): Query => search as Query
const href = (search: Query): string => withQuery(paths.courseRuns.list(), search)

function sortingOf(search: RunSearch): Sorting {
  const current = search.sort ?? '-startsOn'
  const by = (key: 'startsOn' | 'enrolled') => {
    const direction =
      current === key ? ('ascending' as const) : current === `-${key}` ? ('descending' as const) : undefined
    return {
      href: href({ ...asQuery(search), sort: direction === 'descending' ? key : `-${key}` }),
      ...(direction && { direction }),
    }
  }
  return { startsOn: by('startsOn'), enrolled: by('enrolled') }
}

/** Every condition as a chip that takes itself away. */
function chipsOf(
  t: Translate,
  search: RunSearch,
  course: { title: string } | undefined,
): { text: string; href: string }[] {
  const { q, region, state, month, programme, funding } = search
  const texts: [keyof RunSearch, string | undefined][] = [
    ['q', q && t('courses.chipSearch', { text: q })],
    ['region', region && regionName(region, t.lang)],
    ['state', state && t(`courseRuns.state-${state}`)],
    ['month', month && t('courseRuns.chipMonth', { month })],
    ['programme', programme && t(`courses.programme-${programme}`)],
    ['funding', funding && t(`courses.funding-${funding}`)],
    ['course', course && t('courseRuns.chipCourse', { title: course.title })],
  ]
  return texts.flatMap(([key, text]) => (text ? [{ text, href: href({ ...asQuery(search), [key]: undefined }) }] : []))
}

function filterOf(t: Translate, actor: Actor, search: RunSearch): NonNullable<List['filter']> {
  const any = (options: { value: string; label: string }[]) => [{ value: '', label: t('frame.all') }, ...options]
  const hidden = Object.fromEntries(
    Object.entries({ view: search.view, sort: search.sort, course: search.course }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    ),
  )
  const county = {
    name: 'region',
    label: t('courseRuns.county'),
    kind: 'select' as const,
    options: any(threeCounties.map((value) => ({ value, label: regionName(value, t.lang) }))),
  }
  return {
    action: paths.courseRuns.list(),
    hidden,
    fields: fill(
      [
        { name: 'q', label: t('courseRuns.searchLabel'), kind: 'text', placeholder: t('courseRuns.searchHint') },
        ...(actor.role === 'county-officer' ? [] : [county]),
        {
          name: 'state',
          label: t('courseRuns.state'),
          kind: 'select',
          options: any(courseRunStates.map((value) => ({ value, label: t(`courseRuns.state-${value}`) }))),
        },
        { name: 'month', label: t('courseRuns.month'), kind: 'text', placeholder: '2022-11' },
      ],
      asQuery(search) as Record<string, string>,
    ),
    more: fill(
      [
        {
          name: 'programme',
          label: t('courses.programme'),
          kind: 'select',
          options: any(programmeKinds.map((value) => ({ value, label: t(`courses.programme-${value}`) }))),
        },
        {
          name: 'funding',
          label: t('courses.funding'),
          kind: 'select',
          options: any(fundings.map((value) => ({ value, label: t(`courses.funding-${value}`) }))),
        },
      ],
      asQuery(search) as Record<string, string>,
    ),
  }
}

const bulkOf = (t: Translate, { search, page, all }: RunListData): List['bulk'] => ({
  action: paths.courseRuns.bulk(),
  label: t('courseRuns.runsUnit'),
  fields: {
    ...Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)),
    ...(all && { all: '1' }),
  } as Record<string, string>,
  ...(all && { count: page.total, clearHref: href(asQuery(search)) }),
  ...(!all &&
    page.total > page.size && {
      selectAll: {
        text: t('courseRuns.selectAll', { count: page.total }),
        href: href({ ...asQuery(search), selected: 'all' }),
      },
    }),
  actions: [
    { text: t('courseRuns.bulkPass'), value: 'pass', primary: true },
    { text: t('courseRuns.bulkExport'), value: 'export' },
  ],
})

export function runListPage(t: Translate, actor: Actor, data: RunListData): Page & { list: List } {
  const { rows, page, search, counts, all, course } = data
  const { view, sort: _sort, ...conditions } = search
  const filtered = Object.values(conditions).some(Boolean)
  const maker = may(actor, 'course-run.edit')
  const create: Action = {
    text: t('courseRuns.new'),
    href: paths.courseRuns.create(),
    style: 'primary',
    icon: 'plus-lg',
  }
  const exporting: Action = {
    text: t('courseRuns.export', { count: page.total }),
    href: withQuery(paths.courseRuns.exportSheet(), asQuery(search)),
    style: 'outline',
    icon: 'download',
  }
  const officer = may(actor, 'course-run.review')
  const views = (['all', 'mine', 'training', 'ending', 'returned'] as const).filter((key) => counts[key] !== undefined)
  const empty =
    filtered || view
      ? {
          filtered: true,
          title: t(view === 'mine' && !filtered ? 'courseRuns.nothingWaits' : 'courseRuns.noMatch'),
          actions: [
            { text: t('courses.clear'), href: href({ view }) },
            ...(view && !filtered ? [{ text: t('courseRuns.seeAll'), href: paths.courseRuns.list() }] : []),
          ].slice(filtered ? 0 : 1),
        }
      : {
          title: t('courseRuns.none'),
          text: t(maker ? 'courseRuns.noneText' : 'courseRuns.noneForOfficers'),
          ...(maker && { actions: [create] }),
        }
  return {
    layout: 'staff',
    title: t('courseRuns.title'),
    meta: t('courseRuns.total', { count: counts.all ?? 0 }),
    actions: [...(page.total > 0 ? [exporting] : []), ...(maker && counts.all ? [create] : [])],
    crumbs: [
      { text: t('frame.home'), href: paths.home() },
      { text: t('courseRuns.title'), href: '' },
    ],
    list: {
      views: views.map((key) => ({
        text: t(`courseRuns.view-${key === 'mine' && officer ? 'review' : key}`),
        href: href({ view: key === 'all' ? undefined : key }),
        count: counts[key]!,
        current: (view ?? 'all') === key,
      })),
      filter: filterOf(t, actor, search),
      chips: chipsOf(t, search, course),
      clearHref: href({ view }),
      ...(filtered && { found: t('courseRuns.found', { count: page.total }) }),
      ...(rows.length > 0
        ? {
            table: runTable(t, rows, { institution: !maker, sort: sortingOf(search), selected: () => all }),
            ...(officer && { bulk: bulkOf(t, data) }),
          }
        : { empty }),
      pager: pagerOf(page, (number) => href({ ...asQuery(search), page: String(number) })),
    },
  }
}
