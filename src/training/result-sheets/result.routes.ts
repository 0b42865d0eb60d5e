import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import { isAppError } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { sentence } from '../../web/error-handler.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { editRights } from '../assessments/result.rules.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import type { CourseRunService } from '../course-runs/course-run.service.js'
import { conflictErrors, filledUp, readDraft, resultRow, typedOf } from './result-draft.js'
import { editableFields, type Draft, type ResultMode } from './result-grid.view.js'
import { renderResults, rowsOf, type ResultNeeds } from './result-page.js'

type Needs = ResultNeeds & { courseRuns: CourseRunService; auditSink: AuditSink }

export function resultRoutes(needs: Needs) {
  const { results, courseRuns, auditSink } = needs
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.courseRuns.attendance(), 'result.view', 'ATTENDANCE_VIEWED', async (req, res, actor) =>
    renderResults(res, needs, await runOf(req, actor), actor, 'attendance'),
  )
  get(paths.courseRuns.results(), 'result.view', 'RESULTS_VIEWED', async (req, res, actor) =>
    renderResults(res, needs, await runOf(req, actor), actor, 'results'),
  )
  post(paths.courseRuns.attendance(), 'result.edit', 'ATTENDANCE_SAVED', async (req, res, actor) =>
    save(req, res, actor, 'attendance'),
  )
  post(paths.courseRuns.results(), 'result.edit', 'RESULTS_SAVED', async (req, res, actor) =>
    save(req, res, actor, 'results'),
  )

  const runOf = (req: Request, actor: Actor) => courseRuns.getFor(String(req.params['id']), actor)

  async function save(req: Request, res: Response, actor: Actor, mode: ResultMode) {
    const run = await runOf(req, actor)
    const body = (req.body ?? {}) as Record<string, unknown>
    const fields = editableFields(mode, editRights(run, actor))
    const rows = await rowsOf(needs, run)
    const filling = mode === 'attendance' && body['act'] === 'full'
    const boxes = typedOf(body, rows, fields)
    const typed = filling ? filledUp(boxes, run.course) : boxes
    const { read, errors } = readDraft(translate(res), typed, run.course)
    const draft: Draft = { typed, errors, source: body['source'] === 'imported' ? 'imported' : 'typed' }
    if (errors.size > 0) return renderResults(res, needs, run, actor, mode, { draft, status: 422 })
    if (filling)
      return renderResults(res, needs, run, actor, mode, {
        draft,
        note: { text: translate(res)('results.filledFull') },
      })
    const lines = rows
      .filter(({ personId }) => read.has(personId))
      .map((row) => resultRow(row, read.get(row.personId)!, fields, Number(body[`version.${row.personId}`])))
    try {
      const count = await results.save(String(run._id), lines, actor, draft.source)
      const t = translate(res)
      redirect(
        req,
        res,
        mode === 'attendance'
          ? paths.courseRuns.attendance(String(run._id))
          : paths.courseRuns.results(String(run._id)),
        count > 0 ? t('results.savedCount', { count }) : t('results.savedNothing'),
      )
    } catch (error) {
      if (!isAppError(error) || error.code !== 'results.changed-meanwhile') throw error
      const changed = new Set(error.details['ids'] as string[])
      const conflicts = conflictErrors(translate(res), typed, await rowsOf(needs, run), changed, fields)
      await renderResults(res, needs, run as CourseRunRecord, actor, mode, {
        draft: { ...draft, errors: conflicts },
        status: 409,
        note: { kind: 'wait', text: sentence(res, error) },
      })
    }
  }
  return router
}
