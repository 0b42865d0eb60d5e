import { readFile } from 'node:fs/promises'
import type { Request, Response } from 'express'
import type { FileStore } from '../../infra/files.js'
import { paths } from '../../paths.js'
import { isAppError, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, valuesOf, type Errors, type Values } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { filesOf } from '../../web/upload.js'
import { notLinkedPage } from '../own-certificates/own.view.js'
import { diplomaForm, kindQuery, practiceForm, versionOf } from '../learning-records/learning-record.forms.js'
import type { LearningRecordRecord } from '../learning-records/learning-record.model.js'
import { learningRecordQueries } from '../learning-records/learning-record.queries.js'
import type { RecordFacts, RecordKind } from '../learning-records/learning-record.rules.js'
import type { LearningRecordService, NewRecord } from '../learning-records/learning-record.service.js'
import { ownRecordPage, recordFormPage, valuesOfRecord } from './own-record.view.js'

const upload = { field: 'file', maxBytes: 5 * 1024 * 1024 }
export interface RecordNeeds {
  learningRecords: LearningRecordService
  files: FileStore
  auditSink: AuditSink
}

/** A holder adds work practice and diplomas, with a file of each. */
export function ownRecordRoutes({ learningRecords, files, auditSink }: RecordNeeds) {
  const { router, get, post } = guardedRouter(auditSink)
  const recordOf = (req: Request, actor: Actor) => learningRecords.getFor(String(req.params['id']), actor)

  get(paths.myAccount.createRecord(), 'learning-account.own', 'OWN_RECORD_FORM_VIEWED', async (req, res, actor) => {
    if (!actor.personId) return res.render('shared/list', notLinkedPage(translate(res)))
    await form(res, actor, kindQuery.parse(req.query).kind)
  })
  post(
    paths.myAccount.createRecord(),
    'learning-account.own',
    'LEARNING_RECORD_ADDED',
    async (req, res, actor) => {
      const { kind } = kindQuery.parse(req.body ?? {})
      await write(req, res, actor, kind, undefined, async (record) => {
        const id = await learningRecords.add(record, actor)
        redirect(
          req,
          res,
          paths.myAccount.record(id),
          translate(res)('learningRecords.added', { title: record.facts.title }),
        )
      })
    },
    upload,
  )

  get(paths.myAccount.record(), 'learning-account.own', 'OWN_RECORD_VIEWED', async (req, res, actor) =>
    res.render('learning-records/show', ownRecordPage(translate(res), await recordOf(req, actor))),
  )
  get(paths.myAccount.recordFile(), 'learning-account.own', 'OWN_RECORD_FILE_VIEWED', async (req, res, actor) =>
    sendFile(res, files, (await recordOf(req, actor)).file),
  )

  get(paths.myAccount.editRecord(), 'learning-account.own', 'OWN_RECORD_FORM_VIEWED', async (req, res, actor) => {
    const record = await returned(req, actor)
    await form(res, actor, record.kind, record, valuesOfRecord(record))
  })
  post(
    paths.myAccount.editRecord(),
    'learning-account.own',
    'LEARNING_RECORD_RESUBMITTED',
    async (req, res, actor) => {
      const record = await returned(req, actor)
      await write(req, res, actor, record.kind, record, async (change) => {
        await learningRecords.resubmit(record._id, change, versionOf(req.body), actor)
        redirect(
          req,
          res,
          paths.myAccount.record(record._id),
          translate(res)('learningRecords.added', { title: change.facts.title }),
        )
      })
    },
    upload,
  )
  post(
    paths.myAccount.withdrawRecord(),
    'learning-account.own',
    'LEARNING_RECORD_WITHDRAWN',
    async (req, res, actor) => {
      const { _id, title } = await recordOf(req, actor)
      await learningRecords.withdraw(_id, actor)
      redirect(req, res, paths.myAccount.record(_id), translate(res)('learningRecords.withdrawn', { title }))
    },
  )
  return router

  async function returned(req: Request, actor: Actor): Promise<LearningRecordRecord> {
    const record = await recordOf(req, actor)
    if (record.state !== 'returned') throw refused('wrong-state')
    return record
  }

  async function form(
    res: Response,
    actor: Actor,
    kind: RecordKind,
    record?: LearningRecordRecord,
    values: Values = {},
    errors: Errors = {},
  ) {
    const offices = await learningRecordQueries.officesFor(actor.personId ?? 'none')
    res
      .status(Object.keys(errors).length > 0 ? 422 : 200)
      .render(
        'shared/form',
        recordFormPage(translate(res), { kind, offices, ...(record && { record }) }, values, errors),
      )
  }

  /** The form again with its sentence, or what follows when all of it is right. */
  async function write(
    req: Request,
    res: Response,
    actor: Actor,
    kind: RecordKind,
    record: LearningRecordRecord | undefined,
    then: (record: NewRecord) => Promise<void>,
  ) {
    const read = readForm(kind === 'diploma' ? diplomaForm : practiceForm, req.body, translate(res))
    if (!read.ok) return form(res, actor, kind, record, read.values, read.errors)
    const { office, ...facts } = read.data
    const [file] = filesOf(req)
    try {
      await then({
        facts: { ...facts, kind } as RecordFacts,
        office,
        ...(file && file.size > 0 && { file: await readFile(file.path) }),
      })
    } catch (error) {
      if (!isAppError(error, 'invalid')) throw error
      await form(res, actor, kind, record, valuesOf(req.body), {
        [String(error.details['field'] ?? 'file')]: sentence(res, error),
      })
    }
  }
}

export async function sendFile(res: Response, files: FileStore, name: string): Promise<void> {
  const { bytes, contentType } = await files.get(name)
  res.set({ 'content-disposition': 'inline', 'cache-control': 'private, no-store' }).type(contentType).send(bytes)
}
