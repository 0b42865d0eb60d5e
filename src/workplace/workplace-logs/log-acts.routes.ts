import type { Request } from 'express'
import { formatDay } from '../../shared/dates.js'
import type { Actor, Permission } from '../../shared/permissions.js'
import { attempt } from '../../web/attempt.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import type { GuardedRouter } from '../../web/route.js'
import { giveBackForm } from './log.forms.js'
import type { LogRecord } from './log.model.js'
import type { WorkplaceLogService } from './log.service.js'
import { giveBackPage } from './log-form.view.js'

/** One of the two who read what the other wrote: the mentor at the enterprise, or the apprentice. */
export interface LogDoor {
  needs: Permission
  home: string
  layout: 'staff' | 'public'
  sign(id?: string): string
  giveBack(id?: string): string
  /** the sentence after signing */
  signed: string
  /** whose entry it was */
  writerOf(log: LogRecord): string
}

/** An entry is signed by whoever did not write it, or given back with a note; the same from both sides. */
export function declareLogActs(
  { get, post }: Pick<GuardedRouter, 'get' | 'post'>,
  workplaceLogs: WorkplaceLogService,
  door: LogDoor,
): void {
  const logOf = (req: Request, actor: Actor) => workplaceLogs.getFor(String(req.params['id']), actor)
  const target = (log: LogRecord) => ({ action: door.giveBack(String(log._id)), back: door.home, layout: door.layout })

  post(door.sign(), door.needs, 'LOGS_SIGNED', async (req, res, actor) => {
    const log = await logOf(req, actor)
    const count = await workplaceLogs.sign([String(log._id)], actor)
    redirect(req, res, door.home, translate(res)(door.signed, { count }))
  })

  get(door.giveBack(), door.needs, 'LOG_RETURN_ASKED', async (req, res, actor) => {
    const log = await logOf(req, actor)
    res.render('shared/form', giveBackPage(translate(res), log, target(log)))
  })

  post(door.giveBack(), door.needs, 'LOG_RETURNED', async (req, res, actor) => {
    const t = translate(res)
    const log = await logOf(req, actor)
    const again = (errors: Errors) =>
      res.status(422).render('shared/form', giveBackPage(t, log, target(log), valuesOf(req.body), errors))
    const form = readForm(giveBackForm, req.body, t)
    if (!form.ok) return again(form.errors)
    const done = await attempt(res, again, () => workplaceLogs.giveBack(String(log._id), form.data.note, actor))
    if (done.ok)
      redirect(
        req,
        res,
        door.home,
        t('workplaceLogs.returned', { name: door.writerOf(log), day: formatDay(log.on, t.lang) }),
      )
  })
}
