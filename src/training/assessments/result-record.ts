import type { Day } from '../../shared/dates.js'
import { conflict, invalid, refused } from '../../shared/errors.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { Enrolment, type EnrolmentRecord } from '../enrolments/enrolment.model.js'
import { completionVerdict, type CompletionFigures, type CompletionVerdict } from './completion.rules.js'
import { changedFields, updateOf, type By, type ResultRow } from './result-change.js'
import { completionFactsOf } from './result.rules.js'

export type ResultRecord = EnrolmentRecord & { version: number }

export interface ResultChange {
  given: ResultRow
  row: ResultRecord
}

/** The lines that change something, each with what stands there now; refuses strangers and lines that somebody else changed. */
export async function changesOf(courseRunId: string, rows: readonly ResultRow[]): Promise<ResultChange[]> {
  const stored = await Enrolment.find({
    _id: { $in: rows.map(({ enrolmentId }) => enrolmentId) },
    courseRunId,
    state: 'enrolled',
  }).lean<ResultRecord[]>()
  const byId = new Map(stored.map((row) => [String(row._id), row]))
  const unknown = rows.filter(({ enrolmentId }) => !byId.has(enrolmentId))
  if (unknown.length > 0) throw invalid('results.unknown-row', { count: unknown.length })
  const changes = rows
    .map((given) => ({ given, row: byId.get(given.enrolmentId)! }))
    .filter(({ given, row }) => changedFields(given, row).length > 0)
  const stale = changes.filter(({ given, row }) => given.version !== undefined && given.version !== row.version)
  if (stale.length > 0)
    throw conflict('results.changed-meanwhile', {
      names: stale.map(({ row }) => row.personName).join('、'),
      ids: stale.map(({ row }) => String(row._id)),
    })
  return changes
}

export async function writeResults(changes: readonly ResultChange[], by: By): Promise<void> {
  await Enrolment.bulkWrite(
    changes.map(({ given, row }) => ({
      updateOne: { filter: { _id: String(row._id) }, update: updateOf(given, row, by) },
    })),
  )
}

/** Decides on every row by its results and the figures of that day. */
export async function judgeRows(
  run: CourseRunRecord,
  rows: readonly EnrolmentRecord[],
  figures: CompletionFigures,
  on: Day,
) {
  await Enrolment.bulkWrite(
    rows.map((row) => {
      const { completed, reasons } = judge(run, row, figures)
      const day = completed
        ? { $set: { completed, completionReasons: [], completedOn: on } }
        : { $set: { completed, completionReasons: reasons }, $unset: { completedOn: 1 as const } }
      return { updateOne: { filter: { _id: String(row._id) }, update: { ...day, $inc: { version: 1 } } } }
    }),
  )
}

/** A paper in somebody's hands says that the run was completed; it must be revoked first. */
export function assertPapersStand(run: CourseRunRecord, rows: readonly ResultRecord[], figures: CompletionFigures) {
  const holder = rows.find((row) => row.certificateId && !judge(run, row, figures).completed)
  if (holder) throw refused('results.certificate-first', { name: holder.personName })
}

export const enrolmentsOf = (courseRunId: string): Promise<ResultRecord[]> =>
  Enrolment.find({ courseRunId, state: 'enrolled' }).sort({ namePinyin: 1, _id: 1 }).lean<ResultRecord[]>()

export const judge = (run: CourseRunRecord, row: EnrolmentRecord, figures: CompletionFigures): CompletionVerdict =>
  completionVerdict(completionFactsOf(run, row), figures)
