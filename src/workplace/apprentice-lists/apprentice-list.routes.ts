import type { Request, Response } from 'express'
import { paths, withQuery } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { pageOf } from '../../shared/paging.js'
import type { Actor } from '../../shared/permissions.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { ApprenticeQueries, ApprenticeSearch } from '../apprentices/apprentice.queries.js'
import { seatsTaken, type ApprenticeService } from '../apprentices/apprentice.service.js'
import { searchForm } from './apprentice-list.forms.js'
import { apprenticeListPage } from './apprentice-list.view.js'

interface Needs {
  apprentices: ApprenticeService
  apprenticeQueries: ApprenticeQueries
  clock: Clock
  auditSink: AuditSink
}
const size = 50

/** Somebody's apprentices, and those of one class. */
export function apprenticeListRoutes({ apprentices, apprenticeQueries, clock, auditSink }: Needs) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.apprentices.list(), 'apprentice.view', 'APPRENTICES_VIEWED', async (req, res, actor) =>
    list(req, res, actor),
  )
  get(paths.apprentices.ofClass(), 'apprentice.view', 'APPRENTICES_VIEWED', async (req, res, actor) =>
    list(req, res, actor, String(req.params['id'])),
  )

  return router

  async function list(req: Request, res: Response, actor: Actor, classId?: string) {
    const search: ApprenticeSearch = { ...searchForm.parse(req.query), ...(classId && { classId }) }
    const one = classId ? await apprentices.classFor(classId, actor) : undefined
    const today = clock.today()
    const own = { ...(classId && { classId }) }
    const everyDue = await apprenticeQueries.due(own, actor, today)
    const due = search.q ? await apprenticeQueries.due({ ...own, q: search.q }, actor, today) : everyDue
    const count = (view?: 'training' | 'ended') => apprenticeQueries.count({ ...own, view }, actor)
    const counts = {
      all: await count(),
      due: everyDue.length,
      training: await count('training'),
      ended: await count('ended'),
    }
    const page = pageOf(
      req.query,
      search.view === 'due' ? due.length : await apprenticeQueries.count(search, actor),
      size,
    )
    const here = classId ? paths.apprentices.ofClass(classId) : paths.apprentices.list()
    if (page.outOfRange && req.query['page'] !== undefined)
      return res.redirect(303, withQuery(here, { q: search.q, view: search.view, page: page.page }))
    const lines =
      search.view === 'due'
        ? due.slice(page.skip, page.skip + size)
        : await apprenticeQueries.page(search, actor, today, page.skip, size)
    const model = apprenticeListPage(translate(res), {
      actor,
      today,
      search,
      lines,
      page,
      counts,
      ...(one && { one: { ...one, taken: await seatsTaken(String(one._id)) } }),
    })
    res.render(one ? 'apprentices/list' : 'shared/list', model)
  }
}
