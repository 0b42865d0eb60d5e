import { z } from 'zod'
import { noteAct } from '../../infra/context.js'
import { paths } from '../../paths.js'
import { formatInstant, type Clock } from '../../shared/dates.js'
import { scopeOf } from '../../shared/permissions.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { sendWorkbook } from '../../web/workbook.js'
import { renderPartnerReport } from './partner-report.pdf.js'
import { deliveredRuns, partnerReportOf, type PartnerReport } from './partner-report.queries.js'
import { partnerSheet } from './partner-report.sheet.js'
import { partnerReportPage } from './partner-report.view.js'

const query = z.object({ organisation: z.string().max(40).optional().catch(undefined) })

/** The two cities here: on screen, printed and as a sheet, from one query. */
export function partnerReportRoutes({ clock, auditSink }: { clock: Clock; auditSink: AuditSink }) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.reports.partners(), 'recognition.report', 'PARTNER_REPORT_VIEWED', async (req, res, actor) => {
    const report = await partnerReportOf(actor)
    const { organisation } = query.parse(req.query)
    const found = report.partners.find(({ id }) => id === organisation)
    const opened = found && { name: found.name, runs: await deliveredRuns(found.id, actor) }
    res.render('shared/blocks', partnerReportPage(translate(res), report, opened))
  })

  get(paths.reports.partnersPdf(), 'recognition.report', 'PARTNER_REPORT_PRINTED', async (_req, res, actor) => {
    const { region } = scopeOf(actor)
    const report = noted(await partnerReportOf(actor))
    const print = { report, printedAt: clock.now(), printedBy: actor.name, ...(region && { region: String(region) }) }
    res
      .type('application/pdf')
      .set('content-disposition', `inline; filename="beijing-tianjin-${clock.today()}.pdf"`)
      .send(renderPartnerReport(print))
  })

  get(paths.reports.partnersSheet(), 'recognition.report', 'PARTNER_REPORT_EXPORTED', async (_req, res, actor) => {
    const t = translate(res)
    const report = noted(await partnerReportOf(actor))
    sendWorkbook(
      res,
      `${t('partnerReports.title')}-${clock.today()}.xlsx`,
      await partnerSheet(t, report, `${actor.name} ${formatInstant(clock.now())}`),
    )
  })
  return router

  function noted(report: PartnerReport): PartnerReport {
    noteAct('report', 'partners', { rows: report.partners.length, cases: report.cases })
    return report
  }
}
