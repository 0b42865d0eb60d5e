import type { Request } from 'express'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import type { Actor, Permission } from '../../shared/permissions.js'
import { readForm } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { refusalOf } from '../apprenticeships/apprenticeship-record.js'
import { apprenticeshipVerdict } from '../apprenticeships/apprenticeship.rules.js'
import type { ApprenticeshipService } from '../apprenticeships/apprenticeship.service.js'
import { actReasonForm } from './apprenticeship-act.forms.js'
import { askPage, type AskedAct } from './apprenticeship-act.view.js'

/** The acts that move a class on, those of weight after a page that asks. */
export function apprenticeshipActRoutes({
  apprenticeships,
  clock,
  auditSink,
}: {
  apprenticeships: ApprenticeshipService
  clock: Clock
  auditSink: AuditSink
}) {
  const { router, get, post } = guardedRouter(auditSink)

  move(
    'recall',
    paths.apprenticeships.recall(),
    'apprenticeship.edit',
    'APPRENTICESHIP_RECALLED',
    apprenticeships.recall,
  )
  move('start', paths.apprenticeships.start(), 'apprenticeship.edit', 'APPRENTICESHIP_STARTED', apprenticeships.start)
  move(
    'resume',
    paths.apprenticeships.resume(),
    'apprenticeship.review',
    'APPRENTICESHIP_RESUMED',
    apprenticeships.resume,
  )
  move(
    'finish-training',
    paths.apprenticeships.finishTraining(),
    'apprenticeship.finish',
    'APPRENTICESHIP_TRAINING_FINISHED',
    apprenticeships.finishTraining,
  )
  move(
    'complete',
    paths.apprenticeships.complete(),
    'apprenticeship.complete',
    'APPRENTICESHIP_COMPLETED',
    apprenticeships.complete,
  )

  asked(
    'withdraw',
    paths.apprenticeships.withdraw(),
    'apprenticeship.edit',
    'APPRENTICESHIP_WITHDRAWN',
    apprenticeships.withdraw,
  )
  asked(
    'suspend',
    paths.apprenticeships.suspend(),
    'apprenticeship.review',
    'APPRENTICESHIP_SUSPENDED',
    apprenticeships.suspend,
  )
  asked(
    'check-mid-term',
    paths.apprenticeships.checkMidTerm(),
    'apprenticeship.review',
    'APPRENTICESHIP_MID_TERM_CHECKED',
    apprenticeships.checkMidTerm,
  )
  asked(
    'reject',
    paths.apprenticeships.reject(),
    'apprenticeship.review',
    'APPRENTICESHIP_REJECTED',
    async (id, reason, actor) => void (await apprenticeships.decide(id, 'reject', reason, actor)),
  )

  return router

  function find(req: Request, actor: Actor) {
    return apprenticeships.getFor(String(req.params['id']), actor)
  }

  function move(
    act: string,
    path: string,
    permission: Permission,
    event: string,
    work: (id: string, actor: Actor) => Promise<void>,
  ) {
    post(path, permission, event, async (req, res, actor) => {
      const one = await find(req, actor)
      await work(String(one._id), actor)
      redirect(
        req,
        res,
        paths.apprenticeships.show(String(one._id)),
        translate(res)(`apprenticeships.done-${act}`, { title: one.title }),
      )
    })
  }

  /** The page that asks, and the act: both refuse what cannot be done now. */
  function asked(
    act: AskedAct,
    path: string,
    permission: Permission,
    event: string,
    work: (id: string, reason: string, actor: Actor) => Promise<void>,
  ) {
    get(path, permission, `${event}_ASKED`, async (req, res, actor) => {
      const one = await find(req, actor)
      const tally = await apprenticeships.tallyOf(String(one._id))
      const verdict = apprenticeshipVerdict(act, one, actor, { today: clock.today(), tally })
      if (!verdict.ok) throw refusalOf(verdict.reason, one, { ...tally })
      res.render('courses/confirm', askPage(translate(res), act, one))
    })
    post(path, permission, event, async (req, res, actor) => {
      const t = translate(res)
      const one = await find(req, actor)
      const form = readForm(actReasonForm, req.body, t)
      if (!form.ok) return res.status(422).render('courses/confirm', askPage(t, act, one, form.values, form.errors))
      await work(String(one._id), form.data.reason, actor)
      redirect(
        req,
        res,
        paths.apprenticeships.show(String(one._id)),
        t(`apprenticeships.done-${act}`, { title: one.title }),
      )
    })
  }
}
