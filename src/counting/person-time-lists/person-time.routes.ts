import type { Request } from 'express'
import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { Outbox } from '../../infra/outbox/outbox.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import type { TaskService } from '../../office/tasks/task.service.js'
import { paths } from '../../paths.js'
import { lastDayOfMonth, yearOf, type Clock, type Day } from '../../shared/dates.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import { pageOf } from '../../shared/paging.js'
import { inScope, scopeOf, type Actor } from '../../shared/permissions.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { sendWorkbook } from '../../web/workbook.js'
import { filterKeys, personTimeFilter, type PersonTimeFilter } from './person-time.forms.js'
import type { ListModel } from './person-time-filter.view.js'
import { personTimeListPage } from './person-time-list.view.js'
import { personTimePage } from './person-time-row.view.js'
import { personTimeSheet } from './person-time-export.service.js'
import { tallyOf, verdictCounts } from './person-time-tally.queries.js'
import { choicesOf, findRow, findRows, pageOfPeople, pageOfRows } from './person-time.queries.js'
import { ruleBox } from './person-time.view.js'

const size = 30
const mostDirect = 5000

interface Needs {
  policies: PolicyService
  tasks: TaskService
  outbox: Outbox
  clock: Clock
  auditSink: AuditSink
}

export function personTimeRoutes({ policies, tasks, outbox, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.personTimes.list(), 'person-time.view', 'PERSON_TIMES_VIEWED', async (req, res, actor) => {
    const t = translate(res)
    const filter = personTimeFilter.parse(req.query)
    const model = await modelOf(req, filter, actor)
    const rule = ruleBox(t, filter, await policies.book(), lastDay(filter))
    res.render('person-times/list', personTimeListPage(t, { ...model, rule }))
  })

  get(paths.personTimes.xlsx(), 'report.print', 'PERSON_TIMES_EXPORTED', async (req, res, actor) => {
    const filter = personTimeFilter.parse(req.query)
    const { personTimes } = await tallyOf(filter, scopeOf(actor))
    if (personTimes > mostDirect) throw refused('personTimes.exportTooLong', { max: mostDirect })
    noteAct('person-times', 'list', noteOf(filter, personTimes))
    const bytes = await personTimeSheet(translate(res), filter, scopeOf(actor), { name: actor.name, now: clock.now() })
    sendWorkbook(res, 'person-times.xlsx', bytes)
  })

  // A long list is made in the background; the task shows how far it is.
  post(paths.personTimes.export(), 'report.print', 'PERSON_TIMES_EXPORT_STARTED', async (req, res, actor) => {
    const t = translate(res)
    const filter = personTimeFilter.parse(req.body ?? {})
    const scope = scopeOf(actor)
    const { personTimes } = await tallyOf(filter, scope)
    const taskId = await transact(async () => {
      const request = { what: 'person-times', filter, scope, lang: t.lang, by: actor.name }
      const id = await tasks.create({
        kind: 'list-export',
        title: t('personTimes.exportTask', { count: personTimes }),
        ownerId: actor.id,
        ...(actor.organisationId && { organisationId: actor.organisationId }),
        total: personTimes,
        request,
      })
      await outbox.publish('reports.print', id, { taskId: id })
      noteAct('task', id, noteOf(filter, personTimes))
      return id
    })
    redirect(req, res, paths.tasks.show(taskId))
  })

  get(paths.personTimes.show(), 'person-time.view', 'PERSON_TIME_VIEWED', async (req, res, actor) => {
    const row = await findRow(String(req.params['id']))
    if (!row) throw notFound('person-time', req.params['id'])
    if (!inScope(actor, row)) throw forbidden('not-yours')
    const others = (await findRows(row.evidence?.otherIds ?? [])).filter((other) => inScope(actor, other))
    res.render('person-times/show', personTimePage(translate(res), row, others, await policies.book(), actor))
  })

  async function modelOf(req: Request, filter: PersonTimeFilter, actor: Actor): Promise<Omit<ListModel, 'rule'>> {
    const scope = scopeOf(actor)
    const { verdict: _verdict, reason: _reason, ...rest } = filter
    const byPerson = req.query['by'] === 'person'
    const [tally, byVerdict, choices] = await Promise.all([
      tallyOf(filter, scope),
      verdictCounts(rest, scope),
      choicesOf(scope),
    ])
    const page = pageOf(req.query, byPerson ? tally.people : tally.personTimes, size)
    return {
      reader: actor,
      filter,
      byPerson,
      tally,
      page,
      choices,
      years: yearsUpTo(clock.today()),
      mostDirect,
      rows: byPerson ? [] : await pageOfRows(filter, scope, page.skip, size),
      people: byPerson ? await pageOfPeople(filter, scope, page.skip, size) : [],
      byVerdict,
      ...(scope.region && { ownCounty: scope.region }),
    }
  }

  /** The figure in force on the last day that the list may hold. */
  function lastDay({ year, quarter, month, to }: PersonTimeFilter): Day {
    const last =
      month ??
      (quarter && `${quarter.slice(0, 4)}-${String(Number(quarter.slice(5)) * 3).padStart(2, '0')}`) ??
      (year && `${year}-12`)
    const end = to ?? (last ? lastDayOfMonth(`${last}-01`) : clock.today())
    return end < clock.today() ? end : clock.today()
  }
  return router
}

const firstYear = 2021
export const yearsUpTo = (today: Day): number[] =>
  Array.from({ length: yearOf(today) - firstYear + 1 }, (_, i) => yearOf(today) - i)

const noteOf = (filter: PersonTimeFilter, rows: number) => ({
  rows,
  ...Object.fromEntries(
    filterKeys.filter((key) => filter[key] !== undefined && key !== 'person').map((key) => [key, filter[key]]),
  ),
})
