import { paths, withQuery } from '../../paths.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Block, BlocksPage } from '../../web/page-models.js'
import type { Cell, Table } from '../../web/table-models.js'
import type { PartnerReport, PartnerRow, RecognisedRow, RunRow } from './partner-report.queries.js'

export const partnerColumns = [
  'organisation',
  'home',
  'runs',
  'trainees',
  'certificates',
  'personTimes',
  'people',
] as const
export const recognisedColumns = ['source', 'family', 'occupation', 'level', 'cases', 'people'] as const

const sum = <T>(rows: readonly T[], of: (row: T) => number): string =>
  String(rows.reduce((total, row) => total + of(row), 0))
const figure = (text: number | string, href?: string): Cell => ({ text: String(text), n: true, ...(href && { href }) })
const inForce = (more: Record<string, string | number> = {}): string =>
  withQuery(paths.recognitions.list(), { state: 'in-force', ...more })
const countedBy = (institution: string): string =>
  withQuery(paths.personTimes.list(), { institution, verdict: 'counted' })

const partnerTable = (t: Translate, rows: readonly PartnerRow[]): Table => ({
  caption: t('partnerReports.partners'),
  columns: partnerColumns.map((key, i) => ({ label: t(`partnerReports.${key}`), n: i > 1 })),
  rows: rows.map(({ id, name, homeRegion, runs, trainees, certificates, personTimes, people }) => {
    const opened = `${withQuery(paths.reports.partners(), { organisation: id })}#runs`
    return {
      cells: [
        { text: name, href: paths.organisations.show(id) },
        { text: regionName(homeRegion, t.lang) },
        figure(runs, opened),
        figure(trainees, opened),
        figure(certificates, withQuery(paths.certificates.list(), { organisation: name, state: 'issued' })),
        figure(personTimes, countedBy(id)),
        figure(people, countedBy(id)),
      ],
    }
  }),
  foot: [
    { text: t('partnerReports.total') },
    { text: '' },
    figure(sum(rows, ({ runs }) => runs)),
    figure(sum(rows, ({ trainees }) => trainees)),
    figure(sum(rows, ({ certificates }) => certificates)),
    figure(sum(rows, ({ personTimes }) => personTimes)),
    { text: '' },
  ],
})

/** Every figure opens its list. */
const recognisedTable = (t: Translate, rows: readonly RecognisedRow[], { cases, people }: PartnerReport): Table => ({
  caption: t('partnerReports.recognised'),
  columns: recognisedColumns.map((key, i) => ({ label: t(`partnerReports.${key}`), n: i > 3 })),
  rows: rows.map(({ region, family, lineage, occupation, level, cases: count, people: holders }) => {
    const opened = inForce({ region, family, occupation: lineage, level })
    return {
      cells: [
        { text: regionName(region, t.lang) },
        { text: t(`agreements.family-${family}`) },
        { text: occupation },
        { text: levelPrinted(level as Level, t.lang) },
        figure(count, opened),
        figure(holders, opened),
      ],
    }
  }),
  foot: [
    { text: t('partnerReports.total') },
    { text: '' },
    { text: '' },
    { text: '' },
    figure(cases, inForce()),
    figure(people),
  ],
})

const runTable = (t: Translate, runs: readonly RunRow[]): Table => ({
  caption: t('partnerReports.runs'),
  columns: (['run', 'startsOn', 'trainees'] as const).map((key, i) => ({
    label: t(`partnerReports.${key}`),
    n: i > 1,
  })),
  rows: runs.map(({ id, title, number, startsOn, enrolled }) => ({
    cells: [
      { text: title, href: paths.courseRuns.show(id), sub: number },
      { text: startsOn, num: true },
      figure(enrolled, paths.courseRuns.show(id)),
    ],
  })),
  foot: [{ text: t('partnerReports.total') }, figure(runs.length), figure(sum(runs, ({ enrolled }) => enrolled))],
})

/** In force = Beijing + Tianjin + …, as the page, the print and the sheet say it. */
export const sumLine = (t: Translate, { cases, places }: PartnerReport): string =>
  t('partnerReports.sum', {
    cases,
    parts: places.map(({ region, cases: part }) => `${regionName(region, t.lang)} ${part}`).join(' + ') || '0',
  })

export function partnerReportPage(
  t: Translate,
  report: PartnerReport,
  opened?: { name: string; runs: readonly RunRow[] },
): BlocksPage {
  const { partners, recognised } = report
  const runs: Block[] = opened
    ? [{ id: 'runs', title: `${opened.name} · ${t('partnerReports.runs')}`, table: runTable(t, opened.runs) }]
    : []
  return {
    layout: 'staff',
    title: t('partnerReports.title'),
    lead: t('partnerReports.lead'),
    crumbs: [
      { text: t('nav.reports'), href: paths.reports.subsidised() },
      { text: t('partnerReports.title'), href: '' },
    ],
    actions: [
      { text: t('partnerReports.print'), href: paths.reports.partnersPdf(), style: 'outline', icon: 'printer' },
      { text: t('partnerReports.export'), href: paths.reports.partnersSheet(), style: 'outline', icon: 'download' },
    ],
    blocks: [
      {
        title: t('partnerReports.partners'),
        ...(partners.length > 0 ? { table: partnerTable(t, partners) } : { text: t('partnerReports.nonePartners') }),
      },
      ...runs,
      {
        title: t('partnerReports.recognised'),
        text: recognised.length > 0 ? sumLine(t, report) : t('partnerReports.noneRecognised'),
        ...(recognised.length > 0 && { table: recognisedTable(t, recognised, report) }),
      },
    ],
  }
}
