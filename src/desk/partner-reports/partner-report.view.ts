import { paths, withQuery } from '../../paths.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Page } from '../../web/page-models.js'
import type { Table } from '../../web/table-models.js'
import type { PartnerReport, PartnerRow, RecognisedRow } from './partner-report.queries.js'

const sum = <T>(rows: readonly T[], of: (row: T) => number): string =>
  String(rows.reduce((total, row) => total + of(row), 0))
export const partnerColumns = ['organisation', 'home', 'runs', 'trainees', 'certificates', 'personTimes'] as const

const partnerTable = (t: Translate, rows: readonly PartnerRow[]): Table => ({
  caption: t('partnerReports.partners'),
  columns: partnerColumns.map((key, i) => ({ label: t(`partnerReports.${key}`), n: i > 1 })),
  rows: rows.map((row) => ({
    cells: [
      { text: row.name, href: paths.organisations.show(row.id) },
      { text: regionName(row.homeRegion, t.lang) },
      { text: String(row.runs), n: true, href: withQuery(paths.courseRuns.list(), { q: row.name }) },
      { text: String(row.trainees), n: true },
      {
        text: String(row.certificates),
        n: true,
        href: withQuery(paths.certificates.list(), { organisation: row.name, state: 'issued' }),
      },
      { text: String(row.personTimes), n: true, sub: `${row.people} ${t('partnerReports.people')}` },
    ],
  })),
  foot: [
    { text: t('partnerReports.total') },
    { text: '' },
    { text: sum(rows, ({ runs }) => runs), n: true },
    { text: sum(rows, ({ trainees }) => trainees), n: true },
    { text: sum(rows, ({ certificates }) => certificates), n: true },
    { text: sum(rows, ({ personTimes }) => personTimes), n: true },
  ],
})

/** Every figure opens its list. */
const recognisedTable = (t: Translate, rows: readonly RecognisedRow[]): Table => ({
  caption: t('partnerReports.recognised'),
  columns: (['source', 'level', 'cases', 'people'] as const).map((key, i) => ({
    label: t(`partnerReports.${key}`),
    n: i > 1,
  })),
  rows: rows.map(({ region, level, cases, people }) => ({
    cells: [
      { text: regionName(region, t.lang) },
      { text: levelPrinted(level as Level, t.lang) },
      {
        text: String(cases),
        n: true,
        href: withQuery(paths.recognitions.list(), { state: 'in-force', region, level }),
      },
      { text: String(people), n: true },
    ],
  })),
  foot: [
    { text: t('partnerReports.total') },
    { text: '' },
    {
      text: sum(rows, ({ cases }) => cases),
      n: true,
      href: withQuery(paths.recognitions.list(), { state: 'in-force' }),
    },
    { text: '' },
  ],
})

export function partnerReportPage(
  t: Translate,
  { partners, recognised }: PartnerReport,
): Page & Record<string, unknown> {
  return {
    layout: 'staff',
    title: t('partnerReports.title'),
    lead: t('partnerReports.lead'),
    crumbs: [
      { text: t('nav.reports'), href: paths.reports.subsidised() },
      { text: t('partnerReports.title'), href: '' },
    ],
    actions: [
      { text: t('partnerReports.export'), href: paths.reports.partnersSheet(), style: 'outline', icon: 'download' },
    ],
    ...(partners.length > 0 && { partners: partnerTable(t, partners) }),
    ...(recognised.length > 0 && { recognised: recognisedTable(t, recognised) }),
  }
}
