import { paths } from '../../paths.js'
import { yearOf, type Clock } from '../../shared/dates.js'
import { scopeOf } from '../../shared/permissions.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { TargetService } from './target.service.js'
import { targetsPage } from './target.view.js'

export function targetRoutes({
  targets,
  clock,
  auditSink,
}: {
  targets: TargetService
  clock: Clock
  auditSink: AuditSink
}) {
  const { router, get } = guardedRouter(auditSink)
  get(paths.policies.targets(), 'policy.view', 'TARGETS_VIEWED', async (_req, res, actor) => {
    const year = yearOf(clock.today())
    res.render(
      'targets/list',
      targetsPage(translate(res), year, await targets.progress(year, scopeOf(actor)), await targets.list()),
    )
  })
  return router
}
