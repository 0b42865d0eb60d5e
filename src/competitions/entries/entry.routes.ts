import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import { refused } from '../../shared/errors.js'
import { pageOf } from '../../shared/paging.js'
import type { Actor } from '../../shared/permissions.js'
import { attempt } from '../../web/attempt.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { CompetitionService } from '../competitions/competition.service.js'
import type { EventService } from '../events/event.service.js'
import { selfFormPage, teamFormPage } from './entry-form.view.js'
import { ownEntryForm, readMembers, teamForm } from './entry.forms.js'
import { entryQueries } from './entry.queries.js'
import type { EntryService } from './entry.service.js'
import { ownEntriesPage } from './entry.view.js'

interface Needs {
  entries: EntryService
  competitions: CompetitionService
  competitionEvents: EventService
  auditSink: AuditSink
}
const size = 50

/** Entries made by organisations and by people. */
export function entryRoutes({ entries, competitions, competitionEvents, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.entries.list(), 'competition.enter', 'ENTRIES_VIEWED', async (req, res, actor) => {
    const page = pageOf(req.query, await entryQueries.countOfOrganisation(actor), size)
    res.render(
      'shared/list',
      ownEntriesPage(translate(res), await entryQueries.ofOrganisation(actor, page.skip, size), page, false),
    )
  })
  get(paths.entries.create(), 'competition.enter', 'ENTRY_FORM_VIEWED', async (req, res) =>
    res.render('shared/form', teamFormPage(translate(res), await openEvent(req))),
  )
  post(paths.entries.create(), 'competition.enter', 'ENTRY_MADE', async (req, res, actor) => {
    const t = translate(res)
    const event = await openEvent(req)
    const again = (errors: Errors) =>
      res.status(422).render('shared/form', teamFormPage(t, event, valuesOf(req.body), errors))
    const { members, errors } = readMembers(req.body, event.teamSize)
    const form = readForm(teamForm, req.body, t)
    const faults = {
      ...Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, t(key)])),
      ...(!form.ok && form.errors),
    }
    if (!form.ok || Object.keys(faults).length > 0) return again(faults)
    const done = await attempt(res, again, () =>
      entries.enter(String(event._id), { members, ...(form.data.teamName && { teamName: form.data.teamName }) }, actor),
    )
    if (done.ok) redirect(req, res, paths.entries.list(), t('entries.done', { title: event.title }))
  })
  post(paths.entries.withdraw(), 'competition.enter', 'ENTRY_WITHDRAWN', (req, res, actor) =>
    withdraw(req, res, actor, paths.entries.list()),
  )

  get(paths.entries.own(), 'competition.enter-self', 'ENTRY_FORM_VIEWED', async (req, res) =>
    res.render('shared/form', selfFormPage(translate(res), await eventForOne(req))),
  )
  post(paths.entries.own(), 'competition.enter-self', 'ENTRY_MADE', async (req, res, actor) => {
    const t = translate(res)
    const event = await eventForOne(req)
    const again = (errors: Errors) =>
      res.status(422).render('shared/form', selfFormPage(t, event, valuesOf(req.body), errors))
    const form = readForm(ownEntryForm, req.body, t)
    if (!form.ok) return again(form.errors)
    const done = await attempt(res, again, () => entries.enterSelf(String(event._id), form.data, actor))
    if (done.ok) redirect(req, res, paths.entries.mine(), t('entries.done', { title: event.title }))
  })
  get(paths.entries.mine(), 'competition.enter-self', 'OWN_ENTRIES_VIEWED', async (_req, res, actor) =>
    res.render(
      'shared/list',
      ownEntriesPage(
        translate(res),
        actor.personId ? await entryQueries.ofPerson(actor.personId) : [],
        undefined,
        true,
      ),
    ),
  )
  post(paths.entries.withdrawOwn(), 'competition.enter-self', 'ENTRY_WITHDRAWN', (req, res, actor) =>
    withdraw(req, res, actor, paths.entries.mine()),
  )
  return router

  /** An event of a published competition whose entries are open; the form of another one is not shown. */
  async function openEvent(req: Request) {
    const event = await competitionEvents.get(idOf(req))
    const { state, entriesFrom, entriesTo } = await competitions.getPublic(event.competitionId)
    if (state !== 'entries-open')
      throw refused('entries.entries-not-open', { title: event.title, from: entriesFrom, to: entriesTo })
    return event
  }
  /** Nobody enters a team alone. */
  async function eventForOne(req: Request) {
    const event = await openEvent(req)
    if (event.teamSize > 1) throw refused('entries.by-organisation', { event: event.title })
    return event
  }
  async function withdraw(req: Request, res: Response, actor: Actor, to: string) {
    await entries.withdraw(idOf(req), actor)
    redirect(req, res, to, translate(res)('entries.withdrawn'))
  }
}
const idOf = (req: Request): string => String(req.params['id'])
