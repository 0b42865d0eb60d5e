import type { Request, Response } from 'express'
import { z } from 'zod'
import { paths } from '../../paths.js'
import { forbidden } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { attempt } from '../../web/attempt.js'
import { readForm, ticked, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { assigned, dutyOf, judgedEvent, sheetsWithMarks } from '../marking/marking.queries.js'
import { obstaclesOf } from '../results/result-facts.queries.js'
import type { ResultService } from '../results/result.service.js'
import { lockPage } from '../results/result.view.js'
import { correctionForm, storedValue } from './correction.forms.js'
import type { CorrectionService } from './correction.service.js'
import { correctionPage } from './correction.view.js'

interface Needs {
  contestResults: ResultService
  corrections: CorrectionService
  auditSink: AuditSink
}
const lockForm = z.object({ signed: ticked.refine((yes) => yes, 'contestResults.signMissing') })

/** The chief judge: the signature that locks, and corrections afterwards. */
export function correctionRoutes({ contestResults, corrections, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.judging.lock(), 'competition.mark', 'LOCK_FORM_VIEWED', (req, res, actor) => showLock(req, res, actor))
  post(paths.judging.lock(), 'competition.mark', 'MARKS_LOCKED', async (req, res, actor) => {
    const t = translate(res)
    const event = await chiefs(req, actor)
    const form = readForm(lockForm, req.body, t)
    if (!form.ok) return showLock(req, res, actor, form.errors)
    const done = await attempt(
      res,
      (errors) => showLock(req, res, actor, errors),
      () => contestResults.lock(event.id, actor),
    )
    if (done.ok) redirect(req, res, paths.judging.event(event.id), t('contestResults.locked', { title: event.title }))
  })

  get(paths.results.correct(), 'competition.mark', 'CORRECTIONS_VIEWED', (req, res, actor) => show(req, res, actor))
  post(paths.results.correct(), 'competition.mark', 'CORRECTION_PROPOSED', async (req, res, actor) => {
    const t = translate(res)
    const event = await chiefs(req, actor)
    const form = readForm(correctionForm, req.body, t)
    if (!form.ok) return show(req, res, actor, form.errors)
    const { kind, code, judgeId, aspect, reason } = form.data
    const value = storedValue(kind, form.data, event.aspects)
    if (value === undefined)
      return show(req, res, actor, { [kind === 'standing' ? 'standing' : 'value']: t('corrections.valueMissing') })
    const done = await attempt(
      res,
      (errors) => show(req, res, actor, errors),
      () =>
        corrections.propose(
          event.id,
          { code, kind, value, reason, ...(judgeId && { judgeId }), ...(aspect && { aspect }) },
          actor,
        ),
    )
    if (done.ok) redirect(req, res, paths.results.correct(event.id), t('corrections.proposed'))
  })
  return router

  async function chiefs(req: Request, actor: Actor) {
    const event = await judgedEvent(String(req.params['id']))
    if ((await dutyOf(event.id, actor.id)) !== 'chief-judge') throw forbidden('marking.not-chief')
    return event
  }
  async function showLock(req: Request, res: Response, actor: Actor, errors: Errors = {}) {
    const event = await chiefs(req, actor)
    const sheets = await sheetsWithMarks(event.id)
    if (Object.keys(errors).length > 0) res.status(422)
    res.render(
      'shared/blocks',
      lockPage(translate(res), { event, obstacles: await obstaclesOf(event.id), total: sheets.length }, errors),
    )
  }
  async function show(req: Request, res: Response, actor: Actor, errors: Errors = {}) {
    const event = await chiefs(req, actor)
    if (Object.keys(errors).length > 0) res.status(422)
    const codes = (await sheetsWithMarks(event.id)).map(({ sheet }) => sheet.code)
    const judges = (await assigned(event.id, 'judge')).map(({ accountId, accountName }) => ({
      accountId,
      name: accountName,
    }))
    res.render(
      'shared/blocks',
      correctionPage(
        translate(res),
        {
          event,
          codes,
          judges,
          corrections: await corrections.of(event.id),
          open: ['ranked', 'noticed'].includes(event.state),
        },
        valuesOf(req.body),
        errors,
      ),
    )
  }
}
