import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import type { Actor } from '../../shared/permissions.js'
import { attempt } from '../../web/attempt.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { rankText } from '../results/result-list.view.js'
import { appealForm } from './appeal.forms.js'
import type { AppealService } from './appeal.service.js'
import { appealPage } from './appeal.view.js'

interface Needs {
  appeals: AppealService
  auditSink: AuditSink
}

/** Appeals of those who competed; the New Area answers them on the page of the results. */
export function appealRoutes({ appeals, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.results.appeal(), 'competition.appeal', 'APPEAL_FORM_VIEWED', async (req, res, actor) =>
    res.render('shared/form', await appealFormOf(req, res, actor)),
  )
  post(paths.results.appeal(), 'competition.appeal', 'APPEAL_SENT', async (req, res, actor) => {
    const t = translate(res)
    const again = async (errors: Errors) =>
      res.status(422).render('shared/form', await appealFormOf(req, res, actor, errors))
    const form = readForm(appealForm, req.body, t)
    if (!form.ok) return again(form.errors)
    const done = await attempt(res, again, () => appeals.send(idOf(req), form.data.text, actor))
    if (done.ok)
      redirect(req, res, actor.role === 'trainee' ? paths.entries.mine() : paths.entries.list(), t('appeals.sent'))
  })
  return router

  async function appealFormOf(req: Request, res: Response, actor: Actor, errors: Errors = {}) {
    const t = translate(res)
    const { result, title } = await appeals.entryFor(idOf(req), actor)
    return appealPage(
      t,
      { entryId: idOf(req), title, rank: rankText(t, result), staff: actor.role !== 'trainee' },
      valuesOf(req.body),
      errors,
    )
  }
}
const idOf = (req: Request): string => String(req.params['id'])
