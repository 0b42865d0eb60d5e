import type { Response } from 'express'
import { noteAct } from '../../infra/context.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { translate } from '../../web/locals.js'
import { limit } from '../../web/rate-limit.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { RecognitionService } from '../recognitions/recognition.service.js'
import { statementFacts } from './statement-facts.js'
import { renderRecognitionStatement } from './statement.pdf.js'
import { caseOfToken } from './statement.queries.js'
import { statementAnswerPage } from './statement.view.js'

interface Needs {
  recognitions: RecognitionService
  clock: Clock
  publicUrl: string
  auditSink: AuditSink
}

/** The statement itself, and the answer that its code gives to anybody. */
export function statementRoutes({ recognitions, clock, publicUrl, auditSink }: Needs) {
  const { router, get, open } = guardedRouter(auditSink)
  // The code opens the record, so that it stays out of addresses that a next page is told.
  router.use(
    '/r',
    limit('verify-code', 120),
    (_req, res, next) => (res.set({ 'referrer-policy': 'strict-origin', 'cache-control': 'no-store' }), next()),
  )

  get(paths.recognitions.statement(), 'recognition.view', 'RECOGNITION_STATEMENT_PRINTED', async (req, res, actor) =>
    send(res, String(req.params['id']), actor),
  )
  get(paths.ownRecognitions.statement(), 'recognition.own', 'RECOGNITION_STATEMENT_PRINTED', async (req, res, actor) =>
    send(res, String(req.params['id']), actor),
  )

  open.get(paths.verify.statement(), 'STATEMENT_CHECKED', async (req, res) => {
    const one = await caseOfToken(String(req.params['token']))
    if (!one) res.status(404)
    res.render('verification/answer', statementAnswerPage(translate(res), one, clock.now()))
  })
  return router

  async function send(res: Response, id: string, actor: Actor) {
    const facts = statementFacts(await recognitions.getFor(id, actor), publicUrl)
    if (!facts) throw refused('statements.none')
    noteAct('recognition', id, { printed: facts.number })
    res
      .attachment(`${facts.holderName} 京津雄互认说明 ${facts.number}.pdf`)
      .type('application/pdf')
      .send(renderRecognitionStatement(facts))
  }
}
