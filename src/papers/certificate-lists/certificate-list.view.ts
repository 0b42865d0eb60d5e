import { paths, withQuery } from '../../paths.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { levelOrdinals } from '../../shared/levels.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill } from '../../web/form.js'
import type { Field } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import type { List, Table } from '../../web/table-models.js'
import { certificateTag, levelOption, listedName, printedOf } from '../certificates/certificate-facts.view.js'
import type { CertificateListQuery } from './certificate-search.forms.js'
import { issuedFamilies, type CertificateRecord } from '../certificates/certificate.model.js'

type Query = CertificateListQuery
const at = (query: Query, change: Partial<Record<keyof Query, string | undefined>>): string =>
  withQuery(paths.certificates.list(), { ...query, ...change })

function mainFields(t: Translate, query: Query): Field[] {
  const any = { value: '', label: t('frame.all') }
  return fill(
    [
      { name: 'q', label: t('certificates.search'), kind: 'text' },
      {
        name: 'family',
        label: t('certificates.family'),
        kind: 'select',
        options: [any, ...issuedFamilies.map((value) => ({ value, label: t(`certificates.${value}`) }))],
      },
      {
        name: 'region',
        label: t('certificates.county'),
        kind: 'select',
        options: [any, ...threeCounties.map((value) => ({ value, label: regionName(value, t.lang) }))],
      },
      { name: 'month', label: t('certificates.month'), kind: 'text', placeholder: t('certificates.monthExample') },
    ],
    query as Record<string, string>,
  )
}

function moreFields(t: Translate, query: Query): Field[] {
  return fill(
    [
      { name: 'organisation', label: t('certificates.organisation'), kind: 'text' },
      { name: 'occupation', label: t('certificates.occupation'), kind: 'text' },
      {
        name: 'level',
        label: t('certificates.levelName'),
        kind: 'select',
        options: [
          { value: '', label: t('frame.all') },
          ...levelOrdinals.slice(1).map((level) => levelOption(t, level)),
        ],
      },
    ],
    { ...query, ...(query.level && { level: String(query.level) }) } as Record<string, string>,
  )
}

function chipsOf(t: Translate, query: Query) {
  const texts: Partial<Record<keyof Query, string | undefined>> = {
    q: query.q,
    family: query.family && t(`certificates.${query.family}`),
    region: query.region && regionName(query.region, t.lang),
    month: query.month,
    organisation: query.organisation,
    occupation: query.occupation,
    level: query.level ? levelOption(t, query.level as 2).label : undefined,
    state: query.state === 'current' ? t('certificates.current') : undefined,
    source: query.source && t('certificates.ofSource'),
    batch: query.batch && t('certificates.ofBatch'),
    person: query.person && t('certificates.ofPerson'),
  }
  return Object.entries(texts)
    .filter((pair): pair is [string, string] => Boolean(pair[1]))
    .map(([key, text]) => ({ text, href: at(query, { [key]: undefined }) }))
}

function tableOf(t: Translate, rows: readonly CertificateRecord[], query: Query, today: string): Table {
  const order = query.sort === 'oldest' ? ('ascending' as const) : ('descending' as const)
  return {
    caption: t('certificates.title'),
    columns: [
      { label: t('certificates.number') },
      { label: t('certificates.holderColumn') },
      { label: t('certificates.paper') },
      { label: t('certificates.issuer') },
      {
        label: t('certificates.issuedOn'),
        sort: { href: at(query, { sort: query.sort === 'oldest' ? undefined : 'oldest' }), direction: order },
      },
      { label: t('certificates.state') },
    ],
    rows: rows.map((row) => ({
      id: String(row._id),
      cells: [
        { text: row.number, href: paths.certificates.show(String(row._id)), num: true },
        { text: row.holderName, sub: printedOf(row).idMasked },
        listedName(t, row),
        { text: printedOf(row).issuerName },
        { text: row.issuedOn, num: true },
        { tag: certificateTag(t, row, today) },
      ],
    })),
  }
}

export function certificateListPage(
  t: Translate,
  {
    rows,
    page,
    query,
    today,
    numbers,
  }: { rows: readonly CertificateRecord[]; page: PageOf; query: Query; today: string; numbers: boolean },
): Page & { list: List } {
  const chips = chipsOf(t, query)
  const filtered = chips.length > 0 || query.state !== undefined
  const view = (state?: Query['state']) => ({
    text: t(`certificates.${state ?? 'all'}`),
    href: at(query, { state }),
    current: query.state === state,
  })
  const { source, batch, person, state } = query
  const hidden = Object.fromEntries(
    Object.entries({ source, batch, person, state }).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  const empty = filtered
    ? {
        filtered: true,
        title: t('certificates.noMatch'),
        actions: [{ text: t('frame.clearAll'), href: paths.certificates.list(), style: 'link' as const }],
      }
    : {
        title: t('certificates.none'),
        text: t('certificates.noneText'),
        actions: [{ text: t('certificates.toRuns'), href: paths.courseRuns.list(), style: 'outline' as const }],
      }
  return {
    layout: 'staff',
    title: t('certificates.title'),
    ...(!filtered && { meta: t('certificates.total', { count: page.total }) }),
    ...(numbers && {
      actions: [{ text: t('certificates.numbers'), href: paths.certificates.numbers(), style: 'outline' as const }],
    }),
    list: {
      views: [view(), view('issued'), view('revoked'), view('superseded')],
      filter: { action: paths.certificates.list(), fields: mainFields(t, query), more: moreFields(t, query), hidden },
      chips,
      clearHref: paths.certificates.list(),
      ...(filtered && { found: t('certificates.found', { count: page.total }) }),
      ...(rows.length > 0 ? { table: tableOf(t, rows, query, today) } : { empty }),
      pager: pagerOf(page, (number) => withQuery(paths.certificates.list(), { ...query, page: number })),
    },
  }
}
