import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import { isAppError, refused } from '../../shared/errors.js'
import { scopeOf, type Actor } from '../../shared/permissions.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { readReturning, type Returning } from '../../web/returning.js'
import { guardedRouter } from '../../web/route.js'
import { decisionForm, returnReasons, suspendForm, type Decision } from './review.forms.js'
import { organisationQueries, type OrganisationRow } from '../organisations/organisation.queries.js'
import type { OrganisationReviewService } from './organisation-review.service.js'
import { filedOf, reviewPage } from './organisation-review.view.js'
import { suspendPage } from './suspend.view.js'
import { readingOf, type OrganisationRouteNeeds } from '../organisations/organisation.routes.js'

const returns = { reasons: returnReasons, prefix: 'organisations.why-', missing: 'organisations.giveBackMissing' }

export function organisationReviewRoutes(
  needs: OrganisationRouteNeeds & { organisationReviews: OrganisationReviewService },
) {
  const { organisations, organisationReviews } = needs
  const { router, get, post } = guardedRouter(needs.auditSink)
  const rowFor = (req: Request, actor: Actor) =>
    organisations.getFor(String(req.params['id']), actor) as Promise<OrganisationRow>

  get(paths.organisations.review(), 'organisation.review', 'ORGANISATION_REVIEW_VIEWED', async (req, res, actor) => {
    const row = await rowFor(req, actor)
    if (!row.waitingSince)
      return redirect(
        req,
        res,
        paths.organisations.show(String(row._id)),
        translate(res)('organisations.reviewNothing'),
      )
    await showReview(res, row, actor)
  })

  post(paths.organisations.review(), 'organisation.review', 'ORGANISATION_DECIDED', async (req, res, actor) => {
    const t = translate(res)
    const row = await rowFor(req, actor)
    const form = readForm(decisionForm, req.body, t)
    if (!form.ok) return showReview(res, row, actor, form.errors)
    const decision = form.data
    if (decision.act === 'accept-code' && !decision.accepted)
      return showReview(res, row, actor, { accepted: t('organisations.acceptCodeMissing') })
    const read = decision.act === 'return-next' ? readReturning(t, req.body, returns) : undefined
    if (read?.ok === false) return showReview(res, row, actor, { 'decide-text': read.returning.error }, read.returning)
    const { next } = await organisationQueries.place(String(row._id), scopeOf(actor))
    try {
      await decide(row, decision, read?.note, actor)
    } catch (error) {
      if (!isAppError(error, 'refused') || !error.code.startsWith('organisations.')) throw error
      return showReview(res, row, actor, { accepted: sentence(res, error) }, read && { reasons: [], text: read.note })
    }
    goOn(req, res, row, decision, next)
  })

  get(
    paths.organisations.suspend(),
    'organisation.review',
    'ORGANISATION_SUSPENSION_VIEWED',
    async (req, res, actor) => {
      const row = await rowFor(req, actor)
      if (row.state !== 'approved') throw refused('wrong-state')
      res.render('organisation-reviews/confirm', suspendPage(translate(res), row, actor))
    },
  )

  post(paths.organisations.suspend(), 'organisation.review', 'ORGANISATION_SUSPENDED', async (req, res, actor) => {
    const t = translate(res)
    const row = await rowFor(req, actor)
    const form = readForm(suspendForm, req.body, t)
    const values = {
      reason: String((req.body as { reason?: unknown }).reason ?? ''),
      tail: String((req.body as { tail?: unknown }).tail ?? ''),
    }
    const wrongTail = values.tail.trim().toUpperCase() !== row.creditCode.slice(-4)
    if (!form.ok || wrongTail) {
      const errors: Errors = {
        ...(form.ok ? {} : form.errors),
        ...(wrongTail && { tail: t('organisations.suspendTailWrong', { code: row.creditCode }) }),
      }
      return res.status(422).render('organisation-reviews/confirm', suspendPage(t, row, actor, values, errors))
    }
    await organisationReviews.suspend(String(row._id), form.data.reason, actor)
    redirect(
      req,
      res,
      paths.organisations.show(String(row._id)),
      t('organisations.suspendedNotice', { name: row.name }),
    )
  })

  post(paths.organisations.resume(), 'organisation.review', 'ORGANISATION_RESUMED', async (req, res, actor) => {
    const row = await rowFor(req, actor)
    await organisationReviews.resume(String(row._id), actor)
    redirect(
      req,
      res,
      paths.organisations.show(String(row._id)),
      translate(res)('organisations.resumedNotice', { name: row.name }),
    )
  })

  async function showReview(
    res: Response,
    row: OrganisationRow,
    actor: Actor,
    errors?: Errors,
    returning?: Pick<Returning, 'reasons' | 'text'>,
  ) {
    const id = String(row._id)
    const [reading, place, clashes] = await Promise.all([
      readingOf(res, needs),
      organisationQueries.place(id, scopeOf(actor)),
      organisationQueries.clashes(filedOf(row), id),
    ])
    const state = {
      place,
      clashes,
      ...(errors && { errors }),
      ...(returning && { chosen: returning.reasons, text: returning.text }),
    }
    res.status(errors ? 422 : 200).render('organisation-reviews/review', reviewPage(reading, row, actor, state))
  }

  function decide(
    row: OrganisationRow,
    { act, version }: Decision,
    note: string | undefined,
    actor: Actor,
  ): Promise<void> {
    const id = String(row._id)
    if (act === 'accept-code') return organisationReviews.acceptCode(id, actor, version)
    if (act === 'return-next') return organisationReviews.giveBack(id, note!, actor, version)
    return organisationReviews.approve(id, actor, version)
  }
  return router
}

function goOn(req: Request, res: Response, row: OrganisationRow, { act }: Decision, next: string | undefined) {
  const t = translate(res)
  const id = String(row._id)
  if (act === 'accept-code') return redirect(req, res, paths.organisations.review(id), t('organisations.codeAccepted'))
  const notice = t(act === 'return-next' ? 'organisations.returnedNotice' : 'organisations.approvedNotice', {
    name: row.name,
  })
  if (act === 'approve') return redirect(req, res, paths.organisations.show(id), notice)
  redirect(
    req,
    res,
    next ? paths.organisations.review(next) : paths.organisations.list(),
    notice,
    next ? undefined : t('organisations.allReviewed'),
  )
}
