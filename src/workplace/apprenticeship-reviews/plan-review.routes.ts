import type { Response } from 'express'
import { paths, withQuery } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { reviewActOf } from '../../shared/two-reviews.js'
import { versionField } from '../../training/courses/course.forms.js'
import { placeIn } from '../../training/run-reviews/review-form.js'
import { redirect, translate } from '../../web/locals.js'
import { readReturning, type Returning } from '../../web/returning.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { refusalOf } from '../apprenticeships/apprenticeship-record.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { apprenticeshipQueries } from '../apprenticeship-lists/apprenticeship-list.queries.js'
import { apprenticeshipVerdict } from '../apprenticeships/apprenticeship.rules.js'
import type { ApprenticeshipService } from '../apprenticeships/apprenticeship.service.js'
import type { PlanReviewService } from './plan-review.service.js'
import { planReturnReasons, planReviewPage } from './plan-review.view.js'

interface Needs {
  apprenticeships: ApprenticeshipService
  planReviews: PlanReviewService
  clock: Clock
  auditSink: AuditSink
}
const returns = { reasons: planReturnReasons, prefix: 'planReviews.return-', missing: 'courseRuns.note-missing' }
const inbox = withQuery(paths.apprenticeships.list(), { view: 'mine' })

/** The two reviews of a plan, county first, New Area second. */
export function planReviewRoutes({ apprenticeships, planReviews, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(
    paths.apprenticeships.review(),
    'apprenticeship.review',
    'APPRENTICESHIP_REVIEW_VIEWED',
    async (req, res, actor) => {
      const one = await apprenticeships.getFor(String(req.params['id']), actor)
      const act = reviewActOf(one.state)
      if (!act) return res.redirect(303, paths.apprenticeships.show(String(one._id)))
      const verdict = apprenticeshipVerdict(act, one, actor, { today: clock.today() })
      // A message still leads here when the next reviewer has it.
      if (!verdict.ok && verdict.reason === 'not-your-role')
        return res.redirect(303, paths.apprenticeships.show(String(one._id)))
      if (!verdict.ok) throw refusalOf(verdict.reason, one)
      await show(res, one, actor)
    },
  )

  post(paths.apprenticeships.decide(), 'apprenticeship.review', 'APPRENTICESHIP_DECIDED', async (req, res, actor) => {
    const t = translate(res)
    const one = await apprenticeships.getFor(String(req.params['id']), actor)
    const id = String(one._id)
    const { act, version } = req.body as { act?: string; version?: string }
    if (act === 'reject') return res.redirect(303, paths.apprenticeships.reject(id))
    const { nextId } = placeIn(await apprenticeshipQueries.queue(actor), id)
    const returning = act === 'return-next'
    const read = returning ? readReturning(t, req.body, returns) : undefined
    if (read?.ok === false) return show(res.status(422), one, actor, read.returning)
    if (!returning && act !== 'pass' && act !== 'pass-next') throw refused('wrong-state')
    await apprenticeships.decide(id, returning ? 'return' : 'pass', read?.note, actor, versionField.parse(version))
    const after =
      act === 'pass' ? paths.apprenticeships.show(id) : nextId ? paths.apprenticeships.review(nextId) : inbox
    redirect(req, res, after, t(returning ? 'runReviews.returned' : 'runReviews.passed', { title: one.title }))
  })

  return router

  async function show(res: Response, one: ApprenticeshipRecord, actor: Actor, returning?: Returning) {
    const place = placeIn(await apprenticeshipQueries.queue(actor), String(one._id))
    res.render(
      'apprenticeships/review',
      planReviewPage(translate(res), one, await planReviews.findings(one), place, returning),
    )
  }
}
