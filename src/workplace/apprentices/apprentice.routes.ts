import type { Request, Response } from 'express'
import type { PolicyService } from '../../office/policies/policy.service.js'
import { paths, withQuery } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { isAppError } from '../../shared/errors.js'
import { pageOf } from '../../shared/paging.js'
import type { Actor } from '../../shared/permissions.js'
import { readTrainee } from '../../training/roster-files/roster-row.rules.js'
import { traineeErrors, traineeField } from '../../training/trainees/trainee.routes.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { ContractService } from '../apprentice-contracts/contract.service.js'
import { logQueries } from '../workplace-logs/log.queries.js'
import { addApprenticePage } from './apprentice-add.view.js'
import { entryForm, personForm, searchForm } from './apprentice.forms.js'
import { apprenticeListPage } from './apprentice-list.view.js'
import type { ApprenticeQueries, ApprenticeRow, ApprenticeSearch } from './apprentice.queries.js'
import { seatsTaken, type ApprenticeService } from './apprentice.service.js'
import { breakOn } from './apprentice-term.rules.js'
import { apprenticePage } from './apprentice.view.js'

interface Needs {
  apprentices: ApprenticeService
  apprenticeQueries: ApprenticeQueries
  contracts: ContractService
  policies: PolicyService
  clock: Clock
  auditSink: AuditSink
}
const size = 50

export function apprenticeRoutes({ apprentices, apprenticeQueries, contracts, policies, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.apprentices.list(), 'apprentice.view', 'APPRENTICES_VIEWED', async (req, res, actor) =>
    list(req, res, actor),
  )
  get(paths.apprentices.ofClass(), 'apprentice.view', 'APPRENTICES_VIEWED', async (req, res, actor) =>
    list(req, res, actor, String(req.params['id'])),
  )

  get(paths.apprentices.add(), 'apprentice.edit', 'APPRENTICE_FORM_VIEWED', async (req, res, actor) => {
    const one = await apprentices.classFor(String(req.params['id']), actor)
    apprentices.assertOpen(one)
    res.render('shared/form', addApprenticePage(translate(res), one, await seatsTaken(String(one._id))))
  })

  post(paths.apprentices.add(), 'apprentice.edit', 'APPRENTICE_ADDED', async (req, res, actor) => {
    const t = translate(res)
    const one = await apprentices.classFor(String(req.params['id']), actor)
    const id = String(one._id)
    const again = async (errors: Errors) =>
      res.status(422).render('shared/form', addApprenticePage(t, one, await seatsTaken(id), valuesOf(req.body), errors))
    const { facts, faults } = readTrainee(personForm.parse(req.body ?? {}), clock.today())
    const entry = readForm(entryForm, req.body, t)
    if (!facts || !entry.ok) return again({ ...traineeErrors(res, faults), ...(!entry.ok && entry.errors) })
    try {
      const outcome = await apprentices.add(id, { facts, ...entry.data }, actor)
      redirect(
        req,
        res,
        req.query['next'] ? paths.apprentices.add(id) : paths.apprentices.ofClass(id),
        t(outcome === 'new' ? 'apprentices.added' : 'apprentices.already', { name: facts.name }),
      )
    } catch (error) {
      if (!isAppError(error) || (error.kind !== 'refused' && error.kind !== 'invalid')) throw error
      await again({ [error.code === 'apprentices.outside-class' ? 'from' : traineeField(error)]: sentence(res, error) })
    }
  })

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
        openable: await openable([apprentice.transferredFrom, apprentice.transferredTo], actor),
      }),
    )
  })

  async function list(req: Request, res: Response, actor: Actor, classId?: string) {
    const search: ApprenticeSearch = { ...searchForm.parse(req.query), ...(classId && { classId }) }
    const one = classId ? await apprentices.classFor(classId, actor) : undefined
    const today = clock.today()
    const own = { ...(classId && { classId }) }
    const due = await apprenticeQueries.due({ ...own, q: search.q }, actor, today)
    const count = (view?: 'training' | 'ended') => apprenticeQueries.count({ ...own, view }, actor)
    const counts = {
      all: await count(),
      due: (await apprenticeQueries.due(own, actor, today)).length,
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

  /** Records of the chain that this reader may open; of the others only that they exist is told. */
  async function openable(ids: readonly (string | null | undefined)[], actor: Actor): Promise<string[]> {
    const found: string[] = []
    for (const id of ids) {
      if (!id) continue
      const seen = await apprentices.getFor(id, actor).catch((error: unknown) => {
        if (isAppError(error)) return undefined
        throw error
      })
      if (seen) found.push(id)
    }
    return found
  }
  return router
}
