import { noteAct } from '../../infra/context.js'
import { writeSheet } from '../../infra/sheets/write-sheet.js'
import { paths } from '../../paths.js'
import { formatInstant, type Clock } from '../../shared/dates.js'
import { regionName } from '../../shared/regions.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { partnerReportOf } from './partner-report.queries.js'
import { partnerColumns, partnerReportPage } from './partner-report.view.js'

export function partnerReportRoutes({ clock, auditSink }: { clock: Clock; auditSink: AuditSink }) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.reports.partners(), 'recognition.report', 'PARTNER_REPORT_VIEWED', async (_req, res, actor) =>
    res.render('partner-reports/show', partnerReportPage(translate(res), await partnerReportOf(actor))),
  )

  get(paths.reports.partnersSheet(), 'recognition.report', 'PARTNER_REPORT_EXPORTED', async (_req, res, actor) => {
    const t = translate(res)
    const { partners } = await partnerReportOf(actor)
    noteAct('report', 'partners', { rows: partners.length })
    const bytes = await writeSheet({
      sheetName: t('partnerReports.partners'),
      title: t('partnerReports.title'),
      watermark: `${actor.name} ${formatInstant(clock.now())}`,
      columns: [...partnerColumns, 'people' as const].map((key, i) => ({
        header: t(`partnerReports.${key}`),
        width: i === 0 ? 34 : 12,
        kind: i > 1 ? ('number' as const) : ('text' as const),
      })),
      rows: partners.map((row) => [
        row.name,
        regionName(row.homeRegion, t.lang),
        row.runs,
        row.trainees,
        row.certificates,
        row.personTimes,
        row.people,
      ]),
    })
    res
      .attachment(`${t('partnerReports.title')}-${clock.today()}.xlsx`)
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .send(bytes)
  })
  return router
}
