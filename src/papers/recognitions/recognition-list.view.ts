import { paths, withQuery } from '../../paths.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { may, type Actor } from '../../shared/permissions.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill } from '../../web/form.js'
import type { Action, Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { List, Table } from '../../web/table-models.js'
import { regionOptions } from '../equivalences/equivalence.view.js'
import { recognitionKinds, recognitionStates } from './recognition.data.js'
import type { RecognitionSearch } from './recognition.forms.js'
import type { RecognitionRow } from './recognition.queries.js'

export const recognitionTag = (t: Translate, { state }: Pick<RecognitionRow, 'state'>): Tag => ({
  kind: recognitionKinds[state],
  text: t(`recognitions.state-${state}`),
})
export const paperText = (t: Translate, { source: { occupationName, level } }: RecognitionRow): string =>
  `${occupationName} ${levelPrinted(level as Level, t.lang)}`

const tableOf = (t: Translate, rows: readonly RecognitionRow[], { base }: Desk): Table => ({
  caption: t('recognitions.title'),
  columns: ['number', 'holder', 'paper', 'sourceOf', 'appliedOn', 'state'].map((key) => ({
    label: t(`recognitions.${key}`),
  })),
  rows: rows.map((row) => ({
    id: row._id,
    cells: [
      { text: row.number, href: base.show(row._id), num: true },
      { text: row.personName, sub: row.idMasked },
      { text: paperText(t, row), sub: row.source.number },
      { text: regionName(row.source.region, t.lang), sub: row.source.issuer },
      { text: row.appliedOn, num: true },
      { tag: recognitionTag(t, row) },
    ],
  })),
})

const href = (search: RecognitionSearch, change: Record<string, string | undefined> = {}): string =>
  withQuery(paths.recognitions.list(), { ...search, ...change })

function filterOf(t: Translate, search: RecognitionSearch, actor: Actor): NonNullable<List['filter']> {
  const any = (options: { value: string; label: string }[]) => [{ value: '', label: t('frame.all') }, ...options]
  return {
    action: paths.recognitions.list(),
    hidden: Object.fromEntries(
      (['view', 'family', 'occupation', 'level', 'year', 'batch'] as const).flatMap((key) =>
        search[key] ? [[key, String(search[key])]] : [],
      ),
    ) as Record<string, string>,
    fields: fill(
      [
        { name: 'q', label: t('recognitions.search'), kind: 'text' },
        { name: 'region', label: t('recognitions.sourceOf'), kind: 'select', options: any(regionOptions(t)) },
        ...(actor.role === 'county-officer'
          ? []
          : [
              {
                name: 'county',
                label: t('recognitions.county'),
                kind: 'select' as const,
                options: any(threeCounties.map((value) => ({ value, label: regionName(value, t.lang) }))),
              },
            ]),
        {
          name: 'state',
          label: t('recognitions.state'),
          kind: 'select',
          options: any(recognitionStates.map((value) => ({ value, label: t(`recognitions.state-${value}`) }))),
        },
      ],
      { q: search.q ?? '', region: search.region ?? '', county: search.county ?? '', state: search.state ?? '' },
    ),
  }
}

export interface ListData {
  rows: readonly RecognitionRow[]
  page: PageOf
  search: RecognitionSearch
  counts: Record<string, number>
  actor: Actor
  desk: Desk
}

export function recognitionListPage(
  t: Translate,
  { rows, page, search, counts, actor, desk }: ListData,
): Page & { list: List } {
  const { view, ...conditions } = search
  const filtered = Object.values(conditions).some(Boolean)
  const apply: Action[] = may(actor, 'recognition.apply')
    ? [{ text: t('recognitions.apply'), href: paths.recognitions.create(), style: 'primary', icon: 'plus-lg' }]
    : []
  const batch: Action[] = may(actor, 'recognition.import')
    ? [{ text: t('recognitions.applyBatch'), href: paths.recognitionBatches.create(), style: 'outline' }]
    : []
  const empty =
    filtered || view
      ? {
          filtered: true,
          title: t('recognitions.noMatch'),
          actions: [{ text: t('frame.clearAll'), href: paths.recognitions.list(), style: 'link' as const }],
        }
      : { title: t('recognitions.none'), text: t('recognitions.noneText'), actions: apply }
  return {
    layout: 'staff',
    title: t('recognitions.title'),
    meta: t('recognitions.total', { count: counts['all'] ?? 0 }),
    actions: [...(rows.length > 0 || filtered || view ? apply : []), ...batch],
    list: {
      views: Object.entries(counts).map(([key, count]) => ({
        text: t(`recognitions.view-${key}`),
        href: href(search, { view: key === 'all' ? undefined : key }),
        count,
        current: (view ?? 'all') === key,
      })),
      filter: filterOf(t, search, actor),
      chips: [],
      clearHref: paths.recognitions.list(),
      ...(filtered && { found: t('recognitions.found', { count: page.total }) }),
      ...(rows.length > 0 ? { table: tableOf(t, rows, desk) } : { empty }),
      pager: pagerOf(page, (number) => href(search, { page: String(number) })),
    },
  }
}

/** The holder's own cases on a phone. */
export function ownListPage(t: Translate, rows: readonly RecognitionRow[], desk: Desk): Page & { list: List } {
  const apply: Action = { text: t('recognitions.apply'), href: desk.base.create(), style: 'primary' }
  return {
    layout: 'public',
    title: t('recognitions.ownTitle'),
    lead: t('recognitions.lead'),
    crumbs: [
      { text: t('own.title'), href: paths.me.home() },
      { text: t('recognitions.ownTitle'), href: '' },
    ],
    actions: rows.length > 0 ? [apply] : [],
    list:
      rows.length > 0
        ? { table: tableOf(t, rows, desk) }
        : { empty: { title: t('recognitions.none'), text: t('recognitions.noneText'), actions: [apply] } },
  }
}
export type Base = typeof paths.recognitions | typeof paths.ownRecognitions
/** Where somebody's pages of recognition are and how they look: an own phone page, or the office. */
export interface Desk {
  base: Base
  layout: 'staff' | 'public'
}
