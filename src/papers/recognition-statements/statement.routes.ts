import type { Response } from 'express'
import { noteAct } from '../../infra/context.js'
import { paths } from '../../paths.js'
import { refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { CertificateService } from '../certificates/certificate.service.js'
import type { RecognitionService } from '../recognitions/recognition.service.js'

interface Needs {
  recognitions: RecognitionService
  certificates: CertificateService
  auditSink: AuditSink
}

/** The stored statement, for those who see the case: the holder, the enterprise that applied, and the office. */
export function statementRoutes({ recognitions, certificates, auditSink }: Needs) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.recognitions.statement(), 'recognition.view', 'RECOGNITION_STATEMENT_PRINTED', async (req, res, actor) =>
    send(res, String(req.params['id']), actor),
  )
  get(paths.ownRecognitions.statement(), 'recognition.own', 'RECOGNITION_STATEMENT_PRINTED', async (req, res, actor) =>
    send(res, String(req.params['id']), actor),
  )
  return router

  async function send(res: Response, id: string, actor: Actor) {
    const { certificateId } = await recognitions.getFor(id, actor)
    if (!certificateId) throw refused('statements.none')
    const certificate = await certificates.get(certificateId)
    noteAct('recognition', id, { printed: certificate.number })
    res
      .attachment(`${certificate.holderName} 京津雄互认说明 ${certificate.number}.pdf`)
      .type('application/pdf')
      .send(await certificates.pdf(certificate))
  }
}
