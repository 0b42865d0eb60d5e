import { competitionTag } from '../../competitions/calendar/calendar.view.js'
import { targetFigures } from '../../competitions/calendar/target.view.js'
import type { YearlyCount } from '../../competitions/calendar/calendar.queries.js'
import type { Tier } from '../../competitions/competitions/competition.model.js'
import { paths, withQuery } from '../../paths.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Block, BlocksPage } from '../../web/page-models.js'
import type { Cell, Table } from '../../web/table-models.js'
import {
  reportFigures,
  sumOf,
  type CompetitionReport,
  type Counts,
  type Group,
  type ReportFigure,
  type Slice,
} from './competition-report.rules.js'
import { listAddress } from './report-list.view.js'

const ways = ['byTier', 'byRegion', 'byOccupation'] as const
const firstColumn = { byTier: 'tier', byRegion: 'region', byOccupation: 'occupation' } as const

const nameOf = (t: Translate, way: (typeof ways)[number], { name }: Group): string =>
  way === 'byTier' ? t(`competitions.tier-${name as Tier}`) : way === 'byRegion' ? regionName(name, t.lang) : name

/** Every figure opens its list; nothing opens nothing. */
const countCells = (year: number, counts: Counts, slice: Slice, figures: readonly ReportFigure[]): Cell[] =>
  figures.map((figure) => ({
    text: String(counts[figure]),
    n: true,
    ...(counts[figure] > 0 && { href: listAddress(year, figure, slice) }),
  }))
const countColumns = (t: Translate, figures: readonly ReportFigure[]) =>
  figures.map((figure) => ({ label: t(`competitionReports.${figure}`), n: true }))

function groupBlock(t: Translate, report: CompetitionReport, way: (typeof ways)[number]): Block {
  const { year, total } = report
  const groups = report[way]
  const table: Table = {
    caption: t(`competitionReports.${way}`),
    columns: [{ label: t(`competitionReports.${firstColumn[way]}`) }, ...countColumns(t, reportFigures)],
    rows: groups.map((group) => ({
      cells: [{ text: nameOf(t, way, group) }, ...countCells(year, group.counts, group.slice, reportFigures)],
    })),
    foot: [{ text: t('competitionReports.total') }, ...countCells(year, total, {}, reportFigures)],
  }
  return { title: t(`competitionReports.${way}`), text: sumLine(t, report, way), table }
}

/** 人次 add up, 人 do not (and a competition may have events of two occupations): the line says by how much. */
export function sumLine(t: Translate, report: CompetitionReport, way: (typeof ways)[number]): string {
  const [entries, people, contests] = (['entries', 'people', 'competitions'] as const).map((figure) =>
    sumOf(report[way], figure, report.total),
  )
  return [
    t('competitionReports.sumEntries', { sum: entries!.sum, total: entries!.total }),
    t('competitionReports.sumPeople', people!),
    ...(contests!.overlap > 0 ? [t('competitionReports.sumCompetitions', contests!)] : []),
  ].join(t('competitionReports.stop'))
}

/** Each competition opens; behind it stand its events, entries, results and prizes by name. */
function contestTable(t: Translate, { year, contests, total }: CompetitionReport): Table {
  const figures = reportFigures.filter((figure) => figure !== 'competitions')
  return {
    caption: t('competitionReports.list'),
    columns: [
      { label: t('competitionReports.competition') },
      { label: t('competitionReports.region') },
      { label: t('competitionReports.state') },
      ...countColumns(t, figures),
    ],
    rows: contests.map((one) => ({
      cells: [
        {
          text: one.title,
          href: paths.competitions.show(one.id),
          sub: `${one.number} · ${t(`competitions.tier-${one.tier}`)} · ${one.host}`,
        },
        { text: regionName(one.region, t.lang), sub: one.contestFrom },
        { tag: competitionTag(t, one.state) },
        ...countCells(year, one.counts, { competition: one.id }, figures),
      ],
    })),
    foot: [
      { text: t('competitionReports.total') },
      { text: '' },
      { text: '' },
      ...countCells(year, total, {}, figures),
    ],
  }
}

export function competitionReportPage(
  t: Translate,
  report: CompetitionReport,
  { years, target }: { years: readonly number[]; target: YearlyCount | undefined },
): BlocksPage {
  const { year, total, held, coming, ended } = report
  const query = { year: String(year) }
  const blocks: Block[] = [
    ...(target ? [{ title: t('competitions.targetHead', { year }), figures: targetFigures(t, target) }] : []),
    ...(report.contests.length > 0
      ? [
          {
            title: t('competitionReports.list'),
            text: t('competitionReports.equation', { all: total.competitions, held, coming, ended }),
            table: contestTable(t, report),
          },
          ...ways.map((way) => groupBlock(t, report, way)),
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
