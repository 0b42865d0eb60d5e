import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import type { Actor } from '../../shared/permissions.js'
import { attempt } from '../../web/attempt.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { assigned, chiefsEvent, sheetsWithMarks } from '../marking/marking.queries.js'
import { correctionForm, storedValue } from './correction.forms.js'
import type { CorrectionService } from './correction.service.js'
import { correctionPage } from './correction.view.js'

interface Needs {
  corrections: CorrectionService
  auditSink: AuditSink
}

/** Corrections after the lock, as the chief judge proposes them. */
export function correctionRoutes({ corrections, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.results.correct(), 'competition.mark', 'CORRECTIONS_VIEWED', (req, res, actor) => show(req, res, actor))
  post(paths.results.correct(), 'competition.mark', 'CORRECTION_PROPOSED', async (req, res, actor) => {
    const t = translate(res)
    const event = await chiefsEvent(String(req.params['id']), actor.id)
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

  async function show(req: Request, res: Response, actor: Actor, errors: Errors = {}) {
    const event = await chiefsEvent(String(req.params['id']), actor.id)
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
