import type { Request } from 'express'
import { z } from 'zod'
import { paths } from '../../paths.js'
import { pageOf } from '../../shared/paging.js'
import { may, type Actor } from '../../shared/permissions.js'
import { choiceOf, readForm } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { isHost } from '../competitions/competition.rules.js'
import { entryQueries } from '../entries/entry.queries.js'
import type { EntryService } from '../entries/entry.service.js'
import type { EventService } from '../events/event.service.js'
import { hostRefusals } from './decision.rules.js'
import type { EntryDecisionService } from './decision.service.js'
import { eventEntriesPage, refusePage } from './decision.view.js'

interface Needs {
  entries: EntryService
  entryDecisions: EntryDecisionService
  competitionEvents: EventService
  auditSink: AuditSink
}
const refuseForm = z.object({ reason: choiceOf(hostRefusals, 'entries.refuseMissing') })

/** The entries of an event, as its host decides them. */
export function entryDecisionRoutes({ entries, entryDecisions, competitionEvents, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.events.entries(), 'competition.view', 'EVENT_ENTRIES_VIEWED', async (req, res, actor) => {
    const { event, competition } = await competitionEvents.getFor(idOf(req), actor)
    const id = String(event._id)
    const page = pageOf(req.query, await entryQueries.countOfEvent(id), 200)
    const rows = await entryQueries.ofEvent(id, page.skip, 200)
    res.render(
      'shared/blocks',
      eventEntriesPage(translate(res), {
        event,
        rows,
        page,
        host: isHost(actor, competition) && may(actor, 'competition.edit'),
        open: competition.state === 'entries-open',
        waiting: await entryQueries.waitingIn(id),
        reader: actor,
      }),
    )
  })

  post(paths.events.confirmEntries(), 'competition.edit', 'ENTRIES_CONFIRMED', async (req, res, actor) => {
    const t = translate(res)
    const { event } = await competitionEvents.getFor(idOf(req), actor)
    const { id } = (req.body ?? {}) as { id?: unknown }
    const back = paths.events.entries(String(event._id))
    if (typeof id === 'string') {
      await entryDecisions.decide(id, 'confirm', actor)
      return redirect(req, res, back, t('entries.confirmed'))
    }
    const { confirmed, byOthers } = await entryDecisions.confirmAll(String(event._id), actor)
    const more = byOthers > 0 ? t('entries.byOthers', { count: byOthers }) : undefined
    redirect(req, res, back, t('entries.confirmedAll', { count: confirmed }), more)
  })

  get(paths.entries.refuse(), 'competition.edit', 'ENTRY_REFUSE_ASKED', async (req, res, actor) => {
    const { entry, event } = await decided(req, actor)
    res.render('shared/form', refusePage(translate(res), event, entry))
  })
  post(paths.entries.refuse(), 'competition.edit', 'ENTRY_REFUSED', async (req, res, actor) => {
    const t = translate(res)
    const { entry, event } = await decided(req, actor)
    const form = readForm(refuseForm, req.body, t)
    if (!form.ok) return res.status(422).render('shared/form', refusePage(t, event, entry, form.values, form.errors))
    await entryDecisions.decide(String(entry._id), form.data.reason, actor)
    redirect(req, res, paths.events.entries(entry.eventId), t('entries.refused'))
  })
  return router

  async function decided(req: Request, actor: Actor) {
    const entry = await entries.get(idOf(req))
    return { entry, event: (await competitionEvents.getFor(entry.eventId, actor)).event }
  }
}
const idOf = (req: Request): string => String(req.params['id'])
