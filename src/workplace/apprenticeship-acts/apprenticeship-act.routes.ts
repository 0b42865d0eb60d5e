import type { Request } from 'express'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { actRoutes } from '../../web/act-routes.js'
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
  const { pressed, asked } = actRoutes(
    { get, post },
    {
      find,
      show: paths.apprenticeships.show,
      done: (t, act, { title }) => t(`apprenticeships.done-${act}`, { title }),
      reason: actReasonForm,
      page: askPage,
      async check(act: AskedAct, one, actor) {
        const tally = await apprenticeships.tallyOf(String(one._id))
        const verdict = apprenticeshipVerdict(act, one, actor, { today: clock.today(), tally })
        if (!verdict.ok) throw refusalOf(verdict.reason, one, { ...tally })
      },
    },
  )

  pressed(
    'recall',
    paths.apprenticeships.recall(),
    'apprenticeship.edit',
    'APPRENTICESHIP_RECALLED',
    apprenticeships.recall,
  )
  pressed(
    'start',
    paths.apprenticeships.start(),
    'apprenticeship.edit',
    'APPRENTICESHIP_STARTED',
    apprenticeships.start,
  )
  pressed(
    'resume',
    paths.apprenticeships.resume(),
    'apprenticeship.review',
    'APPRENTICESHIP_RESUMED',
    apprenticeships.resume,
  )
  pressed(
    'finish-training',
    paths.apprenticeships.finishTraining(),
    'apprenticeship.finish',
    'APPRENTICESHIP_TRAINING_FINISHED',
    apprenticeships.finishTraining,
  )
  pressed(
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
    (id, reason, actor) => apprenticeships.decide(id, 'reject', reason, actor),
  )

  return router

  function find(req: Request, actor: Actor) {
    return apprenticeships.getFor(String(req.params['id']), actor)
  }
}
