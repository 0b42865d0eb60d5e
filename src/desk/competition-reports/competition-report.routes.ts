import type { Request, Response } from 'express'
import { z } from 'zod'
import { tiers } from '../../competitions/competitions/competition.model.js'
import { calendarQueries } from '../../competitions/calendar/calendar.queries.js'
import { noteAct } from '../../infra/context.js'
import { writeSheet, type SheetToWrite } from '../../infra/sheets/write-sheet.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import { paths } from '../../paths.js'
import { formatInstant, yearOf, type Clock } from '../../shared/dates.js'
import { pageOf } from '../../shared/paging.js'
import type { Actor } from '../../shared/permissions.js'
import { regionName } from '../../shared/regions.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { sendWorkbook } from '../../web/workbook.js'
import { renderCompetitionReport } from './competition-report.pdf.js'
import { yearFactsOf } from './competition-report.queries.js'
import { linesOf, reportFigures, reportOf, type Slice } from './competition-report.rules.js'
import { competitionReportPage } from './competition-report.view.js'
import { lineColumns, listTitle, reportLines, reportListPage } from './report-list.view.js'

const code = z.string().min(1).max(64).optional().catch(undefined)
const query = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  figure: z.enum(reportFigures).catch('competitions'),
  competition: code,
  tier: z.enum(tiers).optional().catch(undefined),
  region: code,
  occupation: code,
})
const size = 50

/** The yearly report of competitions: on screen, printed and as a sheet, from one query; each figure opens its list. */
export function competitionReportRoutes({
  policies,
  clock,
  auditSink,
}: {
  policies: PolicyService
  clock: Clock
  auditSink: AuditSink
}) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.competitionReport.show(), 'competition.view', 'COMPETITION_REPORT_VIEWED', async (req, res, actor) => {
    const { year, facts } = await read(req, actor)
    const report = reportOf(year, facts)
    res.render(
      'shared/blocks',
      competitionReportPage(translate(res), report, {
        years: await calendarQueries.years(yearOf(clock.today())),
        target: await calendarQueries.yearly(year, await policies.book()),
      }),
    )
  })

  get(paths.competitionReport.pdf(), 'competition.view', 'COMPETITION_REPORT_PRINTED', async (req, res, actor) => {
    const { year, facts } = await read(req, actor)
    const report = reportOf(year, facts)
    const target = await calendarQueries.yearly(year, await policies.book())
    noteAct('report', 'competitions', { year, rows: report.contests.length })
    res
      .type('application/pdf')
      .set('content-disposition', `inline; filename="competitions-${year}.pdf"`)
      .send(renderCompetitionReport({ report, target, printedAt: clock.now(), printedBy: actor.name }))
  })

  get(paths.competitionReport.xlsx(), 'competition.view', 'COMPETITION_REPORT_EXPORTED', async (req, res, actor) => {
    const t = translate(res)
    const { year, facts } = await read(req, actor)
    const report = reportOf(year, facts)
    noteAct('report', 'competitions', { year, rows: report.contests.length })
    const texts = ['number', 'competition', 'tier', 'host', 'region', 'contest', 'state'] as const
    const figures = reportFigures.filter((figure) => figure !== 'competitions')
    await send(res, actor, {
      sheetName: t('competitionReports.list'),
      title: t('competitionReports.title', { year }),
      columns: [
        ...texts.map((key) => textColumn(t(`competitionReports.${key}`), key === 'competition' || key === 'host')),
        ...figures.map((key) => ({ header: t(`competitionReports.${key}`), width: 12, kind: 'number' as const })),
      ],
      rows: report.contests.map((one) => [
        one.number,
        one.title,
        t(`competitions.tier-${one.tier}`),
        one.host,
        regionName(one.region, t.lang),
        one.contestFrom,
        t(`competitions.state-${one.state}`),
        ...figures.map((key) => one.counts[key]),
      ]),
    })
  })

  get(paths.competitionReport.list(), 'competition.view', 'COMPETITION_REPORT_LIST_VIEWED', async (req, res, actor) => {
    const { year, figure, slice, facts } = await read(req, actor)
    const lines = linesOf(facts, slice)
    const page = pageOf(req.query, lines[figure].length, size)
    res.render('shared/list', reportListPage(translate(res), { year, figure, slice }, { lines, page }))
  })

  get(
    paths.competitionReport.listXlsx(),
    'competition.view',
    'COMPETITION_REPORT_LIST_EXPORTED',
    async (req, res, actor) => {
      const t = translate(res)
      const { year, figure, slice, facts } = await read(req, actor)
      const lines = reportLines(t, figure, linesOf(facts, slice))
      noteAct('report', 'competitions', { year, figure, rows: lines.length })
      await send(res, actor, {
        sheetName: t(`competitionReports.${figure}`),
        title: listTitle(t, year, figure),
        columns: lineColumns(t, figure).map((header) => textColumn(header, true)),
        rows: lines.map(({ texts }) => texts),
      })
    },
  )
  return router

  async function read(req: Request, actor: Actor) {
    const { year: asked, figure, ...parts } = query.parse(req.query)
    const year = asked ?? yearOf(clock.today())
    const facts = await yearFactsOf(year, actor)
    const slice = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Slice
    return { year, figure, slice, facts }
  }
  async function send(res: Response, actor: Actor, sheet: SheetToWrite & { title: string }): Promise<void> {
    const bytes = await writeSheet({ ...sheet, watermark: `${actor.name} ${formatInstant(clock.now())}` })
    sendWorkbook(res, `${sheet.title.replaceAll(':', ' ')}-${clock.today()}.xlsx`, bytes)
  }
}

const textColumn = (header: string, wide: boolean) => ({ header, width: wide ? 34 : 14, kind: 'text' as const })
