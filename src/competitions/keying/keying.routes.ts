import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import type { Actor } from '../../shared/permissions.js'
import { attempt } from '../../web/attempt.js'
import { valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { EventService } from '../events/event.service.js'
import { judgedEvent } from '../marking/marking.queries.js'
import { readKeyed } from './keying.forms.js'
import type { KeyingService } from './keying.service.js'
import { keyingListPage, keyingSheetPage } from './keying.view.js'

interface Needs {
  keying: KeyingService
  competitionEvents: EventService
  auditSink: AuditSink
}

/** Papers keyed in twice. */
export function keyingRoutes({ keying, competitionEvents, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.keying.event(), 'competition.key', 'KEYING_VIEWED', async (req, res, actor) => {
    const event = await judgedEvent(String(req.params['id']))
    res.render(
      'shared/list',
      keyingListPage(translate(res), event, await keying.rows(event.id, await keying.seatOf(event.id, actor))),
    )
  })
  get(paths.keying.sheet(), 'competition.key', 'KEYING_SHEET_VIEWED', (req, res, actor) => show(req, res, actor))
  post(paths.keying.sheet(), 'competition.key', 'MARKS_KEYED', async (req, res, actor) => {
    const t = translate(res)
    const [id, code] = [String(req.params['id']), String(req.params['code'])]
    const event = await judgedEvent(id)
    const { sheet } = await keying.sheetFor(id, code, await keying.seatOf(id, actor))
    const { theory, values, errors } = readKeyed(event.aspects, sheet.panel, req.body)
    if (Object.keys(errors).length > 0)
      return show(req, res, actor, Object.fromEntries(Object.entries(errors).map(([box, key]) => [box, t(key)])))
    const done = await attempt(
      res,
      (again) => show(req, res, actor, again),
      () => keying.key(id, code, { values, ...(theory !== undefined && { theory }) }, actor),
    )
    if (done.ok)
      redirect(
        req,
        res,
        done.value === 'differs' ? paths.keying.sheet(id, code) : paths.keying.event(id),
        t(`keying.saved-${done.value}`, { code }),
      )
  })
  return router

  async function show(req: Request, res: Response, actor: Actor, errors: Errors = {}) {
    const [id, code] = [String(req.params['id']), String(req.params['code'])]
    const event = await judgedEvent(id)
    const { sheet, own, other } = await keying.sheetFor(id, code, await keying.seatOf(id, actor))
    const { theoryWeight } = await competitionEvents.get(id)
    const failed = Object.keys(errors).length > 0
    res.status(failed ? 422 : 200)
    res.render(
      'shared/blocks',
      keyingSheetPage(
        translate(res),
        {
          event,
          code,
          theoryWeight,
          panel: sheet.panel,
          standing: sheet.standing,
          ...(own && { own }),
          ...(own && other && { other }),
        },
        failed ? valuesOf(req.body) : undefined,
        errors,
      ),
    )
  }
}
