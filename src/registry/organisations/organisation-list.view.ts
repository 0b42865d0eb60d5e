import { paths, withQuery } from '../../paths.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { may, type Actor } from '../../shared/permissions.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { Cell, Empty, List } from '../../web/table-models.js'
import { capabilities, organisationStates } from './organisation.model.js'
import type { OrganisationRow, OrganisationView } from './organisation.queries.js'
import { inForceOn } from './organisation.rules.js'
import { stateTag } from './organisation.view.js'
import { kindsText, type Reading } from './organisation-facts.view.js'

export interface ListQuery {
  q?: string
  region?: string
  capability?: string
  state?: string
  view?: string
}
interface Counts {
  views: Record<OrganisationView, number>
  found: number
}

const keys = ['q', 'region', 'capability', 'state'] as const
const viewNames: Record<OrganisationView, string> = {
  all: 'organisations.viewAll',
  waiting: 'organisations.viewWaiting',
  expiring: 'organisations.viewExpiring',
}

/** The list of organisations with its views, filters and, for officers, the way to review. */
export function organisationListPage(
  reading: Reading,
  rows: readonly OrganisationRow[],
  page: PageOf,
  query: ListQuery,
  counts: Counts,
  actor: Actor,
): Page & { list: List } {
  const { t } = reading
  const filtered = keys.some((key) => query[key])
  const canRegister = may(actor, 'organisation.register')
  return {
    layout: 'staff',
    title: t('organisations.organisations'),
    meta: t('organisations.total', { count: counts.views.all }),
    actions: canRegister
      ? [{ text: t('organisations.register'), href: paths.organisations.create(), style: 'primary' }]
      : [],
    list: {
      views: viewsOf(t, query, counts, actor),
      filter: filterOf(t, query, actor),
      chips: chipsOf(t, query),
      ...(filtered && {
        clearHref: withQuery(paths.organisations.list(), { view: query.view }),
        found: t('organisations.found', { count: counts.found }),
      }),
      ...(rows.length > 0
        ? { table: tableOf(reading, rows, actor) }
        : { empty: emptyOf(t, query, counts.views.all === 0 && canRegister) }),
      pager: pagerOf(page, (number) => withQuery(paths.organisations.list(), { ...query, page: number })),
    },
  }
}

function viewsOf(t: Translate, query: ListQuery, { views }: Counts, actor: Actor) {
  const shown: OrganisationView[] = may(actor, 'organisation.review')
    ? ['all', 'waiting', 'expiring']
    : ['all', 'expiring']
  return shown.map((view) => ({
    text: t(viewNames[view]),
    href: withQuery(paths.organisations.list(), { view: view === 'all' ? undefined : view }),
    count: views[view],
    current: (query.view ?? 'all') === view,
  }))
}

function choices(t: Translate, key: (typeof keys)[number]): { value: string; label: string }[] {
  if (key === 'region') return threeCounties.map((code) => ({ value: code, label: regionName(code, t.lang) }))
  return (key === 'capability' ? capabilities : organisationStates).map((value) => ({
    value,
    label: t(`organisations.${value}`),
  }))
}

function filterOf(t: Translate, query: ListQuery, actor: Actor): List['filter'] {
  const select = (name: (typeof keys)[number], label: string) => ({
    name,
    label: t(label),
    kind: 'select' as const,
    options: [{ value: '', label: t('organisations.any') }, ...choices(t, name)],
  })
  const values = Object.fromEntries(keys.map((key) => [key, query[key] ?? '']))
  return {
    action: paths.organisations.list(),
    hidden: query.view ? { view: query.view } : {},
    fields: fill(
      [
        { name: 'q', label: t('organisations.search'), kind: 'text', placeholder: t('organisations.searchHint') },
        ...(actor.role === 'county-officer' ? [] : [select('region', 'organisations.county')]),
        select('capability', 'organisations.capability'),
        select('state', 'organisations.state'),
      ],
      values,
    ),
  }
}

function chipsOf(t: Translate, query: ListQuery): List['chips'] {
  const text = (key: (typeof keys)[number]) =>
    key === 'q' ? query.q! : (choices(t, key).find(({ value }) => value === query[key])?.label ?? query[key]!)
  return keys
    .filter((key) => query[key])
    .map((key) => ({ text: text(key), href: withQuery(paths.organisations.list(), { ...query, [key]: undefined }) }))
}

function tableOf({ t, today }: Reading, rows: readonly OrganisationRow[], actor: Actor): List['table'] {
  const reviews = may(actor, 'organisation.review')
  const licenceText = (row: OrganisationRow) => {
    const count = row.licences.filter((licence) => inForceOn(licence, today)).length
    return count > 0 ? t('organisations.licencesInForce', { count }) : t('organisations.licencesNone')
  }
  const stateCell = (row: OrganisationRow): Cell => ({
    tag: stateTag(t, row),
    ...(row.proposal?.state === 'submitted' && { sub: t('organisations.changeWaiting') }),
    ...(reviews &&
      row.waitingSince && {
        actions: [{ text: t('organisations.goReview'), href: paths.organisations.review(String(row._id)) }],
      }),
  })
  return {
    caption: t('organisations.organisations'),
    columns: ['name', 'capability', 'county', 'licences', 'state'].map((key) => ({ label: t(`organisations.${key}`) })),
    rows: rows.map((row) => ({
      cells: [
        { text: row.name, href: paths.organisations.show(String(row._id)), sub: row.creditCode },
        { text: kindsText(t, row.capabilities), full: true },
        { text: regionName(row.region, t.lang) },
        { text: licenceText(row), href: `${paths.organisations.show(String(row._id))}#licences` },
        stateCell(row),
      ],
    })),
  }
}

function emptyOf(t: Translate, query: ListQuery, canRegister: boolean): Empty {
  if (canRegister)
    return {
      title: t('organisations.none'),
      text: t('organisations.noneText'),
      actions: [{ text: t('organisations.register'), href: paths.organisations.create(), style: 'primary' }],
    }
  return {
    filtered: true,
    title: t('organisations.noneMatch'),
    actions: [
      {
        text: t('organisations.clear'),
        href: withQuery(paths.organisations.list(), { view: keys.some((key) => query[key]) ? query.view : undefined }),
      },
    ],
  }
}
