import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { notFound } from '../../shared/errors.js'
import { may } from '../../shared/permissions.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { AwardTableService } from './award-table.service.js'
import { awardTablePage, awardTablesPage } from './award-table.view.js'

interface Needs {
  awardTables: AwardTableService
  clock: Clock
  auditSink: AuditSink
}

/** The tables by which prizes are given and promotions proposed; whoever sees competitions may read them. */
export function awardTableRoutes({ awardTables, clock, auditSink }: Needs) {
  const { router, get } = guardedRouter(auditSink)
  get(paths.awardTables.list(), 'competition.view', 'AWARD_TABLES_VIEWED', async (_req, res, actor) => {
    const rows = await awardTables.list()
    res.render('shared/blocks', awardTablesPage(translate(res), rows, clock.today(), may(actor, 'award-table.edit')))
  })
  get(paths.awardTables.show(), 'competition.view', 'AWARD_TABLE_VIEWED', async (req, res, actor) => {
    const rows = await awardTables.list()
    const row = rows.find(({ _id }) => _id === req.params['id'])
    if (!row) throw notFound('award-table', req.params['id'])
    res.render(
      'shared/blocks',
      awardTablePage(translate(res), row, rows, clock.today(), may(actor, 'award-table.edit')),
    )
  })
  return router
}
