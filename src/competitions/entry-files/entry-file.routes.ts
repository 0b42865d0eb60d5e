import type { Request } from 'express'
import { fillSheet } from '../../infra/sheets/fill-sheet.js'
import { paths } from '../../paths.js'
import { namesOf } from '../../shared/columns.js'
import { notFound } from '../../shared/errors.js'
import { attempt } from '../../web/attempt.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { sendWorkbook, uploadedSheet } from '../../web/workbook.js'
import type { CompetitionService } from '../competitions/competition.service.js'
import type { EventService } from '../events/event.service.js'
import { entryColumns, entryExample, entryKeys } from './entry-columns.data.js'
import type { EntryFileService } from './entry-file.service.js'
import { entryFilePage, entryUploadPage, returnedLines } from './entry-file.view.js'

interface Needs {
  entryFiles: EntryFileService
  competitions: CompetitionService
  competitionEvents: EventService
  auditSink: AuditSink
}
const file = { field: 'file', maxBytes: 5 * 1024 * 1024 }
const sheetName = '竞赛报名'
const sheet = fillSheet(sheetName, entryColumns)

/** Entries of an organisation by file: template, upload, preview, confirmation, wrong rows back. */
export function entryFileRoutes({ entryFiles, competitions, competitionEvents, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.entries.upload(), 'competition.enter', 'ENTRY_FILE_FORM_VIEWED', async (req, res, actor) => {
    const event = await published(req)
    const waiting = await entryFiles.waiting(String(event._id), actor)
    res.render('shared/form', entryUploadPage(translate(res), event, {}, waiting))
  })
  get(paths.entries.template(), 'competition.enter', 'ENTRY_TEMPLATE_VIEWED', async (req, res) =>
    sendWorkbook(res, `${(await published(req)).title} ${sheetName}.xlsx`, await sheet.template([entryExample])),
  )

  post(
    paths.entries.upload(),
    'competition.enter',
    'ENTRY_FILE_UPLOADED',
    async (req, res, actor) => {
      const t = translate(res)
      const event = await published(req)
      const again = (text: string) => res.status(422).render('shared/form', entryUploadPage(t, event, { file: text }))
      const read = await uploadedSheet(req, namesOf(entryColumns), sheetName)
      if (!read.ok) return again(t(read.key))
      const done = await attempt(
        res,
        ({ _: text }) => again(text!),
        () => entryFiles.stage(String(event._id), read, actor),
      )
      if (done.ok) redirect(req, res, paths.entries.preview(done.value))
    },
    file,
  )

  get(paths.entries.preview(), 'competition.enter', 'ENTRY_FILE_VIEWED', async (req, res, actor) => {
    const one = await entryFiles.getFor(String(req.params['id']), actor)
    const sheet = entryFiles.sheetOf(one)
    res.render(
      'shared/blocks',
      entryFilePage(translate(res), {
        file: one,
        event: await competitionEvents.get(one.eventId),
        returned: returnedLines(translate(res), one, sheet),
        teams: sheet.teams.filter((_, i) => !one.refused.some(({ part }) => part === i)),
      }),
    )
  })

  post(paths.entries.confirm(), 'competition.enter', 'ENTRY_FILE_CONFIRMED', async (req, res, actor) => {
    const id = String(req.params['id'])
    const { written, refused } = await entryFiles.confirm(id, actor)
    redirect(req, res, paths.entries.preview(id), translate(res)('entryFiles.done', { count: written, refused }))
  })

  get(paths.entries.faults(), 'competition.enter', 'ENTRY_FAULTS_DOWNLOADED', async (req, res, actor) => {
    const t = translate(res)
    const one = await entryFiles.getFor(String(req.params['id']), actor)
    const returned = returnedLines(t, one, entryFiles.sheetOf(one))
    if (returned.length === 0) throw notFound('entry-file', String(one._id))
    const rows = returned.map(({ texts, reasons }) => [
      ...entryKeys.map((key) => texts[key] ?? ''),
      reasons.map(({ column, text }) => `${column}：${text}`).join('；'),
    ])
    sendWorkbook(res, `${t('entryFiles.faults')}.xlsx`, await sheet.faults(rows))
  })
  return router

  async function published(req: Request) {
    const event = await competitionEvents.get(String(req.params['id']))
    await competitions.getPublic(event.competitionId)
    return event
  }
}
