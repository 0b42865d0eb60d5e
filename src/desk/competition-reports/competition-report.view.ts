import { competitionTag } from '../../competitions/calendar/calendar.view.js'
import { targetFigures } from '../../competitions/calendar/target.view.js'
import type { YearlyCount } from '../../competitions/calendar/calendar.queries.js'
import { paths, withQuery } from '../../paths.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Block, BlocksPage } from '../../web/page-models.js'
import type { Cell, Table } from '../../web/table-models.js'
import type { CompetitionReport, Counts } from './competition-report.queries.js'

export const countKeys = ['events', 'entries', 'people', 'ranked', 'prizes', 'promotions'] as const

const countCells = (counts: Counts): Cell[] => countKeys.map((key) => ({ text: String(counts[key]), n: true }))
const countColumns = (t: Translate) => countKeys.map((key) => ({ label: t(`competitionReports.${key}`), n: true }))

const tierTable = (t: Translate, { year, byTier, total }: CompetitionReport): Table => ({
  caption: t('competitionReports.byTier'),
  columns: [
    { label: t('competitionReports.tier') },
    { label: t('competitionReports.competitions'), n: true },
    ...countColumns(t),
  ],
  rows: byTier.map(({ tier, competitions, ...counts }) => ({
    cells: [
      { text: t(`competitions.tier-${tier}`) },
      { text: String(competitions), n: true, href: withQuery(paths.competitions.list(), { tier, year: String(year) }) },
      ...countCells(counts),
    ],
  })),
  foot: [{ text: t('competitionReports.total') }, { text: String(total.competitions), n: true }, ...countCells(total)],
})

/** Each competition opens; behind it stand its events, entries, results and prizes by name. */
const listTable = (t: Translate, { rows, total }: CompetitionReport): Table => ({
  caption: t('competitionReports.list'),
  columns: [
    { label: t('competitionReports.competition') },
    { label: t('competitionReports.region') },
    { label: t('competitionReports.state') },
    ...countColumns(t),
  ],
  rows: rows.map((row) => ({
    cells: [
      {
        text: row.title,
        href: paths.competitions.show(row.id),
        sub: `${row.number} · ${t(`competitions.tier-${row.tier}`)} · ${row.host}`,
      },
      { text: regionName(row.region, t.lang), sub: row.contestFrom },
      { tag: competitionTag(t, row.state) },
      ...countCells(row),
    ],
  })),
  foot: [{ text: t('competitionReports.total') }, { text: '' }, { text: '' }, ...countCells(total)],
})

export function competitionReportPage(
  t: Translate,
  report: CompetitionReport,
  { years, target }: { years: readonly number[]; target: YearlyCount },
): BlocksPage {
  const { year, total, held, coming, ended } = report
  const query = { year: String(year) }
  const blocks: Block[] = [
    { title: t('competitions.targetHead', { year }), figures: targetFigures(t, target) },
    ...(report.rows.length > 0
      ? [
          {
            title: t('competitionReports.byTier'),
            text: t('competitionReports.equation', { all: total.competitions, held, coming, ended }),
            table: tierTable(t, report),
          },
          { title: t('competitionReports.list'), table: listTable(t, report) },
        ]
      : [{ empty: { title: t('competitionReports.none') } }]),
  ]
  return {
    layout: 'staff',
    title: t('competitionReports.title', { year }),
    lead: t('competitionReports.lead'),
    crumbs: [
      { text: t('nav.competitions'), href: paths.competitions.list() },
      { text: t('competitionReports.short'), href: '' },
    ],
    tabs: years.map((one) => ({
      text: String(one),
      href: withQuery(paths.competitionReport.show(), { year: String(one) }),
      current: one === year,
    })),
    tabsLabel: t('competitionReports.year'),
    actions: [
      {
        text: t('competitionReports.print'),
        href: withQuery(paths.competitionReport.pdf(), query),
        style: 'outline',
        icon: 'printer',
      },
      {
        text: t('competitionReports.export'),
        href: withQuery(paths.competitionReport.xlsx(), query),
        style: 'outline',
        icon: 'download',
      },
    ],
    blocks,
  }
}
