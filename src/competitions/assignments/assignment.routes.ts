import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import { may, type Actor } from '../../shared/permissions.js'
import { isAppError } from '../../shared/errors.js'
import { sentence } from '../../web/error-handler.js'
import { valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { isHost } from '../competitions/competition.rules.js'
import type { DrawService } from '../draws/draw.service.js'
import type { EventService } from '../events/event.service.js'
import { dutiesOf } from './assignment.queries.js'
import type { AssignmentService } from './assignment.service.js'
import { allSeats, dutiesPage, seatName, staffPage } from './assignment.view.js'

interface Needs {
  assignments: AssignmentService
  competitionEvents: EventService
  draws: DrawService
  auditSink: AuditSink
}

/** Who judges and keeps what in an event; and the first page of whoever has such a duty. */
export function assignmentRoutes({ assignments, competitionEvents, draws, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.events.staff(), 'competition.view', 'STAFF_VIEWED', (req, res, actor) => show(req, res, actor))

  post(paths.events.staff(), 'competition.edit', 'STAFF_APPOINTED', async (req, res, actor) => {
    const { event } = await competitionEvents.getFor(String(req.params['id']), actor)
    const body = (req.body ?? {}) as Record<string, unknown>
    const chosen = allSeats.flatMap(({ duty, seat }) => {
      const accountId = body[seatName(duty, seat)]
      return typeof accountId === 'string' && accountId ? [{ duty, seat, accountId: accountId.slice(0, 40) }] : []
    })
    try {
      await assignments.appoint(String(event._id), chosen, actor)
    } catch (error) {
      if (!isAppError(error, 'refused')) throw error
      const field = error.details['field']
      return show(req, res, actor, { [typeof field === 'string' ? field : '_']: sentence(res, error) })
    }
    redirect(req, res, paths.events.staff(String(event._id)), translate(res)('assignments.saved'))
  })

  get(paths.duties.list(), 'competition.duty', 'DUTIES_VIEWED', async (_req, res, actor) =>
    res.render('shared/list', dutiesPage(translate(res), await dutiesOf(actor.id))),
  )
  return router

  async function show(req: Request, res: Response, actor: Actor, errors: Errors = {}) {
    const { event, competition } = await competitionEvents.getFor(String(req.params['id']), actor)
    const id = String(event._id)
    const mayAppoint =
      isHost(actor, competition) &&
      may(actor, 'competition.edit') &&
      event.state === 'open' &&
      (await draws.of(id)).length === 0
    if (Object.keys(errors).length > 0) res.status(422)
    res.render(
      'shared/blocks',
      staffPage(
        translate(res),
        {
          event,
          assigned: await assignments.of(id),
          candidates: mayAppoint ? await assignments.candidates() : [],
          mayAppoint,
          reader: actor,
        },
        valuesOf(req.body),
        errors,
      ),
    )
  }
}
