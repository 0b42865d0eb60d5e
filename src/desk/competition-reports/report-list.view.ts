import { paths, withQuery } from '../../paths.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { parseFraction, printed } from '../../shared/fraction.js'
import { levelPrinted } from '../../shared/levels.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Page } from '../../web/page-models.js'
import type { List } from '../../web/table-models.js'
import type { Awarded, ContestEvent, Lines, ReportFigure, Slice } from './competition-report.rules.js'

export interface ReportLine {
  href: string
  /** one a column of `lineColumns` */
  texts: string[]
}

export const listAddress = (year: number, figure: ReportFigure, slice: Slice): string =>
  withQuery(paths.competitionReport.list(), { year: String(year), figure, ...slice })

export const lineColumns = (t: Translate, figure: ReportFigure): string[] =>
  figure === 'competitions' || figure === 'events'
    ? [t(`competitionReports.${figure === 'events' ? 'event' : 'competition'}`), ...shared(t, 'host', figure)]
    : [t('competitionReports.contestant'), ...shared(t, 'delegation', figure)]
const shared = (t: Translate, who: 'host' | 'delegation', figure: ReportFigure): string[] => [
  t(`competitionReports.${who}`),
  t(`competitionReports.${figure === 'competitions' ? 'tier' : 'occupation'}`),
  t(`competitionReports.${figure === 'competitions' ? 'region' : 'competition'}`),
  t(`competitionReports.line-${figure}`),
]

/** The list behind a figure, for the screen and for the sheet. */
export function reportLines(t: Translate, figure: ReportFigure, lines: Lines): ReportLine[] {
  const of = (
    event: ContestEvent,
    href: string,
    name: string,
    who: string | undefined,
    result: string,
  ): ReportLine => ({
    href,
    texts: [name, who ?? t('contestResults.alone'), event.title, event.contest.title, result],
  })
  const awarded = (result: (one: Awarded) => string) => (one: Awarded) =>
    of(one.event, paths.awards.list(one.event.id), one.name, one.organisation, result(one))
  switch (figure) {
    case 'competitions':
      return lines.competitions.map(({ id, title, host, tier, region, state }) => ({
        href: paths.competitions.show(id),
        texts: [
          title,
          host,
          t(`competitions.tier-${tier}`),
          regionName(region, t.lang),
          t(`competitions.state-${state}`),
        ],
      }))
    case 'events':
      return lines.events.map(({ id, title, occupation, contest }) => ({
        href: paths.events.show(id),
        texts: [title, contest.host, occupation, contest.title, contest.contestFrom],
      }))
    case 'entries':
      return lines.entries.map((one) =>
        of(one.event, paths.events.entries(one.event.id), one.name, one.organisation, one.event.contest.contestFrom),
      )
    case 'people':
      return lines.people.map((one) =>
        of(
          one.event,
          paths.events.entries(one.event.id),
          one.name,
          one.organisation,
          t('competitionReports.times', { count: one.times }),
        ),
      )
    case 'ranked':
      return lines.ranked.map((one) =>
        of(
          one.event,
          paths.results.show(one.event.id),
          one.name,
          one.organisation,
          t('competitionReports.rankAndTotal', {
            rank: one.rank,
            total: one.total ? printed(parseFraction(one.total)) : '—',
          }),
        ),
      )
    case 'prizes':
      return lines.prizes.map(awarded(({ prize }) => (prize ? t(`awards.prize-${prize}`) : '')))
    case 'promotions':
      return lines.promotions.map(awarded(({ promotionTo }) => (promotionTo ? levelPrinted(promotionTo, t.lang) : '')))
  }
}

export const listTitle = (t: Translate, year: number, figure: ReportFigure): string =>
  t('competitionReports.listTitle', { year, figure: t(`competitionReports.${figure}`) })

/** Which part of the year: nothing for the whole of it. */
export function sliceText(t: Translate, slice: Slice, lines: Lines): string {
  const [event] = lines.events
  const parts = [
    slice.competition && lines.competitions[0]?.title,
    slice.tier && t(`competitions.tier-${slice.tier}`),
    slice.region && regionName(slice.region, t.lang),
    slice.occupation && event?.occupation,
  ]
  return parts.filter(Boolean).join(' · ') || t('competitionReports.wholeYear')
}

export function reportListPage(
  t: Translate,
  asked: { year: number; figure: ReportFigure; slice: Slice },
  { lines, page }: { lines: Lines; page: PageOf },
): Page & { list: List } {
  const { year, figure, slice } = asked
  const query = { year: String(year), figure, ...slice }
  const rows = reportLines(t, figure, lines).slice(page.skip, page.skip + page.size)
  return {
    layout: 'staff',
    title: listTitle(t, year, figure),
    meta: t('competitionReports.listTotal', { count: page.total }),
    lead: sliceText(t, slice, lines),
    crumbs: [
      {
        text: t('competitionReports.short'),
        href: withQuery(paths.competitionReport.show(), { year: String(year) }),
      },
      { text: t(`competitionReports.${figure}`), href: '' },
    ],
    actions: [
      {
        text: t('competitionReports.export'),
        href: withQuery(paths.competitionReport.listXlsx(), query),
        style: 'outline',
        icon: 'download',
      },
    ],
    list: {
      ...(rows.length > 0
        ? {
            table: {
              caption: listTitle(t, year, figure),
              columns: lineColumns(t, figure).map((label) => ({ label })),
              rows: rows.map(({ href, texts: [name = '', ...rest] }) => ({
                cells: [{ text: name, href }, ...rest.map((text) => ({ text }))],
              })),
            },
          }
        : { empty: { title: t('competitionReports.emptyList') } }),
      pager: pagerOf(page, (at) => withQuery(paths.competitionReport.list(), { ...query, page: String(at) })),
    },
  }
}
