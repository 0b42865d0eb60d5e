import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import type { OccupationService } from '../../registry/occupations/occupation.service.js'
import { forbidden, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { attempt } from '../../web/attempt.js'
import { readForm, valuesOf, type Errors, type Values } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { reasonForm, versionForm } from '../competitions/competition.forms.js'
import type { CompetitionRecord } from '../competitions/competition.model.js'
import { isEditable, isHost } from '../competitions/competition.rules.js'
import type { CompetitionService } from '../competitions/competition.service.js'
import { eventForm } from './event.forms.js'
import type { EventRecord } from './event.model.js'
import type { EventService } from './event.service.js'
import { eventFormPage } from './event-form.view.js'
import { cancelEventPage, eventPage } from './event.view.js'

interface Needs {
  competitions: CompetitionService
  competitionEvents: EventService
  occupations: OccupationService
  auditSink: AuditSink
}

/** Events of a competition: the form, the page with what is ready, calling one off. */
export function eventRoutes({ competitions, competitionEvents, occupations, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.competitions.newEvent(), 'competition.edit', 'EVENT_FORM_VIEWED', async (req, res, actor) =>
    form(res, draft(await competitions.getFor(idOf(req), actor), actor)),
  )
  post(paths.competitions.newEvent(), 'competition.edit', 'EVENT_CREATED', async (req, res, actor) =>
    write(req, res, draft(await competitions.getFor(idOf(req), actor), actor), undefined, actor),
  )
  get(paths.events.edit(), 'competition.edit', 'EVENT_FORM_VIEWED', async (req, res, actor) => {
    const { event, competition } = await competitionEvents.getFor(idOf(req), actor)
    await form(res, draft(competition, actor), event)
  })
  post(paths.events.edit(), 'competition.edit', 'EVENT_EDITED', async (req, res, actor) => {
    const { event, competition } = await competitionEvents.getFor(idOf(req), actor)
    await write(req, res, draft(competition, actor), event, actor)
  })

  get(paths.events.show(), 'competition.view', 'EVENT_VIEWED', async (req, res, actor) => {
    const { event, competition } = await competitionEvents.getFor(idOf(req), actor)
    const ready = (await competitions.readiness(event.competitionId)).find(
      (one) => String(one.event._id) === String(event._id),
    )!
    const own = isHost(actor, competition) && may(actor, 'competition.edit')
    const mayCancel =
      own && event.state === 'open' && ['published', 'entries-open', 'entries-closed'].includes(competition.state)
    res.render(
      'shared/blocks',
      eventPage(translate(res), {
        event,
        ready,
        mayEdit: own && isEditable(competition.state),
        mayCancel,
        reader: actor,
      }),
    )
  })

  get(paths.events.cancel(), 'competition.edit', 'EVENT_CANCEL_ASKED', async (req, res, actor) => {
    const { event, competition } = await competitionEvents.getFor(idOf(req), actor)
    if (!isHost(actor, competition)) throw forbidden('not-yours')
    if (event.state !== 'open') throw refused('events.wrong-state', { title: event.title })
    res.render('shared/confirm', cancelEventPage(translate(res), event))
  })
  post(paths.events.cancel(), 'competition.edit', 'EVENT_CANCELLED', async (req, res, actor) => {
    const t = translate(res)
    const { event } = await competitionEvents.getFor(idOf(req), actor)
    const read = readForm(reasonForm, req.body, t)
    if (!read.ok) return res.status(422).render('shared/confirm', cancelEventPage(t, event, read.values, read.errors))
    await competitionEvents.cancel(String(event._id), read.data.reason, actor)
    redirect(req, res, paths.competitions.show(event.competitionId), t('events.cancelled', { title: event.title }))
  })
  return router

  async function form(
    res: Response,
    competition: CompetitionRecord,
    event?: EventRecord & { version: number },
    values?: Values,
    errors: Errors = {},
  ) {
    res.render(
      'shared/form',
      eventFormPage(
        translate(res),
        {
          competition,
          occupations: await occupations.current(),
          figures: await competitionEvents.figures(),
          ...(event && { event }),
        },
        values,
        errors,
      ),
    )
  }

  async function write(
    req: Request,
    res: Response,
    competition: CompetitionRecord,
    event: (EventRecord & { version: number }) | undefined,
    actor: Actor,
  ) {
    const t = translate(res)
    const again = (errors: Errors) => form(res.status(422), competition, event, valuesOf(req.body), errors)
    const read = readForm(eventForm, req.body, t)
    if (!read.ok) return again(read.errors)
    if (!(await occupations.current()).some(({ _id }) => String(_id) === read.data.occupationId))
      return again({ occupationId: t('events.occupationMissing') })
    const done = await attempt(res, again, async () => {
      const faults = await competitionEvents.faults(read.data)
      if (faults.length > 0)
        return Object.fromEntries(
          faults.map(({ field, reason }) => [field === 'tieChain' ? 'tie-practice' : field, t(`events.${reason}`)]),
        )
      if (event) await competitionEvents.save(String(event._id), read.data, actor, versionForm.parse(req.body).version)
      else await competitionEvents.create(String(competition._id), read.data, actor)
      return undefined
    })
    if (!done.ok) return
    if (done.value) return again(done.value)
    redirect(
      req,
      res,
      event ? paths.events.show(String(event._id)) : paths.competitions.show(String(competition._id)),
      t(event ? 'events.saved' : 'events.created', { title: read.data.title }),
    )
  }
}

const idOf = (req: Request): string => String(req.params['id'])

function draft(competition: CompetitionRecord, actor: Actor): CompetitionRecord {
  if (!isHost(actor, competition)) throw forbidden('not-yours')
  if (!isEditable(competition.state)) throw refused('competitions.frozen')
  return competition
}
