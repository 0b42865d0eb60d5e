import type { Request } from 'express'
import { z } from 'zod'
import { paths } from '../../paths.js'
import { notFound } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { choiceOf, readForm, requiredText } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { EventService } from '../events/event.service.js'
import { awardQueries } from './award.queries.js'
import type { AwardService } from './award.service.js'
import { awardsPage, promotionPage } from './award.view.js'

interface Needs {
  awards: AwardService
  competitionEvents: EventService
  auditSink: AuditSink
}
const promotionForm = z.object({
  decision: choiceOf(['forwarded', 'declined'], 'awards.decisionMissing'),
  note: requiredText('awards.noteMissing', 300),
})

/** What the final list brings: prizes, and proposals for promotion that an officer decides. */
export function awardRoutes({ awards, competitionEvents, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.awards.list(), 'competition.view', 'AWARDS_VIEWED', async (req, res, actor) => {
    const { event } = await competitionEvents.getFor(String(req.params['id']), actor)
    res.render('shared/blocks', awardsPage(translate(res), event, await awards.of(String(event._id)), actor))
  })
  get(paths.awards.promotion(), 'competition.result', 'PROMOTION_VIEWED', async (req, res, actor) => {
    const { award, event } = await find(req, actor)
    res.render('shared/form', promotionPage(translate(res), event, award))
  })
  post(paths.awards.promotion(), 'competition.result', 'PROMOTION_DECIDED', async (req, res, actor) => {
    const t = translate(res)
    const { award, event } = await find(req, actor)
    const form = readForm(promotionForm, req.body, t)
    if (!form.ok) return res.status(422).render('shared/form', promotionPage(t, event, award, form.values, form.errors))
    await awards.decidePromotion(String(award._id), form.data.decision, form.data.note, actor)
    redirect(req, res, paths.awards.list(award.eventId), t('awards.decided', { name: award.personName }))
  })
  return router

  async function find(req: Request, actor: Actor) {
    const award = await awardQueries.find(String(req.params['id']))
    if (!award) throw notFound('award', String(req.params['id']))
    return { award, event: (await competitionEvents.getFor(award.eventId, actor)).event }
  }
}
