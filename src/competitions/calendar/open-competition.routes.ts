import type { Infra } from '../../infra/infra.js'
import { paths } from '../../paths.js'
import { notFound } from '../../shared/errors.js'
import type { Translate } from '../../shared/words.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { Block } from '../../web/page-models.js'
import { isPublic } from '../competitions/competition.rules.js'
import type { CompetitionService } from '../competitions/competition.service.js'
import type { EventRecord } from '../events/event.model.js'
import type { EventService } from '../events/event.service.js'
import { openCompetitionPage } from './open-competition.view.js'

interface Needs extends Pick<Infra, 'files'> {
  competitions: CompetitionService
  competitionEvents: EventService
  /** the results of an event that are on notice or final, told by the room of results */
  publicResults: (t: Translate, event: EventRecord) => Promise<Block[]>
  auditSink: AuditSink
}

/** One competition as anybody sees it, without an account. */
export function openCompetitionRoutes({ competitions, competitionEvents, publicResults, files, auditSink }: Needs) {
  const { router, open } = guardedRouter(auditSink)

  open.get(paths.openCompetitions.show(), 'OPEN_COMPETITION_VIEWED', async (req, res, actor) => {
    const t = translate(res)
    const one = await competitions.getPublic(String(req.params['id']))
    const events = await competitionEvents.of(String(one._id))
    const results = (await Promise.all(events.map((event) => publicResults(t, event)))).flat()
    res.render('shared/blocks', openCompetitionPage(t, { one, events, results, ...(actor && { actor }) }))
  })

  // The host and the New Area read the documents of a draft here, too; whoever knows the address of one has been given it.
  open.get(paths.openCompetitions.document(), 'COMPETITION_DOCUMENT_VIEWED', async (req, res, actor) => {
    const one = actor
      ? await competitions.get(String(req.params['id']))
      : await competitions.getPublic(String(req.params['id']))
    if (actor && !isPublic(one.state, one.publishedOn)) await competitions.getFor(String(one._id), actor)
    const document = one.documents.find(({ id, replacedAt }) => id === req.params['document'] && (!replacedAt || actor))
    if (!document) throw notFound('document', String(req.params['document']))
    const { bytes } = await files.get(document.file)
    res
      .attachment(document.fileName.endsWith('.pdf') ? document.fileName : `${document.title}.pdf`)
      .type('application/pdf')
      .send(bytes)
  })
  return router
}
