import type { Request, Response } from 'express'
import { z } from 'zod'
import { paths } from '../../paths.js'
import { refused } from '../../shared/errors.js'
import { pageOf } from '../../shared/paging.js'
import type { Actor } from '../../shared/permissions.js'
import { cleanLines } from '../../shared/text.js'
import type { Translate } from '../../shared/words.js'
import { readForm } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter } from '../../web/route.js'
import { noteForm, versionOf } from './learning-record.forms.js'
import type { LearningRecordRecord } from './learning-record.model.js'
import { learningRecordQueries } from './learning-record.queries.js'
import { cancelPage, recordPage, returnReasons, type Returning } from './learning-record.view.js'
import { recordListPage } from './record-list.view.js'
import { sendFile, type RecordNeeds } from '../own-records/own-record.routes.js'

const listQuery = z.object({ view: z.enum(['waiting', 'confirmed', 'all']).catch('waiting') })
const size = 20

/** Offices and institutions confirm what holders added. */
export function learningRecordRoutes({ learningRecords, files, auditSink }: RecordNeeds) {
  const { router, get, post } = guardedRouter(auditSink)
  const recordOf = (req: Request, actor: Actor) => learningRecords.getFor(String(req.params['id']), actor)

  get(paths.learningRecords.list(), 'learning-record.view', 'LEARNING_RECORDS_VIEWED', async (req, res, actor) => {
    const { view } = listQuery.parse(req.query)
    const { total } = await learningRecordQueries.list(view, actor, 0, 1)
    const page = pageOf(req.query, total, size)
    const { rows } = await learningRecordQueries.list(view, actor, page.skip, size)
    res.render('shared/list', recordListPage(translate(res), rows, page, view))
  })
  get(paths.learningRecords.show(), 'learning-record.view', 'LEARNING_RECORD_VIEWED', async (req, res, actor) =>
    show(res, await recordOf(req, actor), actor),
  )
  get(paths.learningRecords.file(), 'learning-record.view', 'LEARNING_RECORD_FILE_OPENED', async (req, res, actor) =>
    sendFile(res, files, (await recordOf(req, actor)).file),
  )

  post(paths.learningRecords.decide(), 'learning-record.decide', 'LEARNING_RECORD_DECIDED', async (req, res, actor) => {
    const t = translate(res)
    const record = await recordOf(req, actor)
    const act = (req.body as { act?: unknown }).act
    if (act !== 'confirm' && act !== 'return') throw refused('wrong-state')
    const note = act === 'return' ? noteOf(req, t) : undefined
    if (act === 'return' && !note)
      return show(res.status(422), record, actor, { reasons: [], text: '', error: t('learningRecords.returnMissing') })
    await learningRecords.decide(record._id, act, note, versionOf(req.body), actor)
    redirect(
      req,
      res,
      paths.learningRecords.list(),
      t(`learningRecords.done-${act}`, { title: record.title, name: record.personName }),
    )
  })

  get(
    paths.learningRecords.cancel(),
    'learning-record.decide',
    'LEARNING_RECORD_CANCEL_VIEWED',
    async (req, res, actor) => res.render('shared/form', cancelPage(translate(res), await recordOf(req, actor))),
  )
  post(
    paths.learningRecords.cancel(),
    'learning-record.decide',
    'LEARNING_RECORD_CANCELLED',
    async (req, res, actor) => {
      const t = translate(res)
      const record = await recordOf(req, actor)
      const read = readForm(noteForm, req.body, t)
      if (!read.ok) return res.status(422).render('shared/form', cancelPage(t, record, read.values, read.errors))
      if (!read.data.text)
        return res.status(422).render('shared/form', cancelPage(t, record, {}, { text: t('errors.reasonMissing') }))
      await learningRecords.decide(record._id, 'cancel', read.data.text, versionOf(req.body), actor)
      redirect(
        req,
        res,
        paths.learningRecords.show(record._id),
        t('learningRecords.done-cancel', { title: record.title, name: record.personName }),
      )
    },
  )
  return router

  function show(res: Response, record: LearningRecordRecord, actor: Actor, returning?: Returning) {
    res.render('learning-records/show', recordPage(translate(res), record, actor, returning))
  }
}

/** Without script the ticked sentences are joined to the text here, with it they stand in the text already. */
function noteOf(req: Request, t: Translate): string {
  const { text, reasons } = req.body as { text?: unknown; reasons?: unknown }
  const typed = cleanLines(typeof text === 'string' ? text.slice(0, 500) : '')
  const ticked = returnReasons
    .filter((one) => (Array.isArray(reasons) ? reasons : [reasons]).includes(one))
    .map((one) => t(`learningRecords.return-${one}`))
  return [...ticked.filter((one) => !typed.includes(one)), typed].filter(Boolean).join('\n')
}
