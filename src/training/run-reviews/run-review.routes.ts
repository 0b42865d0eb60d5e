import type { Response } from 'express'
import { paths, withQuery } from '../../paths.js'
import { isId } from '../../infra/ids.js'
import type { Clock } from '../../shared/dates.js'
import { refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { reviewActOf } from '../../shared/two-reviews.js'
import { sentence } from '../../web/error-handler.js'
import { redirect, translate } from '../../web/locals.js'
import { readReturning, type Returning } from '../../web/returning.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { versionField } from '../courses/course.forms.js'
import { runSearchForm } from '../course-runs/course-run.forms.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { courseRunQueries, type RunRow } from '../course-runs/course-run.queries.js'
import { sendSheet } from '../run-lists/run-list.routes.js'
import { runVerdict } from '../course-runs/course-run.rules.js'
import type { CourseRunService } from '../course-runs/course-run.service.js'
import { refusalOf } from '../course-runs/course-run-record.js'
import { placeIn } from './review-form.js'
import type { RunReviewService } from './run-review.service.js'
import { bulkPage, returnReasons, reviewPage, type Place } from './run-review.view.js'

interface Needs {
  courseRuns: CourseRunService
  runReviews: RunReviewService
  clock: Clock
  auditSink: AuditSink
}
const returns = { reasons: returnReasons, prefix: 'runReviews.return-', missing: 'courseRuns.note-missing' }
const inbox = withQuery(paths.courseRuns.list(), { view: 'mine' })
const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : []).filter(isId).slice(0, 1000)

/** Reviews one by one or many at once. */
export function runReviewRoutes({ courseRuns, runReviews, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  post(paths.courseRuns.bulk(), 'course-run.review', 'COURSE_RUNS_CHOSEN', async (req, res, actor) => {
    const { act, all, ids, ...search } = req.body as Record<string, unknown>
    const chosen =
      all === '1' ? await courseRunQueries.ids(runSearchForm.parse(search), actor, clock.today()) : listOf(ids)
    if (chosen.length === 0) throw refused('courseRuns.none-chosen')
    if (act === 'export')
      return sendSheet(res, (await courseRunQueries.rows(chosen, actor)) as unknown as RunRow[], {
        actor,
        now: clock.now(),
        today: clock.today(),
      })
    res.render('course-runs/bulk', bulkPage(translate(res), await runReviews.passable(chosen, actor)))
  })

  post(paths.courseRuns.bulkPass(), 'course-run.review', 'COURSE_RUNS_PASSED', async (req, res, actor) => {
    const t = translate(res)
    const { passed, refused: left } = await runReviews.passAll(listOf((req.body as { ids?: unknown }).ids), actor)
    const more = left
      .map(({ run, error }) => t('runReviews.bulkRefused', { title: run.title, reason: sentence(res, error) }))
      .join(' ')
    redirect(req, res, inbox, t('runReviews.bulkDone', { count: passed.length, title: passed[0]?.title ?? '' }), more)
  })

  get(paths.courseRuns.review(), 'course-run.review', 'COURSE_RUN_REVIEW_VIEWED', async (req, res, actor) => {
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    if (!reviewActOf(run.state))
      return res.redirect(
        303,
        run.changeRequest?.requestedById
          ? paths.courseRuns.change(String(run._id))
          : paths.courseRuns.show(String(run._id)),
      )
    const verdict = runVerdict(reviewActOf(run.state)!, run, actor, { today: clock.today() })
    // A message still leads here when the next reviewer has it.
    if (!verdict.ok && verdict.reason === 'not-your-role')
      return res.redirect(303, paths.courseRuns.show(String(run._id)))
    if (!verdict.ok) throw refusalOf(verdict.reason, run)
    await show(res, run, actor)
  })

  post(paths.courseRuns.decide(), 'course-run.review', 'COURSE_RUN_DECIDED', async (req, res, actor) => {
    const t = translate(res)
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    const id = String(run._id)
    const { act, version } = req.body as { act?: string; version?: string }
    if (act === 'reject') return res.redirect(303, paths.courseRuns.reject(id))
    const { nextId } = await placeOf(id, actor)
    const returning = act === 'return-next'
    const read = returning ? readReturning(t, req.body, returns) : undefined
    if (read?.ok === false) return show(res.status(422), run, actor, read.returning)
    if (!returning && act !== 'pass' && act !== 'pass-next') throw refused('wrong-state')
    await courseRuns.decide(id, returning ? 'return' : 'pass', read?.note, actor, versionField.parse(version))
    const after = act === 'pass' ? paths.courseRuns.show(id) : nextId ? paths.courseRuns.review(nextId) : inbox
    redirect(req, res, after, t(returning ? 'runReviews.returned' : 'runReviews.passed', { title: run.title }))
  })

  return router

  async function placeOf(id: string, actor: Actor): Promise<Place> {
    return placeIn(await courseRunQueries.queue(actor), id)
  }

  async function show(res: Response, run: CourseRunRecord, actor: Actor, returning?: Returning) {
    res.render(
      'course-runs/review',
      reviewPage(
        translate(res),
        run,
        await runReviews.findings(run, actor),
        await placeOf(String(run._id), actor),
        returning,
      ),
    )
  }
}
