import type { Request, Response } from 'express'
import { z } from 'zod'
import { paths } from '../../paths.js'
import { refused } from '../../shared/errors.js'
import { pageOf } from '../../shared/paging.js'
import type { Actor } from '../../shared/permissions.js'
import { readForm } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { readReturning, type Returning } from '../../web/returning.js'
import { guardedRouter } from '../../web/route.js'
import { noteForm, versionOf } from './learning-record.forms.js'
import type { LearningRecordRecord } from './learning-record.model.js'
import { learningRecordQueries } from './learning-record.queries.js'
import { cancelPage, recordPage, returnReasons } from './learning-record.view.js'
import { recordListPage } from './record-list.view.js'
import { sendFile, type RecordNeeds } from '../own-records/own-record.routes.js'

const listQuery = z.object({ view: z.enum(['waiting', 'confirmed', 'all']).catch('waiting') })
const size = 20
const returns = {
  reasons: returnReasons,
  prefix: 'learningRecords.return-',
  missing: 'learningRecords.returnMissing',
}

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
    const read = act === 'return' ? readReturning(t, req.body, returns) : undefined
    if (read?.ok === false) return show(res.status(422), record, actor, read.returning)
    await learningRecords.decide(record._id, act, read?.note, versionOf(req.body), actor)
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
