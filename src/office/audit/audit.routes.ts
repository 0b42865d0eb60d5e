import { z } from 'zod'
import { paths } from '../../paths.js'
import { isDay } from '../../shared/dates.js'
import { pageOf } from '../../shared/paging.js'
import { joinDateParts } from '../../web/date-parts.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { auditQueries } from './audit.queries.js'
import { auditPage } from './audit.view.js'

const word = z.string().trim().max(60).optional().catch(undefined)
const day = z.string().refine(isDay).optional().catch(undefined)
const searchForm = z.object({
  event: word,
  person: word,
  subject: word,
  from: day,
  to: day,
  view: z.enum(['reveals', 'refusals']).optional().catch(undefined),
})
const size = 50

export function auditRoutes({ auditSink }: { auditSink: AuditSink }) {
  const { router, get } = guardedRouter(auditSink)
  get(paths.audit.list(), 'audit.view', 'AUDIT_VIEWED', async (req, res) => {
    const search = searchForm.parse(joinDateParts(req.query))
    const page = pageOf(req.query, await auditQueries.count(search), size)
    res.render('shared/list', auditPage(translate(res), await auditQueries.page(search, page.skip, size), page, search))
  })
  return router
}
