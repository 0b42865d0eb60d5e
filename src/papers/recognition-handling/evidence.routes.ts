import type { FileStore } from '../../infra/files.js'
import { paths } from '../../paths.js'
import { notFound } from '../../shared/errors.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { recognitionQueries, type RecognitionRow } from '../recognitions/recognition.queries.js'
import type { RecognitionService } from '../recognitions/recognition.service.js'
import { sendEvidence } from '../source-checks/send-evidence.js'

/** Copies of papers and pictures of answers, for those who may see the case. */
export function recognitionEvidenceRoutes({
  recognitions,
  files,
  auditSink,
}: {
  recognitions: RecognitionService
  files: FileStore
  auditSink: AuditSink
}) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.recognitions.copy(), 'recognition.view', 'RECOGNITION_COPY_OPENED', async (req, res, actor) =>
    sendEvidence(res, files, (await recognitions.getFor(String(req.params['id']), actor)) as RecognitionRow),
  )

  get(paths.recognitions.checkPicture(), 'recognition.view', 'RECOGNITION_CHECK_OPENED', async (req, res, actor) => {
    const check = await recognitionQueries.check(String(req.params['id']))
    if (!check?.pictureFile) throw notFound('source-check', req.params['id'])
    const one = await recognitions.getFor(check.caseId, actor)
    await sendEvidence(res, files, { _id: String(one._id), copyFile: check.pictureFile })
  })
  return router
}
