import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import { formatDay } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { filesOf } from '../../web/upload.js'
import { sendWorkbook } from '../../web/workbook.js'
import type { Note } from '../../web/story-models.js'
import { editRights } from '../assessments/result.rules.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import type { CourseRunService } from '../course-runs/course-run.service.js'
import { readDraft } from './result-draft.js'
import type { FileFault, ResultFile } from './result-file.rules.js'
import type { FileRead, ResultFileService } from './result-file.service.js'
import { editableFields } from './result-grid.view.js'
import { shownValue } from './result-row.view.js'
import { renderResults, rowsOf, type ResultNeeds } from './result-page.js'
import { resultSheet } from './result-sheet.js'
import { listed } from '../enrolments/listing.view.js'

type Needs = ResultNeeds & { resultFiles: ResultFileService; courseRuns: CourseRunService; auditSink: AuditSink }
const file = { field: 'file', maxBytes: 20 * 1024 * 1024 }

export function resultFileRoutes(needs: Needs) {
  const { resultFiles, courseRuns, clock, auditSink } = needs
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.courseRuns.resultsFile(), 'result.edit', 'RESULT_SHEET_DOWNLOADED', async (req, res, actor) => {
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    const t = translate(res)
    sendWorkbook(
      res,
      `${t('results.fileName')}-${run.title}-${formatDay(clock.today(), t.lang)}.xlsx`,
      await resultSheet(run.course, await rowsOf(needs, run)),
    )
  })

  post(
    paths.courseRuns.resultsFile(),
    'result.edit',
    'RESULT_SHEET_UPLOADED',
    async (req, res, actor) => upload(req, res, actor),
    file,
  )

  /** Puts what the file says into the form; saving is an act of its own. */
  async function upload(req: Request, res: Response, actor: Actor) {
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    const t = translate(res)
    const [uploaded] = filesOf(req)
    const refuse = (fileError: string) => renderResults(res, needs, run, actor, 'results', { fileError, status: 422 })
    if (!uploaded) return refuse(t('errors.file-missing'))
    const read: FileRead = await resultFiles.read(String(run._id), uploaded.path, uploaded.originalname)
    if ('problem' in read) return refuse(t(`errors.sheet-${read.problem}`))
    if (!read.ok) return refuse(t('results.fileMissing', { columns: listed(t, read.missing) }))
    await show(res, run, actor, read)
  }

  async function show(
    res: Response,
    run: CourseRunRecord,
    actor: Actor,
    { typed, faults }: Extract<ResultFile, { ok: true }>,
  ) {
    const t = translate(res)
    const fields = editableFields('results', editRights(run, actor))
    const rows = (await rowsOf(needs, run)).filter(({ personId }) => typed.has(personId))
    // What the file leaves empty stays as recorded, so that marks may come in two files.
    const merged = new Map(
      rows.map((row) => [
        row.personId,
        Object.fromEntries(fields.map((field) => [field, typed.get(row.personId)![field] ?? shownValue(row, field)])),
      ]),
    )
    const { errors } = readDraft(t, merged, run.course)
    const lines = faults
      .slice(0, 20)
      .map(({ line, reason, name }: FileFault) =>
        t(`results.line-${reason}`, { line, name: name || t('rosterImports.noName') }),
      )
    const note: Note = {
      kind: faults.length > 0 ? 'wait' : undefined,
      text: t('results.fileRead', { count: typed.size }),
      more: faults.length > 0 ? t('results.fileFaulty', { count: faults.length }) : t('results.fileReadMore'),
      items: lines,
    }
    await renderResults(res, needs, run, actor, 'results', {
      draft: { typed: merged, errors, source: 'imported' },
      note,
      status: errors.size > 0 || faults.length > 0 ? 422 : 200,
    })
  }
  return router
}
