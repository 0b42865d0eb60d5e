import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { notFound } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { decisionForm } from '../appeals/appeal.forms.js'
import type { AppealService } from '../appeals/appeal.service.js'
import type { CorrectionService } from '../corrections/correction.service.js'
import type { DrawService } from '../draws/draw.service.js'
import type { EventService } from '../events/event.service.js'
import { progressOf } from '../marking/marking.queries.js'
import { resultQueries } from './result.queries.js'
import { renderResults } from './result.pdf.js'
import type { ResultService } from './result.service.js'
import { resultsPage } from './result.view.js'

interface Needs {
  contestResults: ResultService
  appeals: AppealService
  corrections: CorrectionService
  competitionEvents: EventService
  draws: DrawService
  clock: Clock
  auditSink: AuditSink
}
/** The results of an event: hidden, opened, on notice, corrected, with the appeals against them, final. */
export function resultRoutes({
  contestResults,
  appeals,
  corrections,
  competitionEvents,
  draws,
  clock,
  auditSink,
}: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.results.show(), 'competition.view', 'RESULTS_VIEWED', (req, res, actor) => show(req, res, idOf(req), actor))

  get(paths.results.pdf(), 'competition.view', 'RESULTS_PRINTED', async (req, res, actor) => {
    const { event, competition } = await competitionEvents.getFor(idOf(req), actor)
    const rows = await resultQueries.of(String(event._id))
    if (rows.length === 0) throw notFound('results', String(event._id))
    res
      .type('application/pdf')
      .set('content-disposition', 'inline; filename="results.pdf"')
      .send(renderResults({ competition, event, rows, printedAt: clock.now(), printedBy: actor.name }))
  })

  post(paths.results.open(), 'competition.draw', 'NUMBERS_HANDED_OVER', async (req, res, actor) => {
    const outcome = await contestResults.open(idOf(req), actor)
    redirect(
      req,
      res,
      paths.duties.draw(idOf(req)),
      translate(res)(outcome === 'ranked' ? 'contestResults.ranked' : 'contestResults.opened'),
    )
  })
  post(paths.results.notice(), 'competition.result', 'RESULTS_NOTICED', async (req, res, actor) => {
    await contestResults.notice(idOf(req), actor)
    redirect(
      req,
      res,
      paths.results.show(idOf(req)),
      translate(res)('contestResults.noticeDone', {
        until: (await competitionEvents.get(idOf(req))).appealsUntil ?? '',
      }),
    )
  })
  post(paths.results.finalise(), 'competition.result', 'RESULTS_MADE_FINAL', async (req, res, actor) => {
    await contestResults.finalise(idOf(req), actor)
    redirect(
      req,
      res,
      paths.results.show(idOf(req)),
      translate(res)('contestResults.finaliseDone', { title: (await competitionEvents.get(idOf(req))).title }),
    )
  })

  post(paths.results.sign(), 'competition.result', 'CORRECTION_SIGNED', async (req, res, actor) => {
    const agreed = (req.body as { agreed?: unknown }).agreed === 'yes'
    const eventId = await corrections.eventOf(idOf(req))
    await corrections.sign(idOf(req), agreed, actor)
    redirect(
      req,
      res,
      paths.results.show(eventId),
      translate(res)(agreed ? 'corrections.signed' : 'corrections.dropped'),
    )
  })

  post(paths.results.decideAppeal(), 'competition.result', 'APPEAL_DECIDED', async (req, res, actor) => {
    const t = translate(res)
    const form = readForm(decisionForm, req.body, t)
    const eventId = await appeals.eventOf(idOf(req))
    if (!form.ok) return show(req, res, eventId, actor, form.errors)
    await appeals.decide(idOf(req), form.data.verdict, form.data.decision, actor)
    redirect(req, res, paths.results.show(eventId), t('appeals.decided'))
  })
  return router

  async function show(req: Request, res: Response, eventId: string, actor: Actor, errors: Errors = {}) {
    const { event } = await competitionEvents.getFor(eventId, actor)
    if (Object.keys(errors).length > 0) res.status(422)
    const opened = (await draws.of(eventId)).filter(({ openedAt }) => openedAt).map(({ step }) => step)
    // Before the ranking there are no results to read, whoever asks.
    res.render(
      'shared/blocks',
      resultsPage(
        translate(res),
        {
          event,
          actor,
          rows: await resultQueries.of(eventId),
          progress: await progressOf(eventId),
          opened,
          appeals: await appeals.of(eventId),
          corrections: await corrections.of(eventId),
        },
        valuesOf(req.body),
        errors,
      ),
    )
  }
}
const idOf = (req: Request): string => String(req.params['id'])
