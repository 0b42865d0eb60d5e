import type { Request, Response } from 'express'
import { choicesOf } from '../../counting/person-time-lists/person-time.queries.js'
import { filterParameters } from '../../counting/person-time-lists/person-time.forms.js'
import { yearsUpTo } from '../../counting/person-time-lists/person-time.routes.js'
import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { Outbox } from '../../infra/outbox/outbox.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import type { TaskService } from '../../office/tasks/task.service.js'
import { paths } from '../../paths.js'
import { yearOf, type Clock } from '../../shared/dates.js'
import { isAppError } from '../../shared/errors.js'
import { scopeOf, type Actor } from '../../shared/permissions.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { sendWorkbook } from '../../web/workbook.js'
import { chartQuery, readReportQuery, type ReportQuery } from './report.forms.js'
import { monthsChart } from '../report-prints/report-chart.view.js'
import { monthsOfReport } from './report.queries.js'
import type { Asker, ReportService } from './report.service.js'
import { reportPage } from './report.view.js'
import { reportTitle } from './report-title.view.js'

// Measured on two busy cores: 25,000 candidates take 0.7 s, 200,000 take 4.2 s. What is larger is made by a worker.
const mostDirect = 100_000

interface Needs {
  reports: ReportService
  policies: PolicyService
  tasks: TaskService
  outbox: Outbox
  clock: Clock
  auditSink: AuditSink
}

export function reportRoutes({ reports, policies, tasks, outbox, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)
  const asked = (req: Request): ReportQuery =>
    readReportQuery(req.method === 'POST' ? req.body : req.query, yearOf(clock.today()))

  get(paths.reports.subsidised(), 'report.view', 'REPORT_VIEWED', async (req, res, actor) => {
    await show(req, res, actor)
  })

  async function show(req: Request, res: Response, actor: Actor): Promise<void> {
    const scope = scopeOf(actor)
    const report = await reports.find(asked(req), scope)
    const context = {
      book: await policies.book(),
      years: yearsUpTo(clock.today()),
      choices: await choicesOf(scope),
      today: clock.today(),
      mostDirect,
      ...(scope.region && { ownCounty: scope.region }),
    }
    res.render('reports/subsidised', reportPage(translate(res), report, context))
  }

  get(paths.reports.chart(), 'report.view', 'REPORT_CHART_VIEWED', async (req, res, actor) => {
    const months = await monthsOfReport(asked(req).filter, scopeOf(actor))
    res
      .type('image/svg+xml')
      .set('cache-control', 'private, no-store')
      .send(monthsChart(translate(res), months, chartQuery.parse(req.query)))
  })

  get(paths.reports.pdf(), 'report.print', 'REPORT_PRINTED', async (req, res, actor) => {
    const query = asked(req)
    const bytes = await reports.pdf(query, askerOf(actor)).catch(unlessUnbalanced)
    // The report itself says which sum differs and by how much.
    if (!bytes) return show(req, res.status(422), actor)
    noteAct('report', 'subsidised', filterParameters(query.filter))
    res
      .type('application/pdf')
      .set('content-disposition', `inline; filename="report-${query.filter.year}.pdf"`)
      .send(bytes)
  })

  get(paths.reports.xlsx(), 'report.print', 'REPORT_EXPORTED', async (req, res, actor) => {
    const query = asked(req)
    const bytes = await reports.xlsx(query, askerOf(actor), translate(res).lang)
    noteAct('report', 'subsidised', filterParameters(query.filter))
    sendWorkbook(res, `report-${query.filter.year}.xlsx`, bytes)
  })

  // A large report is made by a worker; the task shows how far it is.
  post(paths.reports.print(), 'report.print', 'REPORT_PRINT_STARTED', async (req, res, actor) => {
    const { filter, cut } = asked(req)
    const t = translate(res)
    const taskId = await transact(async () => {
      const request = {
        what: 'report',
        filter,
        cut,
        scope: scopeOf(actor),
        lang: t.lang,
        by: actor.name,
        organisationName: actor.organisationName,
      }
      const id = await tasks.create({
        kind: 'report-print',
        title: t('reports.printTask', { title: reportTitle(t, filter) }),
        ownerId: actor.id,
        ...(actor.organisationId && { organisationId: actor.organisationId }),
        total: 1,
        request,
      })
      await outbox.publish('reports.print', id, { taskId: id })
      noteAct('task', id, filterParameters(filter))
      return id
    })
    redirect(req, res, paths.tasks.show(taskId))
  })
  return router
}

function unlessUnbalanced(error: unknown): undefined {
  if (!isAppError(error, 'refused') || error.code !== 'reports.not-balanced') throw error
  return undefined
}

const askerOf = (actor: Actor): Asker => ({
  name: actor.name,
  scope: scopeOf(actor),
  ...(actor.organisationName && { organisationName: actor.organisationName }),
})
