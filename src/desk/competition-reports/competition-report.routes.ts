import type { Request } from 'express'
import { z } from 'zod'
import { calendarQueries } from '../../competitions/calendar/calendar.queries.js'
import { noteAct } from '../../infra/context.js'
import { writeSheet } from '../../infra/sheets/write-sheet.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import { paths } from '../../paths.js'
import { formatInstant, yearOf, type Clock } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { regionName } from '../../shared/regions.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { renderCompetitionReport } from './competition-report.pdf.js'
import { competitionReportOf } from './competition-report.queries.js'
import { competitionReportPage, countKeys } from './competition-report.view.js'

const query = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined) })

/** The yearly report of competitions: on screen, printed and as a sheet, from one query. */
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
    const { report, target } = await read(req, actor)
    res.render(
      'shared/blocks',
      competitionReportPage(translate(res), report, {
        years: await calendarQueries.years(yearOf(clock.today())),
        target,
      }),
    )
  })

  get(paths.competitionReport.pdf(), 'competition.view', 'COMPETITION_REPORT_PRINTED', async (req, res, actor) => {
    const { report, target } = await read(req, actor)
    noteAct('report', 'competitions', { year: report.year, rows: report.rows.length })
    res
      .type('application/pdf')
      .set('content-disposition', `inline; filename="competitions-${report.year}.pdf"`)
      .send(renderCompetitionReport({ report, target, printedAt: clock.now(), printedBy: actor.name }))
  })

  get(paths.competitionReport.xlsx(), 'competition.view', 'COMPETITION_REPORT_EXPORTED', async (req, res, actor) => {
    const t = translate(res)
    const { report } = await read(req, actor)
    noteAct('report', 'competitions', { year: report.year, rows: report.rows.length })
    const title = t('competitionReports.title', { year: report.year })
    const texts = ['number', 'competition', 'tier', 'host', 'region', 'contest', 'state'] as const
    const bytes = await writeSheet({
      sheetName: t('competitionReports.list'),
      title,
      watermark: `${actor.name} ${formatInstant(clock.now())}`,
      columns: [
        ...texts.map((key) => ({
          header: t(`competitionReports.${key}`),
          width: key === 'competition' || key === 'host' ? 34 : 14,
          kind: 'text' as const,
        })),
        ...countKeys.map((key) => ({ header: t(`competitionReports.${key}`), width: 12, kind: 'number' as const })),
      ],
      rows: report.rows.map((row) => [
        row.number,
        row.title,
        t(`competitions.tier-${row.tier}`),
        row.host,
        regionName(row.region, t.lang),
        row.contestFrom,
        t(`competitions.state-${row.state}`),
        ...countKeys.map((key) => row[key]),
      ]),
    })
    res
      .attachment(`${title}-${clock.today()}.xlsx`)
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .send(bytes)
  })
  return router

  async function read(req: Request, actor: Actor) {
    const year = query.parse(req.query).year ?? yearOf(clock.today())
    return {
      report: await competitionReportOf(year, actor),
      target: await calendarQueries.yearly(year, await policies.book()),
    }
  }
}
