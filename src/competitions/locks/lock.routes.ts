import type { Request, Response } from 'express'
import { z } from 'zod'
import { paths } from '../../paths.js'
import type { Actor } from '../../shared/permissions.js'
import { attempt } from '../../web/attempt.js'
import { readForm, ticked, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { chiefsEvent, sheetsWithMarks } from '../marking/marking.queries.js'
import type { ResultService } from '../results/result.service.js'
import { obstaclesOf } from './lock.queries.js'
import { lockPage } from './lock.view.js'

interface Needs {
  contestResults: ResultService
  auditSink: AuditSink
}
const lockForm = z.object({ signed: ticked.refine((yes) => yes, 'contestResults.signMissing') })

/** The chief judge's signature: what is missing, then the lock. */
export function lockRoutes({ contestResults, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.judging.lock(), 'competition.mark', 'LOCK_FORM_VIEWED', (req, res, actor) => show(req, res, actor))
  post(paths.judging.lock(), 'competition.mark', 'MARKS_LOCKED', async (req, res, actor) => {
    const t = translate(res)
    const event = await chiefsEvent(String(req.params['id']), actor.id)
    const form = readForm(lockForm, req.body, t)
    if (!form.ok) return show(req, res, actor, form.errors)
    const done = await attempt(
      res,
      (errors) => show(req, res, actor, errors),
      () => contestResults.lock(event.id, actor),
    )
    if (done.ok) redirect(req, res, paths.judging.event(event.id), t('contestResults.locked', { title: event.title }))
  })
  return router

  async function show(req: Request, res: Response, actor: Actor, errors: Errors = {}) {
    const event = await chiefsEvent(String(req.params['id']), actor.id)
    const sheets = await sheetsWithMarks(event.id)
    if (Object.keys(errors).length > 0) res.status(422)
    res.render(
      'shared/blocks',
      lockPage(translate(res), { event, obstacles: await obstaclesOf(event.id), total: sheets.length }, errors),
    )
  }
}
