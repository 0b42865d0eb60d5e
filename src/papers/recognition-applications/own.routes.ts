import type { Request } from 'express'
import type { FileStore } from '../../infra/files.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { casePage } from '../recognition-handling/case.view.js'
import { ownListPage, type Desk } from '../recognitions/recognition-list.view.js'
import { recognitionQueries, type RecognitionRow } from '../recognitions/recognition.queries.js'
import { allowedActs, type CaseFacts } from '../recognitions/recognition.rules.js'
import type { RecognitionService } from '../recognitions/recognition.service.js'
import { sendEvidence } from '../source-checks/send-evidence.js'

interface Needs {
  recognitions: RecognitionService
  files: FileStore
  clock: Clock
  auditSink: AuditSink
}
const own: Desk = { base: paths.ownRecognitions, layout: 'public' }

/** A holder's own cases, on a phone. */
export function ownRecognitionRoutes({ recognitions, files, clock, auditSink }: Needs) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.ownRecognitions.list(), 'recognition.own', 'OWN_RECOGNITIONS_VIEWED', async (_req, res, actor) => {
    res.render(
      'shared/list',
      ownListPage(
        translate(res),
        actor.personId ? await recognitionQueries.recognitionsOfPerson(actor.personId) : [],
        own,
      ),
    )
  })

  get(paths.ownRecognitions.show(), 'recognition.own', 'OWN_RECOGNITION_VIEWED', async (req, res, actor) => {
    const one = await found(req, actor)
    const acts = allowedActs(one as unknown as CaseFacts, actor, {
      today: clock.today(),
      waitDays: await recognitions.waitDays(),
    })
    res.render(
      'recognitions/show',
      casePage(translate(res), {
        one,
        desk: own,
        actor,
        acts,
        checks: await recognitionQueries.checksOf(one._id),
        same: [],
        reliances: [],
      }),
    )
  })

  get(paths.ownRecognitions.copy(), 'recognition.own', 'RECOGNITION_COPY_OPENED', async (req, res, actor) =>
    sendEvidence(res, files, await found(req, actor)),
  )
  return router

  async function found(req: Request, actor: Actor): Promise<RecognitionRow> {
    return (await recognitions.getFor(String(req.params['id']), actor)) as RecognitionRow
  }
}
