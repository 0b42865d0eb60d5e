import { paths, withQuery } from '../../paths.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { may, type Actor } from '../../shared/permissions.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill } from '../../web/form.js'
import type { Action, Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Cell, List } from '../../web/table-models.js'
import {
  apprenticeshipStates,
  type ApprenticeshipRecord,
  type ApprenticeshipState,
} from '../apprenticeships/apprenticeship.model.js'
import type { ApprenticeshipSearch, ApprenticeshipView } from './apprenticeship-list.queries.js'

const tagKinds: Record<ApprenticeshipState, Tag['kind']> = {
  draft: 'neutral',
  submitted: 'wait',
  'county-passed': 'wait',
  filed: 'good',
  running: 'run',
  'mid-checked': 'run',
  'awaiting-assessment': 'wait',
  completed: 'good',
  settled: 'good',
  returned: 'back',
  rejected: 'back',
  withdrawn: 'neutral',
  suspended: 'wait',
}
export const apprenticeshipTag = (t: Translate, state: ApprenticeshipState): Tag => ({
  kind: tagKinds[state],
  text: t(`apprenticeships.state-${state}`),
})

export interface ApprenticeshipListData {
  rows: readonly ApprenticeshipRecord[]
  page: PageOf
  search: ApprenticeshipSearch
  counts: Partial<Record<ApprenticeshipView | 'all', number>>
}

const href = (search: Record<string, string | undefined>): string => withQuery(paths.apprenticeships.list(), search)
const asQuery = (search: ApprenticeshipSearch): Record<string, string | undefined> => ({ ...search })

function cellsOf(t: Translate, one: ApprenticeshipRecord): Cell[] {
  return [
    { text: one.title, href: paths.apprenticeships.show(String(one._id)), sub: one.number },
    { text: one.enterpriseName, sub: one.institutionName, full: true, bare: true },
    { text: regionName(one.region, t.lang) },
    { text: one.startsOn, num: true, sub: t('courseRuns.until', { day: one.endsOn }) },
    { text: levelPrinted(one.level as Level, t.lang) },
    { text: t('apprenticeships.people', { count: one.planned }), n: true },
    { tag: apprenticeshipTag(t, one.state) },
  ]
}

function filterOf(t: Translate, actor: Actor, search: ApprenticeshipSearch): NonNullable<List['filter']> {
  const any = (options: { value: string; label: string }[]) => [{ value: '', label: t('frame.all') }, ...options]
  return {
    action: paths.apprenticeships.list(),
    ...(search.view && { hidden: { view: search.view } }),
    fields: fill(
      [
        {
          name: 'q',
          label: t('apprenticeships.searchLabel'),
          kind: 'text',
          placeholder: t('apprenticeships.searchHint'),
        },
        ...(actor.role === 'county-officer'
          ? []
          : [
              {
                name: 'region',
                label: t('courseRuns.county'),
                kind: 'select' as const,
                options: any(threeCounties.map((value) => ({ value, label: regionName(value, t.lang) }))),
              },
            ]),
        {
          name: 'state',
          label: t('courseRuns.state'),
          kind: 'select',
          options: any(apprenticeshipStates.map((value) => ({ value, label: t(`apprenticeships.state-${value}`) }))),
        },
      ],
      asQuery(search) as Record<string, string>,
    ),
  }
}

function chipsOf(t: Translate, search: ApprenticeshipSearch): { text: string; href: string }[] {
  const { q, region, state } = search
  const texts: [keyof ApprenticeshipSearch, string | undefined][] = [
    ['q', q && t('courses.chipSearch', { text: q })],
    ['region', region && regionName(region, t.lang)],
    ['state', state && t(`apprenticeships.state-${state}`)],
  ]
  return texts.flatMap(([key, text]) => (text ? [{ text, href: href({ ...asQuery(search), [key]: undefined }) }] : []))
}

export function apprenticeshipListPage(
  t: Translate,
  actor: Actor,
  { rows, page, search, counts }: ApprenticeshipListData,
): Page & { list: List } {
  const { view, ...conditions } = search
  const filtered = Object.values(conditions).some(Boolean)
  const maker = may(actor, 'apprenticeship.edit')
  const create: Action = {
    text: t('apprenticeships.new'),
    href: paths.apprenticeships.create(),
    style: 'primary',
    icon: 'plus-lg',
  }
  const empty =
    filtered || view
      ? {
          filtered: true,
          title: t(view === 'mine' && !filtered ? 'apprenticeships.nothingWaits' : 'apprenticeships.noMatch'),
          actions: [
            {
              text: t(filtered ? 'courses.clear' : 'courseRuns.seeAll'),
              href: href({ view: filtered ? view : undefined }),
            },
          ],
        }
      : {
          title: t('apprenticeships.none'),
          text: t(maker ? 'apprenticeships.noneText' : 'apprenticeships.noneForOthers'),
          ...(maker && { actions: [create] }),
        }
  const columns = [
    t('apprenticeships.class'),
    t('apprenticeships.partners'),
    t('courseRuns.county'),
    t('courseRuns.dates'),
    t('courses.level'),
  ].map((label) => ({ label }))
  const views = (['all', 'mine', 'training', 'returned'] as const).filter((key) => counts[key] !== undefined)
  return {
    layout: 'staff',
    title: t('apprenticeships.title'),
    meta: t('apprenticeships.total', { count: counts.all ?? 0 }),
    actions: maker && counts.all ? [create] : [],
    crumbs: [
      { text: t('frame.home'), href: paths.home() },
      { text: t('apprenticeships.title'), href: '' },
    ],
    list: {
      views: views.map((key) => ({
        text: t(`courseRuns.view-${key === 'mine' && may(actor, 'apprenticeship.review') ? 'review' : key}`),
        href: href({ view: key === 'all' ? undefined : key }),
        count: counts[key]!,
        current: (view ?? 'all') === key,
      })),
      filter: filterOf(t, actor, search),
      chips: chipsOf(t, search),
      clearHref: href({ view }),
      ...(filtered && { found: t('apprenticeships.found', { count: page.total }) }),
      ...(rows.length > 0
        ? {
            table: {
              caption: t('apprenticeships.caption'),
              columns: [...columns, { label: t('apprenticeships.planned'), n: true }, { label: t('courseRuns.state') }],
              rows: rows.map((one) => ({ id: String(one._id), cells: cellsOf(t, one) })),
            },
          }
        : { empty }),
      pager: pagerOf(page, (number) => href({ ...asQuery(search), page: String(number) })),
    },
  }
}
