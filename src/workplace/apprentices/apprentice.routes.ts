import type { PolicyService } from '../../office/policies/policy.service.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { ContractService } from '../apprentice-contracts/contract.service.js'
import { breakOn } from '../apprentice-terms/apprentice-term.rules.js'
import { logQueries } from '../workplace-logs/log.queries.js'
import type { ApprenticeQueries, ApprenticeRow } from './apprentice.queries.js'
import type { ApprenticeService } from './apprentice.service.js'
import { apprenticePage } from './apprentice.view.js'

interface Needs {
  apprentices: ApprenticeService
  apprenticeQueries: ApprenticeQueries
  contracts: ContractService
  policies: PolicyService
  clock: Clock
  auditSink: AuditSink
}

/** One apprentice: contracts, guides, logs, breaks and checks on one page. */
export function apprenticeRoutes({ apprentices, apprenticeQueries, contracts, policies, clock, auditSink }: Needs) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.apprentices.show(), 'apprentice.view', 'APPRENTICE_VIEWED', async (req, res, actor) => {
    const apprentice = (await apprentices.getFor(String(req.params['id']), actor)) as ApprenticeRow
    const today = clock.today()
    const { value: midTermPercent } = await policies.figure<number>('apprentice.mid-term-percent', today)
    res.render(
      'apprentices/show',
      apprenticePage(translate(res), {
        line: await apprenticeQueries.lineOf(apprentice, actor, today),
        actor,
        today,
        midTermPercent,
        logs: (await logQueries.tallies([apprentice._id])).get(apprentice._id)!,
        cooperation: await contracts.cooperationOf(apprentice.apprenticeshipId),
        onBreak: breakOn(apprentice.breaks, today) !== undefined,
      }),
    )
  })

  return router
}
