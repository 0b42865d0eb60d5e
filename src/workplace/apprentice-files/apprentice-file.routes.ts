import { fillSheet } from '../../infra/sheets/fill-sheet.js'
import { paths } from '../../paths.js'
import { namesOf } from '../../shared/columns.js'
import { notFound } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { attempt } from '../../web/attempt.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { sendWorkbook, uploadedSheet } from '../../web/workbook.js'
import type { ApprenticeService } from '../apprentices/apprentice.service.js'
import { apprenticeColumns, apprenticeExample, apprenticeKeys } from './apprentice-columns.data.js'
import type { ApprenticeFileService } from './apprentice-file.service.js'
import { apprenticeFilePage, doneText, returnedLines } from './apprentice-file.view.js'
import { apprenticeUploadPage } from './apprentice-upload.view.js'

interface Needs {
  apprenticeFiles: ApprenticeFileService
  apprentices: ApprenticeService
  auditSink: AuditSink
}
const upload = { field: 'file', maxBytes: 5 * 1024 * 1024 }
const sheetName = '学徒名册'
const sheet = fillSheet(sheetName, apprenticeColumns)

/** Apprentices of a class by file: template, upload, preview, confirmation, wrong rows back, the whole taken back. */
export function apprenticeFileRoutes({ apprenticeFiles, apprentices, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.apprentices.upload(), 'apprentice.edit', 'APPRENTICE_FILE_FORM_VIEWED', async (req, res, actor) => {
    const one = await openClass(String(req.params['id']), actor)
    const waiting = await apprenticeFiles.waiting(String(one._id))
    res.render('shared/form', apprenticeUploadPage(translate(res), one, {}, waiting))
  })
  get(paths.apprentices.template(), 'apprentice.edit', 'APPRENTICE_TEMPLATE_VIEWED', async (req, res, actor) => {
    const one = await openClass(String(req.params['id']), actor)
    sendWorkbook(res, `${one.title} ${sheetName}.xlsx`, await sheet.template([apprenticeExample]))
  })

  post(
    paths.apprentices.upload(),
    'apprentice.edit',
    'APPRENTICE_FILE_UPLOADED',
    async (req, res, actor) => {
      const t = translate(res)
      const one = await openClass(String(req.params['id']), actor)
      const again = (text: string) =>
        res.status(422).render('shared/form', apprenticeUploadPage(t, one, { file: text }))
      const read = await uploadedSheet(req, namesOf(apprenticeColumns), sheetName)
      if (!read.ok) return again(t(read.key))
      const done = await attempt(
        res,
        ({ _: text }) => again(text!),
        () => apprenticeFiles.stage(String(one._id), read, actor),
      )
      if (done.ok) redirect(req, res, paths.apprentices.file(done.value))
    },
    upload,
  )

  get(paths.apprentices.file(), 'apprentice.edit', 'APPRENTICE_FILE_VIEWED', async (req, res, actor) => {
    const t = translate(res)
    const file = await apprenticeFiles.getFor(String(req.params['id']), actor)
    const lines = apprenticeFiles.linesOf(file)
    const one = await apprentices.classFor(file.classId, actor)
    const returned = returnedLines(t, file, lines)
    const entered = await apprenticeFiles.entered(file)
    res.render('shared/blocks', apprenticeFilePage(t, { file, one, lines, returned, entered }))
  })

  post(paths.apprentices.confirmFile(), 'apprentice.edit', 'APPRENTICE_FILE_CONFIRMED', async (req, res, actor) => {
    const id = String(req.params['id'])
    await apprenticeFiles.confirm(id, actor)
    const file = await apprenticeFiles.getFor(id, actor)
    redirect(req, res, paths.apprentices.file(id), doneText(translate(res), file, await apprenticeFiles.entered(file)))
  })
  post(paths.apprentices.withdrawFile(), 'apprentice.edit', 'APPRENTICE_FILE_WITHDRAWN', async (req, res, actor) => {
    const id = String(req.params['id'])
    const count = await apprenticeFiles.withdraw(id, actor)
    redirect(req, res, paths.apprentices.file(id), translate(res)('apprenticeFiles.withdrawn', { count }))
  })

  get(paths.apprentices.fileFaults(), 'apprentice.edit', 'APPRENTICE_FAULTS_DOWNLOADED', async (req, res, actor) => {
    const t = translate(res)
    const file = await apprenticeFiles.getFor(String(req.params['id']), actor)
    const returned = returnedLines(t, file, apprenticeFiles.linesOf(file))
    if (returned.length === 0) throw notFound('apprentice-file', String(file._id))
    const rows = returned.map(({ texts, reasons }) => [
      ...apprenticeKeys.map((key) => texts[key] ?? ''),
      reasons.map(({ column, text }) => `${column}：${text}`).join('；'),
    ])
    sendWorkbook(res, `${t('apprenticeFiles.faults')}.xlsx`, await sheet.faults(rows))
  })
  return router

  async function openClass(id: string, actor: Actor) {
    const one = await apprentices.classFor(id, actor)
    apprentices.assertOpen(one)
    return one
  }
}
