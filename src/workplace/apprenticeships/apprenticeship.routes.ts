import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { ApprenticeshipService } from './apprenticeship.service.js'
import { apprenticeshipPage } from './apprenticeship.view.js'

/** One class: its plan, what comes next, what happened. */
export function apprenticeshipRoutes({
  apprenticeships,
  clock,
  auditSink,
}: {
  apprenticeships: ApprenticeshipService
  clock: Clock
  auditSink: AuditSink
}) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.apprenticeships.show(), 'apprenticeship.view', 'APPRENTICESHIP_VIEWED', async (req, res, actor) => {
    const one = await apprenticeships.getFor(String(req.params['id']), actor)
    res.render(
      'apprenticeships/show',
      apprenticeshipPage(translate(res), {
        one,
        actor,
        today: clock.today(),
        tally: await apprenticeships.tallyOf(String(one._id)),
      }),
    )
  })

  return router
}
