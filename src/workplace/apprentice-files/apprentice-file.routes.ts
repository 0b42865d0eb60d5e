import type { Response } from 'express'
import { readSheetSafely } from '../../infra/sheets/read-sheet-process.js'
import { writeSheet, type SheetColumn } from '../../infra/sheets/write-sheet.js'
import { paths } from '../../paths.js'
import { namesOf } from '../../shared/columns.js'
import { notFound } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { faultsHeader } from '../../training/roster-files/roster-columns.data.js'
import { attempt } from '../../web/attempt.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { filesOf } from '../../web/upload.js'
import type { ApprenticeService } from '../apprentices/apprentice.service.js'
import { apprenticeColumns, apprenticeExample, apprenticeKeys } from './apprentice-columns.data.js'
import type { ApprenticeFileService } from './apprentice-file.service.js'
import { apprenticeFilePage, apprenticeUploadPage, returnedLines } from './apprentice-file.view.js'

interface Needs {
  apprenticeFiles: ApprenticeFileService
  apprentices: ApprenticeService
  auditSink: AuditSink
}
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const upload = { field: 'file', maxBytes: 5 * 1024 * 1024 }
const sheetName = '学徒名册'
const columns: readonly SheetColumn[] = apprenticeColumns.map(({ header, required, width, note, list }) => ({
  header: required ? `${header}*` : header,
  width,
  kind: 'text' as const,
  note,
  ...(list && { list }),
}))

/** Apprentices of a class by file: template, upload, preview, confirmation, wrong rows back, the whole taken back. */
export function apprenticeFileRoutes({ apprenticeFiles, apprentices, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.apprentices.upload(), 'apprentice.edit', 'APPRENTICE_FILE_FORM_VIEWED', async (req, res, actor) =>
    res.render('shared/form', apprenticeUploadPage(translate(res), await openClass(String(req.params['id']), actor))),
  )
  get(paths.apprentices.template(), 'apprentice.edit', 'APPRENTICE_TEMPLATE_VIEWED', async (req, res, actor) => {
    const one = await openClass(String(req.params['id']), actor)
    const sheet = await writeSheet({ sheetName, columns, rows: [apprenticeExample], headerLocked: true })
    send(res, `${one.title} ${sheetName}.xlsx`, sheet)
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
      const [uploaded] = filesOf(req)
      if (!uploaded) return again(t('errors.file-missing'))
      const { path, originalname } = uploaded
      const read = await readSheetSafely(path, { originalName: originalname, expect: namesOf(apprenticeColumns) })
      if (!read.ok) return again(t(`rosterImports.file-${read.reason}`))
      const { header, rows } = read
      const fileName = originalname.slice(0, 120)
      const done = await attempt(
        res,
        ({ _: text }) => again(text!),
        () => apprenticeFiles.stage(String(one._id), { fileName, header, rows }, actor),
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
    res.render('shared/blocks', apprenticeFilePage(t, { file, one, lines, returned }))
  })

  post(paths.apprentices.confirmFile(), 'apprentice.edit', 'APPRENTICE_FILE_CONFIRMED', async (req, res, actor) => {
    const id = String(req.params['id'])
    const { written, refused } = await apprenticeFiles.confirm(id, actor)
    redirect(req, res, paths.apprentices.file(id), translate(res)('apprenticeFiles.done', { count: written, refused }))
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
    const errorsColumn = { header: faultsHeader, width: 60 }
    send(
      res,
      `${t('apprenticeFiles.faults')}.xlsx`,
      await writeSheet({ sheetName, columns, rows, headerLocked: true, errorsColumn }),
    )
  })
  return router

  async function openClass(id: string, actor: Actor) {
    const one = await apprentices.classFor(id, actor)
    apprentices.assertOpen(one)
    return one
  }
}
const send = (res: Response, name: string, bytes: Buffer) => res.attachment(name).type(workbook).send(bytes)
