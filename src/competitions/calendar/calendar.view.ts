import { paths, withQuery } from '../../paths.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { may, type Actor } from '../../shared/permissions.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill } from '../../web/form.js'
import type { Action, Tag } from '../../web/link-models.js'
import type { BlocksPage, Page } from '../../web/page-models.js'
import type { Cell, List } from '../../web/table-models.js'
import {
  competitionStates,
  tiers,
  type CompetitionRecord,
  type CompetitionState,
} from '../competitions/competition.model.js'
import type { CalendarSearch } from './calendar.forms.js'
import type { YearlyCount } from './calendar.queries.js'
import { targetFigures } from './target.view.js'

const tagKinds: Record<CompetitionState, Tag['kind']> = {
  draft: 'neutral',
  submitted: 'wait',
  returned: 'back',
  published: 'good',
  'entries-open': 'run',
  'entries-closed': 'wait',
  contest: 'run',
  locked: 'wait',
  noticed: 'wait',
  final: 'good',
  withdrawn: 'neutral',
  cancelled: 'void',
}
export const competitionTag = (t: Translate, state: CompetitionState): Tag => ({
  kind: tagKinds[state],
  text: t(`competitions.state-${state}`),
})

export interface ListData {
  rows: readonly CompetitionRecord[]
  page: PageOf
  search: CalendarSearch
  years: readonly number[]
}

const asQuery = ({ year, ...search }: CalendarSearch): Record<string, string | undefined> => ({
  ...search,
  ...(year && { year: String(year) }),
})

function filterOf(
  t: Translate,
  address: string,
  { search, years }: ListData,
  staff: boolean,
): NonNullable<List['filter']> {
  const any = { value: '', label: t('competitions.all') }
  return {
    action: address,
    ...(search.view && { hidden: { view: search.view } }),
    fields: fill(
      [
        { name: 'q', label: t('competitions.search'), kind: 'text' },
        {
          name: 'tier',
          label: t('competitions.tier'),
          kind: 'select',
          options: [any, ...tiers.map((value) => ({ value, label: t(`competitions.tier-${value}`) }))],
        },
        {
          name: 'year',
          label: t('competitions.year'),
          kind: 'select',
          options: [any, ...years.map((year) => ({ value: String(year), label: String(year) }))],
        },
        ...(staff
          ? [
              {
                name: 'state',
                label: t('competitions.state'),
                kind: 'select' as const,
                options: [
                  any,
                  ...competitionStates.map((value) => ({ value, label: t(`competitions.state-${value}`) })),
                ],
              },
            ]
          : []),
      ],
      asQuery(search) as Record<string, string>,
    ),
  }
}

const cellsOf = (t: Translate, one: CompetitionRecord, href: string): Cell[] => [
  { text: one.title, href, sub: `${one.number} · ${t(`competitions.tier-${one.tier}`)}` },
  { text: one.hostOrganisationName, sub: one.sponsor, full: true, bare: true },
  { text: regionName(one.region, t.lang), sub: one.place },
  { text: one.entriesFrom, num: true, sub: t('competitions.until', { day: one.entriesTo }) },
  { text: one.contestFrom, num: true, sub: t('competitions.until', { day: one.contestTo }) },
  { tag: competitionTag(t, one.state) },
]

function listOf(
  t: Translate,
  address: string,
  data: ListData,
  staff: boolean,
  show: (id: string) => string,
  empty: NonNullable<List['empty']>,
): List {
  const { rows, page, search } = data
  const columns = ['competition', 'host', 'region', 'entries', 'contest', 'state'].map((key) => ({
    label: t(`competitions.${key}`),
  }))
  return {
    filter: filterOf(t, address, data, staff),
    clearHref: address,
    ...(rows.length > 0
      ? {
          table: {
            caption: t('competitions.title'),
            columns,
            rows: rows.map((one) => ({ id: String(one._id), cells: cellsOf(t, one, show(String(one._id))) })),
          },
        }
      : { empty }),
    pager: pagerOf(page, (number) => withQuery(address, { ...asQuery(search), page: String(number) })),
  }
}

/** The conditions in force, each with the list without it. */
function chipsOf(t: Translate, address: string, search: CalendarSearch): { text: string; href: string }[] {
  const { q, tier, year, state, view } = search
  const texts = [
    ['q', q],
    ['tier', tier && t(`competitions.tier-${tier}`)],
    ['year', year && String(year)],
    ['state', state && t(`competitions.state-${state}`)],
    ['view', view && t(`competitions.${view}`)],
  ] as const
  return texts.flatMap(([key, text]) =>
    text ? [{ text, href: withQuery(address, { ...asQuery(search), [key]: undefined }) }] : [],
  )
}

const isFiltered = (search: CalendarSearch): boolean => Object.values(search).some(Boolean)
const noMatch = (t: Translate, address: string): NonNullable<List['empty']> => ({
  filtered: true,
  title: t('competitions.noMatch'),
  actions: [{ text: t('competitions.clear'), href: address }],
})

export function competitionListPage(t: Translate, actor: Actor, data: ListData, yearly?: YearlyCount): BlocksPage {
  const create: Action = {
    text: t('competitions.new'),
    href: paths.competitions.create(),
    style: 'primary',
    icon: 'plus-lg',
  }
  const maker = may(actor, 'competition.edit')
  const none = { title: t('competitions.none'), text: t('competitions.noneText'), ...(maker && { actions: [create] }) }
  const address = paths.competitions.list()
  const list = {
    ...listOf(t, address, data, true, paths.competitions.show, isFiltered(data.search) ? noMatch(t, address) : none),
    chips: chipsOf(t, address, data.search),
  }
  return {
    layout: 'staff',
    title: t('competitions.title'),
    meta: t('competitions.total', { count: data.page.total }),
    actions: maker ? [create] : [],
    blocks: [
      ...(yearly
        ? [{ title: t('competitions.targetHead', { year: yearly.year }), figures: targetFigures(t, yearly) }]
        : []),
      { list },
    ],
  }
}

export const publicListPage = (t: Translate, data: ListData): Page & { list: List } => ({
  layout: 'public',
  title: t('competitions.publicTitle'),
  meta: t('competitions.total', { count: data.page.total }),
  list: listOf(
    t,
    paths.openCompetitions.list(),
    data,
    false,
    paths.openCompetitions.show,
    isFiltered(data.search) ? noMatch(t, paths.openCompetitions.list()) : { title: t('competitions.nonePublic') },
  ),
})
