import type { PolicyService } from '../../office/policies/policy.service.js'
import { paths } from '../../paths.js'
import { yearOf, type Clock } from '../../shared/dates.js'
import { pageOf } from '../../shared/paging.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { calendarSearchForm } from './calendar.forms.js'
import { calendarQueries } from './calendar.queries.js'
import { competitionListPage, publicListPage } from './calendar.view.js'

interface Needs {
  policies: PolicyService
  clock: Clock
  auditSink: AuditSink
}
const size = 30

/** The competitions of hosts and offices with the year's target; and the public calendar. */
export function calendarRoutes({ policies, clock, auditSink }: Needs) {
  const { router, get, open } = guardedRouter(auditSink)

  get(paths.competitions.list(), 'competition.view', 'COMPETITIONS_VIEWED', async (req, res, actor) => {
    const search = calendarSearchForm.parse(req.query)
    const page = pageOf(req.query, await calendarQueries.count(search, actor), size)
    const rows = await calendarQueries.list(search, actor, page.skip, size)
    const year = search.year ?? yearOf(clock.today())
    // The figures count the whole New Area: they are shown to those whose list holds it.
    const yearly =
      actor.role === 'administrator' || actor.role === 'auditor'
        ? await calendarQueries.yearly(year, await policies.book())
        : undefined
    res.render(
      'shared/blocks',
      competitionListPage(
        translate(res),
        actor,
        { rows, page, search, years: await calendarQueries.years(yearOf(clock.today())) },
        yearly,
      ),
    )
  })

  open.get(paths.openCompetitions.list(), 'OPEN_COMPETITIONS_VIEWED', async (req, res) => {
    const search = calendarSearchForm.parse(req.query)
    const page = pageOf(req.query, await calendarQueries.countPublished(search), size)
    const rows = await calendarQueries.published(search, page.skip, size)
    res.render(
      'shared/list',
      publicListPage(translate(res), {
        rows,
        page,
        search,
        years: await calendarQueries.years(yearOf(clock.today())),
      }),
    )
  })
  return router
}
