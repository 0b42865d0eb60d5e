import { paths } from '../../paths.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { isMissing, type CompletionFigures } from '../assessments/completion.rules.js'
import { attendanceFields, type ResultField, type Typed } from '../assessments/result-entry.rules.js'
import { completionFactsOf, type EditRights } from '../assessments/result.rules.js'
import { runTag } from '../run-lists/run-table.view.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { runTabs } from '../course-runs/course-run.view.js'
import type { EnrolmentRecord } from '../enrolments/enrolment.model.js'
import { labelled } from '../enrolments/listing.view.js'
import type { Form, Problem } from '../../web/form-models.js'
import type { Action, Link } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note } from '../../web/story-models.js'
import { boxId, fieldsOf, rowOf, type GridRow } from './result-row.view.js'

export type ResultMode = 'attendance' | 'results'
export type ResultEnrolment = EnrolmentRecord & { version: number }
export type FieldErrors = ReadonlyMap<string, Partial<Record<ResultField, string>>>

/** What was typed or read from a file and is not saved; the rest is drawn from the records. */
export interface Draft {
  typed: ReadonlyMap<string, Typed>
  errors: FieldErrors
  source: 'typed' | 'imported'
}

export interface ResultData {
  run: CourseRunRecord
  actor: Actor
  mode: ResultMode
  rows: readonly ResultEnrolment[]
  rights: EditRights
  figures: CompletionFigures
  draft?: Draft
  note?: Note
  /** why a file was not read */
  fileError?: string
}

export interface Grid {
  caption: string
  columns: { label: string; sub?: string }[]
  rows: GridRow[]
  editable: boolean
  verdict: boolean
}

type ResultPage = Page & {
  tabs: Link[]
  note?: Note
  grid?: Grid
  empty?: { title: string; text: string; actions: Action[] }
  form?: { action: string; submit: string; hidden: Record<string, string>; fill?: { act: string; text: string } }
  acts: Action[]
  file?: { download: Action[]; form: Form }
}

const addresses: Record<ResultMode, (id: string) => string> = {
  attendance: paths.courseRuns.attendance,
  results: paths.courseRuns.results,
}

/** The boxes that this person may fill in now. */
export const editableFields = (mode: ResultMode, { attendance, marks }: EditRights): ResultField[] =>
  fieldsOf(mode).filter((field) => !(attendanceFields.includes(field) ? attendance : marks))

/** One form for a whole class: attendance, marks and what they lead to, line by line. */
export function resultPage(t: Translate, data: ResultData): ResultPage {
  const { run, actor, mode, rows, rights, draft, figures } = data
  const id = String(run._id)
  const boxes = may(actor, 'result.edit') ? editableFields(mode, rights) : []
  const done = rows.filter((row) => !isMissing(completionFactsOf(run, row))).length
  const page: ResultPage = {
    layout: 'staff',
    title: t(`results.${mode}`),
    tag: runTag(t, run.state),
    tabs: runTabs(t, run, mode),
    acts: [],
    crumbs: [
      { text: t('enrolments.runs'), href: paths.courseRuns.list() },
      { text: run.title, href: paths.courseRuns.show(id) },
      { text: t(`results.${mode}`), href: '' },
    ],
    ...(mode === 'results' && rows.length > 0 && { meta: t('results.meta', { done, count: rows.length }) }),
    problems: [
      ...(data.fileError ? [{ text: data.fileError, href: '#file' }] : []),
      ...problemsOf(t, rows, draft, fieldsOf(mode)),
    ],
  }
  if (rows.length === 0)
    return {
      ...page,
      empty: {
        title: t('results.empty'),
        text: t('results.emptyText'),
        actions: [{ text: t('results.toRoster'), href: paths.courseRuns.roster(id), style: 'outline' }],
      },
    }
  const grid = gridOf(t, data, boxes, figures)
  if (boxes.length === 0) return { ...page, grid, note: data.note ?? whyNot(t, data) }
  return {
    ...page,
    grid,
    note: data.note ?? whyNot(t, data),
    acts:
      mode === 'results' && run.state === 'awaiting-assessment'
        ? [{ text: t('results.toClose'), href: paths.courseRuns.close(id), style: 'outline', large: true }]
        : [],
    form: {
      action: addresses[mode](id),
      submit: t(mode === 'attendance' ? 'results.saveAttendance' : 'results.saveResults'),
      hidden: { source: draft?.source ?? 'typed' },
      ...(mode === 'attendance' && { fill: { act: 'full', text: t('results.fillFull') } }),
    },
    ...(mode === 'results' && { file: fileOf(t, id, data.fileError) }),
  }
}

/** Why boxes are missing that somebody might look for. */
function whyNot(t: Translate, { rights, actor, mode }: ResultData): Note | undefined {
  if (!may(actor, 'result.edit')) return undefined
  const reason = mode === 'attendance' ? rights.attendance : (rights.marks ?? rights.attendance)
  return reason ? { text: t(`results.${reason}`), ...(reason === 'closed' && { kind: 'good' as const }) } : undefined
}

function problemsOf(
  t: Translate,
  rows: readonly ResultEnrolment[],
  draft: Draft | undefined,
  fields: readonly ResultField[],
): Problem[] {
  return rows.flatMap((row) =>
    fields.flatMap((field) => {
      const text = draft?.errors.get(row.personId)?.[field]
      return text
        ? [
            {
              text: labelled(t, `${row.personName} ${t(`results.${field}`)}`, text),
              href: `#${boxId(field, row.personId)}`,
            },
          ]
        : []
    }),
  )
}

function gridOf(t: Translate, data: ResultData, boxes: readonly ResultField[], figures: CompletionFigures): Grid {
  const { run, mode, rows } = data
  const planned: Partial<Record<ResultField, number>> = {
    attendedTheoryHours: run.course.theoryHours,
    attendedPracticeHours: run.course.practiceHours,
  }
  const columns = fieldsOf(mode).map((field) => ({
    label: t(`results.${field}`),
    ...(planned[field] !== undefined && { sub: t('results.ofHours', { hours: planned[field] }) }),
  }))
  return {
    caption: t(`results.${mode}`),
    columns,
    rows: rows.map((row) => rowOf(t, data, row, boxes, figures)),
    editable: boxes.length > 0,
    verdict: mode === 'results',
  }
}

function fileOf(t: Translate, id: string, error: string | undefined): { download: Action[]; form: Form } {
  const address = paths.courseRuns.resultsFile(id)
  const field = {
    name: 'file',
    id: 'file',
    label: t('results.file'),
    kind: 'file' as const,
    accept: '.xlsx,.csv',
    ...(error && { error }),
  }
  return {
    download: [{ text: t('results.fileDownload'), href: address, style: 'outline', icon: 'download' }],
    form: { action: address, multipart: true, sections: [{ fields: [field] }], submit: t('results.fileUpload') },
  }
}
