import type { Request } from 'express'
import { paths } from '../../paths.js'
import { forbidden } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { entryNames } from '../entries/entry.queries.js'
import type { EventService } from '../events/event.service.js'
import { dutyOf } from '../marking/marking.queries.js'
import type { DrawStep } from './code-map.model.js'
import { stepOf } from './draw.rules.js'
import type { DrawService } from './draw.service.js'
import { drawsPage, keeperPage } from './draw.view.js'

interface Needs {
  draws: DrawService
  competitionEvents: EventService
  auditSink: AuditSink
}

/** The draws of an event as its host sees them, and the page of each of the three keepers. */
export function drawRoutes({ draws, competitionEvents, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.events.draws(), 'competition.view', 'DRAWS_VIEWED', async (req, res, actor) => {
    const { event } = await competitionEvents.getFor(idOf(req), actor)
    const maps = await draws.of(String(event._id))
    const opened = ['station', 'secret'].every((step) => maps.some((map) => map.step === step && map.openedAt))
    res.render(
      'shared/blocks',
      drawsPage(translate(res), event, maps, opened ? await draws.check(String(event._id)) : [], actor),
    )
  })

  get(paths.duties.draw(), 'competition.draw', 'DRAW_MAP_OPENED', async (req, res, actor) => {
    const [event, step] = await own(req, actor)
    const id = String(event._id)
    const pairs = await draws.ownMap(id, step, actor)
    const opened = (await draws.of(id)).some((map) => map.step === step && map.openedAt)
    const refusal = pairs ? undefined : await draws.refusal(id, step, actor)
    const names = step === 'entry' ? await entryNames(id) : new Map<string, string>()
    res.render(
      'shared/blocks',
      keeperPage(translate(res), {
        event,
        step,
        names,
        opened,
        mayOpen: event.state === 'locked' && step !== 'entry' && pairs !== undefined,
        ...(refusal && { refusal }),
        ...(pairs && { pairs }),
      }),
    )
  })

  post(paths.duties.draw(), 'competition.draw', 'NUMBERS_DRAWN', async (req, res, actor) => {
    const [event, step] = await own(req, actor)
    await draws.draw(String(event._id), step, actor)
    const t = translate(res)
    const count = (await draws.of(String(event._id))).find((map) => map.step === step)?.count ?? 0
    redirect(req, res, paths.duties.draw(String(event._id)), t('draws.done', { step: t(`draws.step-${step}`), count }))
  })
  return router

  /** The event, and the step that this account keeps in it. */
  async function own(req: Request, actor: Actor): Promise<[Awaited<ReturnType<EventService['get']>>, DrawStep]> {
    const event = await competitionEvents.get(idOf(req))
    const step = stepOf(await dutyOf(String(event._id), actor.id))
    if (!step) throw forbidden('draws.not-your-duty')
    return [event, step]
  }
}
const idOf = (req: Request): string => String(req.params['id'])
