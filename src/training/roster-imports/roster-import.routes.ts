import { z } from 'zod'
import type { Request, Response } from 'express'
import { paths, withQuery } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { formatDay } from '../../shared/dates.js'
import { isAppError, notFound } from '../../shared/errors.js'
import { pageOf } from '../../shared/paging.js'
import type { Actor } from '../../shared/permissions.js'
import { sentence } from '../../web/error-handler.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { sendWorkbook, uploadedSheet } from '../../web/workbook.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import type { CourseRunService } from '../course-runs/course-run.service.js'
import type { EnrolmentService } from '../enrolments/enrolment.service.js'
import { rosterOutcomes, type RosterOutcome } from '../roster-files/roster-change.rules.js'
import { expectedHeaders } from '../roster-files/roster-header.rules.js'
import { faultsSheet, rosterTemplate } from '../roster-files/roster-sheet.js'
import { importQueries } from './roster-import.queries.js'
import type { RosterImportService } from './roster-import.service.js'
import { importPage } from './roster-import.view.js'
import { countOf } from './roster-section.view.js'
import { reasonsOf } from '../roster-lines/roster-lines.view.js'
import { uploadPage, withdrawPage } from './roster-upload.view.js'

interface Needs {
  rosterImports: RosterImportService
  courseRuns: CourseRunService
  enrolments: EnrolmentService
  clock: Clock
  auditSink: AuditSink
}

const file = { field: 'file', maxBytes: 20 * 1024 * 1024 }
const query = z.object({ show: z.enum(rosterOutcomes).optional().catch(undefined) })
const size = 50

export function rosterImportRoutes({ rosterImports, courseRuns, enrolments, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.imports.create(), 'roster.import', 'ROSTER_IMPORT_FORM_VIEWED', async (req, res, actor) => {
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    res.render('roster-imports/upload', uploadPage(translate(res), run, { closed: await closedText(res, run) }))
  })

  get(paths.imports.template(), 'roster.import', 'ROSTER_TEMPLATE_VIEWED', async (req, res, actor) => {
    await courseRuns.getFor(String(req.params['id']), actor)
    const t = translate(res)
    sendWorkbook(
      res,
      `${t('rosterImports.templateName')}-${formatDay(clock.today(), t.lang)}.xlsx`,
      await rosterTemplate(),
    )
  })

  post(
    paths.imports.create(),
    'roster.import',
    'ROSTER_UPLOADED',
    async (req, res, actor) => {
      const run = await courseRuns.getFor(String(req.params['id']), actor)
      const t = translate(res)
      try {
        const read = await uploadedSheet(req, expectedHeaders, '名册')
        if (!read.ok) return fail(res, run, t(read.key))
        redirect(req, res, paths.imports.show(await rosterImports.stage(String(run._id), read, actor)))
      } catch (error) {
        if (!isAppError(error) || (error.kind !== 'invalid' && error.kind !== 'refused')) throw error
        fail(res, run, sentence(res, error))
      }
    },
    file,
  )

  get(paths.imports.show(), 'roster.import', 'ROSTER_IMPORT_VIEWED', async (req, res, actor) =>
    showImport(req, res, actor),
  )

  post(paths.imports.confirm(), 'roster.import', 'ROSTER_IMPORT_CONFIRMED', async (req, res, actor) => {
    redirect(req, res, paths.tasks.show(await rosterImports.confirm(String(req.params['id']), actor)))
  })

  get(paths.imports.faults(), 'roster.import', 'ROSTER_FAULTS_DOWNLOADED', async (req, res, actor) => {
    const record = await rosterImports.getFor(String(req.params['id']), actor)
    const t = translate(res)
    const rows = await importQueries.faultsOf(String(record._id))
    if (rows.length === 0) throw notFound('roster-import', record._id)
    const lines = rows.map((row) => ({ texts: rosterImports.openLine(row).texts, reasons: reasonsOf(t, row) }))
    sendWorkbook(
      res,
      `${t('rosterImports.faultsName')}-${record.courseRunTitle}-${formatDay(clock.today(), t.lang)}.xlsx`,
      await faultsSheet(lines),
    )
  })

  get(paths.imports.withdraw(), 'roster.import', 'ROSTER_IMPORT_WITHDRAWAL_VIEWED', async (req, res, actor) => {
    const record = await rosterImports.getFor(String(req.params['id']), actor)
    res.render(
      'enrolments/confirm',
      withdrawPage(
        translate(res),
        record,
        await courseRuns.getFor(record.courseRunId, actor),
        await importQueries.enrolledBy(String(record._id)),
      ),
    )
  })

  post(paths.imports.withdraw(), 'roster.import', 'ROSTER_IMPORT_WITHDRAWN', async (req, res, actor) => {
    const record = await rosterImports.getFor(String(req.params['id']), actor)
    const count = await rosterImports.withdraw(String(record._id), actor)
    redirect(
      req,
      res,
      paths.courseRuns.roster(record.courseRunId),
      translate(res)('rosterImports.withdrawn', { file: record.fileName, count }),
    )
  })

  const fail = (res: Response, run: CourseRunRecord, error: string) =>
    res.status(422).render('roster-imports/upload', uploadPage(translate(res), run, { error }))

  async function showImport(req: Request, res: Response, actor: Actor) {
    const record = await rosterImports.getFor(String(req.params['id']), actor)
    const id = String(record._id)
    const run = await courseRuns.getFor(record.courseRunId, actor)
    const { show: only } = query.parse(req.query)
    const page = pageOf(req.query, only ? await importQueries.countLines(id, only) : 0, size)
    if (only && page.outOfRange && req.query['page'] !== undefined)
      return res.redirect(303, withQuery(paths.imports.show(id), { show: only, page: page.page }))
    const wanted: readonly RosterOutcome[] = only ? [only] : ['fault', 'update']
    const lines: Partial<Record<RosterOutcome, Awaited<ReturnType<typeof importQueries.lines>>>> = {}
    for (const outcome of wanted) lines[outcome] = await importQueries.lines(id, outcome, only ? page.skip : 0, size)
    const written = record.state === 'done' || record.state === 'failed'
    const mayWithdraw = written && countOf(record, 'new') > 0 && (await closedText(res, run)) === undefined
    res.render(
      'roster-imports/show',
      importPage(translate(res), {
        record,
        run,
        only,
        page,
        lines,
        warned: only ? [] : await importQueries.warned(id, size),
        room: run.capacity - run.enrolled,
        mayWithdraw,
      }),
    )
  }

  /** Why the roster takes nobody any more, in the reader's language. */
  async function closedText(res: Response, run: CourseRunRecord): Promise<string | undefined> {
    try {
      await enrolments.assertOpen(run)
      return undefined
    } catch (error) {
      if (isAppError(error, 'refused')) return sentence(res, error)
      throw error
    }
  }
  return router
}
