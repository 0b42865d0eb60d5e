import { paths, withQuery } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import type { Translate } from '../../shared/words.js'
import type { Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Cell, List } from '../../web/table-models.js'
import type { CertificateNumberRecord, NumberBlockRecord } from './certificate-number.model.js'
import type { SeriesRow } from './certificate-number.queries.js'
import { capacityOf, isNearlyFull, numberOf, seriesName } from './certificate-number.rules.js'

function tagOf(t: Translate, { series, last }: SeriesRow): Tag {
  if (last >= capacityOf(series)) return { kind: 'back', text: t('certificateNumbers.full') }
  return isNearlyFull(series, last)
    ? { kind: 'wait', text: t('certificateNumbers.nearlyFull') }
    : { kind: 'good', text: t('certificateNumbers.inUse') }
}

const thousands = (count: number): string => count.toLocaleString('en-US')

export function seriesPage(t: Translate, rows: readonly SeriesRow[], page: PageOf): Page & { list: List } {
  const columns = [
    ['series', false],
    ['last', false],
    ['used', true],
    ['reserved', true],
    ['void', true],
    ['state', false],
  ] as const
  const gapCell = (count: number, series: string): Cell => ({
    text: thousands(count),
    n: true,
    ...(count > 0 && { href: withQuery(paths.certificates.numbers(), { series }) }),
  })
  return {
    layout: 'staff',
    title: t('certificateNumbers.title'),
    lead: t('certificateNumbers.lead'),
    crumbs: [
      { text: t('certificates.title'), href: paths.certificates.list() },
      { text: t('certificateNumbers.title'), href: '' },
    ],
    list:
      rows.length === 0
        ? { empty: { title: t('certificateNumbers.none'), text: t('certificateNumbers.noneText') } }
        : {
            table: {
              caption: t('certificateNumbers.title'),
              columns: columns.map(([key, n]) => ({ label: t(`certificateNumbers.${key}`), n })),
              rows: rows.map((row) => ({
                cells: [
                  {
                    text: seriesName(row.series),
                    num: true,
                    sub: t('certificateNumbers.seriesSub', { count: capacityOf(row.series) - row.last }),
                  },
                  { text: row.last > 0 ? numberOf(row.series, row.last) : '', num: true, full: true },
                  {
                    text: thousands(row.used),
                    n: true,
                    href: withQuery(paths.certificates.list(), { q: seriesName(row.series) }),
                  },
                  gapCell(row.reserved, row.series),
                  gapCell(row.void, row.series),
                  { tag: tagOf(t, row) },
                ],
              })),
            },
            pager: pagerOf(page, (number) => withQuery(paths.certificates.numbers(), { page: number })),
          },
  }
}

export function gapsPage(
  t: Translate,
  series: string,
  { rows, held }: { rows: readonly CertificateNumberRecord[]; held: readonly NumberBlockRecord[] },
  page: PageOf,
): Page & { list: List } {
  const title = t('certificateNumbers.gapsOf', { series: seriesName(series) })
  const columns = ['number', 'state', 'reason', 'at'].map((key) => ({ label: t(`certificateNumbers.${key}`) }))
  return {
    layout: 'staff',
    title,
    lead: t('certificateNumbers.gapsLead'),
    crumbs: [
      { text: t('certificates.title'), href: paths.certificates.list() },
      { text: t('certificateNumbers.title'), href: paths.certificates.numbers() },
      { text: seriesName(series), href: '' },
    ],
    list:
      rows.length + held.length === 0
        ? {
            empty: {
              title: t('certificateNumbers.noGaps'),
              text: t('certificateNumbers.noGapsText'),
              actions: [{ text: t('certificateNumbers.back'), href: paths.certificates.numbers(), style: 'outline' }],
            },
          }
        : {
            table: {
              caption: title,
              columns,
              rows: [...held.map((block) => heldRow(t, block)), ...rows.map((row) => voidRow(t, row))],
            },
            pager: pagerOf(page, (number) => withQuery(paths.certificates.numbers(), { series, page: number })),
          },
  }
}

const voidRow = (t: Translate, { _id, reason, at }: CertificateNumberRecord) => ({
  cells: [
    { text: String(_id), num: true },
    { tag: { kind: 'void' as const, text: t('certificateNumbers.void') } },
    { text: t(`certificateNumbers.reason-${reason ?? 'not-used'}`), full: true },
    { text: formatInstant(at), num: true },
  ],
})

const heldRow = (t: Translate, { series, first, count, at }: NumberBlockRecord) => ({
  cells: [
    {
      text: numberOf(series, first),
      num: true,
      ...(count > 1 && { sub: t('certificateNumbers.upTo', { number: numberOf(series, first + count - 1) }) }),
    },
    { tag: { kind: 'run' as const, text: t('certificateNumbers.reserved') } },
    { text: t('certificateNumbers.reason-held'), full: true },
    { text: formatInstant(at), num: true },
  ],
})
