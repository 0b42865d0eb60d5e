import type { Request } from 'express'
import { paths } from '../../paths.js'
import { forbidden, isAppError, notFound } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { reasonForm } from '../course-runs/course-run.forms.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import type { CourseRunService } from '../course-runs/course-run.service.js'
import { enrolmentIdOf } from '../enrolments/enrolment.rules.js'
import type { EnrolmentService } from '../enrolments/enrolment.service.js'
import { faultText, resultRow } from '../result-sheets/result-draft.js'
import type { ResultEnrolment } from '../result-sheets/result-grid.view.js'
import { closePage, correctionPage } from './result-close.view.js'
import { readEntry, resultFields, type Typed } from './result-entry.rules.js'
import type { ResultService } from './result.service.js'

interface Needs {
  results: ResultService
  courseRuns: CourseRunService
  enrolments: EnrolmentService
  auditSink: AuditSink
}

export function resultCloseRoutes({ results, courseRuns, enrolments, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)
  const runOf = (req: Request, actor: Actor) => courseRuns.getFor(String(req.params['id']), actor)

  get(paths.courseRuns.close(), 'result.edit', 'RUN_CLOSING_VIEWED', async (req, res, actor) => {
    const run = await runOf(req, actor)
    const closing = await results.preview(String(run._id), actor)
    res.render('enrolments/confirm', closePage(translate(res), run, closing, await results.rulesOn(closing.on)))
  })

  post(paths.courseRuns.close(), 'result.edit', 'RUN_CLOSED', async (req, res, actor) => {
    const run = await runOf(req, actor)
    const { completed } = await results.close(String(run._id), actor)
    redirect(
      req,
      res,
      paths.courseRuns.show(String(run._id)),
      translate(res)('results.closedNotice', { title: run.title, count: completed }),
    )
  })

  get(paths.courseRuns.correctResult(), 'result.edit', 'RESULT_CORRECTION_VIEWED', async (req, res, actor) => {
    const run = await correctable(req, actor)
    res.render('enrolments/confirm', correctionPage(translate(res), run, await rowOf(run, req.query['person'])))
  })

  post(paths.courseRuns.correctResult(), 'result.edit', 'RESULT_CORRECTED', async (req, res, actor) => {
    const run = await correctable(req, actor)
    const t = translate(res)
    const body = (req.body ?? {}) as Record<string, unknown>
    const text = (name: string): string => (typeof body[name] === 'string' ? body[name].slice(0, 400) : '')
    const row = await rowOf(run, body['person'])
    const reason = readForm(reasonForm, body, t)
    const typed = Object.fromEntries(resultFields.map((field) => [field, text(field)])) as Typed
    const read = readEntry(typed, run.course)
    const again = (errors: Errors) =>
      res
        .status(422)
        .render(
          'enrolments/confirm',
          correctionPage(t, run, row, { ...valuesOf(body), absent: text('absent') }, errors),
        )
    const errors: Errors = {
      ...Object.fromEntries(read.faults.map((fault) => [fault.field, faultText(t, fault)])),
      ...(reason.ok ? {} : reason.errors),
    }
    if (!reason.ok || Object.keys(errors).length > 0) return again(errors)
    try {
      await results.correct(
        String(run._id),
        [resultRow(row, read, resultFields, Number(text('version')))],
        reason.data.reason,
        actor,
      )
      redirect(req, res, paths.courseRuns.results(String(run._id)), t('results.correctDone', { name: row.personName }))
    } catch (error) {
      if (!isAppError(error, 'refused')) throw error
      again({ _: sentence(res, error) })
    }
  })

  async function correctable(req: Request, actor: Actor): Promise<CourseRunRecord> {
    if (actor.role !== 'institution-manager') throw forbidden('not-your-role')
    return runOf(req, actor)
  }

  async function rowOf(run: CourseRunRecord, personId: unknown): Promise<ResultEnrolment> {
    const row = typeof personId === 'string' ? await enrolments.get(enrolmentIdOf(String(run._id), personId)) : null
    if (row?.state !== 'enrolled') throw notFound('enrolment', personId)
    return row as ResultEnrolment
  }
  return router
}
