import { z } from 'zod'
import { fillSheet } from '../../infra/sheets/fill-sheet.js'
import { paths } from '../../paths.js'
import { namesOf } from '../../shared/columns.js'
import { notFound } from '../../shared/errors.js'
import { attempt } from '../../web/attempt.js'
import { readForm, ticked, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { sendWorkbook, uploadedSheet } from '../../web/workbook.js'
import { batchColumns, batchKeys } from './batch-columns.data.js'
import { batchQueries } from './batch.queries.js'
import type { RecognitionBatchService } from './batch.service.js'
import { batchPage, reasonsOf, uploadPage } from './batch.view.js'

const form = z.object({ agreed: ticked.refine((yes) => yes, 'recognitionBatches.agreedMissing') })
const file = { field: 'file', maxBytes: 20 * 1024 * 1024 }
const sheetName = '互认申请'
const applications = fillSheet(sheetName, batchColumns)
const most = 200

export function recognitionBatchRoutes({
  recognitionBatches,
  auditSink,
}: {
  recognitionBatches: RecognitionBatchService
  auditSink: AuditSink
}) {
  const { router, get, post } = guardedRouter(auditSink)

  get(
    paths.recognitionBatches.create(),
    'recognition.import',
    'RECOGNITION_BATCH_FORM_VIEWED',
    async (_req, res, actor) =>
      res.render('shared/form', uploadPage(translate(res), {}, {}, await recognitionBatches.waiting(actor))),
  )

  get(paths.recognitionBatches.template(), 'recognition.import', 'RECOGNITION_TEMPLATE_VIEWED', async (_req, res) =>
    sendWorkbook(
      res,
      `${translate(res)('recognitionBatches.title')}.xlsx`,
      await applications.template([batchColumns.map(({ example }) => example)]),
    ),
  )

  post(
    paths.recognitionBatches.create(),
    'recognition.import',
    'RECOGNITION_BATCH_UPLOADED',
    async (req, res, actor) => {
      const t = translate(res)
      const again = (errors: Errors) => res.status(422).render('shared/form', uploadPage(t, valuesOf(req.body), errors))
      const [read, sheet] = [readForm(form, req.body, t), await uploadedSheet(req, namesOf(batchColumns), sheetName)]
      if (!read.ok || !sheet.ok)
        return again({ ...(!read.ok && read.errors), ...(!sheet.ok && { file: t(sheet.key) }) })
      const done = await attempt(
        res,
        ({ _: text }) => again({ file: text! }),
        () => recognitionBatches.stage(sheet, actor),
      )
      if (done.ok) redirect(req, res, paths.recognitionBatches.show(done.value))
    },
    file,
  )

  get(paths.recognitionBatches.show(), 'recognition.import', 'RECOGNITION_BATCH_VIEWED', async (req, res, actor) => {
    const batch = await recognitionBatches.getFor(String(req.params['id']), actor)
    const id = String(batch._id)
    res.render(
      'recognition-batches/show',
      batchPage(translate(res), {
        batch,
        good: await batchQueries.rows(id, ['waiting', 'written'], most),
        faulty: await batchQueries.rows(id, ['fault', 'refused'], most),
        written: await batchQueries.count(id, 'written'),
        refused: await batchQueries.count(id, 'refused'),
      }),
    )
  })

  post(
    paths.recognitionBatches.confirm(),
    'recognition.import',
    'RECOGNITION_BATCH_CONFIRMED',
    async (req, res, actor) =>
      redirect(req, res, paths.tasks.show(await recognitionBatches.confirm(String(req.params['id']), actor))),
  )

  get(
    paths.recognitionBatches.faults(),
    'recognition.import',
    'RECOGNITION_FAULTS_DOWNLOADED',
    async (req, res, actor) => {
      const batch = await recognitionBatches.getFor(String(req.params['id']), actor)
      const t = translate(res)
      const rows = await batchQueries.rows(String(batch._id), ['fault', 'refused'], 20_000)
      if (rows.length === 0) throw notFound('recognition-batch', batch._id)
      const lines = rows.map((row) => {
        const texts = recognitionBatches.textsOf(row)
        return [...batchKeys.map((key) => texts[key] ?? ''), reasonsOf(t, row)]
      })
      sendWorkbook(res, `${t('recognitionBatches.faultsTitle')}.xlsx`, await applications.faults(lines))
    },
  )
  return router
}
