import { paths, withQuery } from '../../paths.js'
import { pageOf } from '../../shared/paging.js'
import type { Actor } from '../../shared/permissions.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { apprenticeshipSearchForm } from './apprenticeship-list.forms.js'
import { apprenticeshipQueries } from './apprenticeship-list.queries.js'
import { apprenticeshipListPage } from './apprenticeship-list.view.js'

const size = 30

/** The list of classes, within the bounds of whoever looks. */
export function apprenticeshipListRoutes({ auditSink }: { auditSink: AuditSink }) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.apprenticeships.list(), 'apprenticeship.view', 'APPRENTICESHIPS_VIEWED', async (req, res, actor) => {
    const search = apprenticeshipSearchForm.parse(req.query)
    const page = pageOf(req.query, await apprenticeshipQueries.count(search, actor), size)
    if (page.outOfRange && req.query['page'] !== undefined)
      return res.redirect(
        303,
        withQuery(paths.apprenticeships.list(), { ...search, page: page.page === 1 ? undefined : page.page }),
      )
    const rows = await apprenticeshipQueries.page(search, actor, page.skip, size)
    res.render(
      'shared/list',
      apprenticeshipListPage(translate(res), actor, { rows, page, search, counts: await countsOf(actor) }),
    )
  })

  return router

  async function countsOf(actor: Actor) {
    const views = [undefined, ...(actor.role === 'auditor' ? [] : (['mine'] as const)), 'training', 'returned'] as const
    const counts = await Promise.all(views.map((view) => apprenticeshipQueries.count({ ...(view && { view }) }, actor)))
    return Object.fromEntries(
      views
        .map((view, i) => [view ?? 'all', counts[i]!])
        .filter(([view, count]) => count !== 0 || view === 'all' || view === 'mine'),
    )
  }
}
