import { transact } from '../../infra/mongo.js'
import type { Delivery } from '../../infra/outbox/delivery.js'
import { paths } from '../../paths.js'
import { isAppError, type AppError } from '../../shared/errors.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { factsHoldFrom } from '../enrolments/enrolment.rules.js'
import type { EnrolOutcome, NewTrainee } from '../enrolments/enrolment.service.js'
import type { RosterOutcome } from '../roster-files/roster-change.rules.js'
import { RosterImport, RosterRow, type RosterImportRecord, type RosterRowRecord } from './roster-import.model.js'
import type { RosterNeeds } from './roster-import.service.js'
import type { RosterFacts } from '../roster-files/roster-row.rules.js'
import type { CellFault } from '../roster-files/roster-cell.rules.js'
import type { LineSealing } from '../roster-lines/roster-sealing.js'

type Fence = Pick<Delivery, 'fence'> | undefined
type Outcome = Exclude<RosterOutcome, 'fault'>
/** People of one transaction: small enough for the database, large enough for 20,000 lines. */
const portion = 50

/** The job that writes a confirmed roster. */
export function createRosterWriter(
  { clock, log, tasks, people, courseRuns, enrolments }: RosterNeeds,
  sealing: LineSealing,
) {
  return {
    /**
     * Writes the good lines, fifty people a transaction; each line is marked in the transaction that writes it, so that a second
     * delivery, or one after a crash, goes on where the last commit was. What is refused by then goes back with its reason.
     */
    async write(importId: string, delivery?: Fence): Promise<void> {
      const record = await RosterImport.findById(importId).lean<RosterImportRecord>()
      if (record?.state !== 'confirmed') return
      const closed = await refusalOfRun(record)
      if (closed) return fail(record, closed.code, delivery)
      for (;;) {
        const rows = await RosterRow.find({ importId, state: 'waiting' })
          .sort({ line: 1 })
          .limit(portion)
          .lean<RosterRowRecord[]>()
        if (rows.length === 0) break
        await writePortion(record, rows, delivery)
        await report(record)
      }
      // Every line of the preview is written or refused; one that vanished must not look like success.
      if (await linesMissing(importId)) return fail(record, 'rosterImports.lines-lost', delivery)
      await finish(record, delivery)
    },
  }

  async function refusalOfRun({ courseRunId }: RosterImportRecord): Promise<AppError | undefined> {
    try {
      await enrolments.assertOpen(await courseRuns.get(courseRunId))
      return undefined
    } catch (error) {
      if (isAppError(error)) return error
      throw error
    }
  }

  /** All fifty together; when one of them is refused, each alone, so that one line never holds up the others. */
  async function writePortion(record: RosterImportRecord, rows: readonly RosterRowRecord[], delivery: Fence) {
    try {
      await writeRows(record, rows, delivery)
    } catch (error) {
      if (!belongsToLine(error)) throw error
      if (rows.length === 1) return refuse(record, rows[0]!, error, delivery)
      for (const row of rows) await writePortion(record, [row], delivery)
    }
  }

  async function writeRows(record: RosterImportRecord, seen: readonly RosterRowRecord[], delivery: Fence) {
    await transact(async () => {
      await delivery?.fence()
      // Read again inside the transaction: another worker may have written them since.
      const rows = await RosterRow.find({ _id: { $in: seen.map(({ _id }) => String(_id)) }, state: 'waiting' })
        .sort({ line: 1 })
        .lean<RosterRowRecord[]>()
      if (rows.length === 0) return
      const run = await courseRuns.get(record.courseRunId)
      const entries = []
      for (const row of rows) entries.push(await entryOf(row, run, record))
      const enrolled = await enrolments.addAll(
        run,
        entries.map(({ trainee }) => trainee),
        record.confirmedBy!,
      )
      const outcomes = entries.map(({ trainee, changed }) =>
        outcomeOf(enrolled.get(String(trainee.person._id))!, changed),
      )
      await RosterRow.bulkWrite(
        rows.map((row, i) => ({
          updateOne: {
            filter: { _id: String(row._id) },
            update: { $set: { state: 'written', outcome: outcomes[i]! }, $unset: { cells: 1 } },
          },
        })),
      )
      await count(record, countsOf(outcomes))
    })
  }

  /** The person behind a line, found or made. */
  async function entryOf(
    row: RosterRowRecord,
    run: CourseRunRecord,
    record: RosterImportRecord,
  ): Promise<{ trainee: NewTrainee; changed: boolean }> {
    const facts = sealing.open(row).facts as RosterFacts
    const on = factsHoldFrom(run.startsOn, clock.today())
    const { person, outcome } = await people.findOrCreate(
      { ...facts, on, organisationId: run.organisationId },
      record.confirmedBy!,
    )
    return {
      trainee: {
        person,
        category: facts.category,
        tags: people.tagsOn(person, run.startsOn),
        importId: String(record._id),
      },
      changed: outcome === 'updated',
    }
  }

  async function refuse(record: RosterImportRecord, row: RosterRowRecord, error: AppError, delivery: Fence) {
    await transact(async () => {
      await delivery?.fence()
      const { modifiedCount } = await RosterRow.updateOne(
        { _id: row._id, state: 'waiting' },
        { $set: { state: 'refused', outcome: 'fault', faults: [faultOf(error)] } },
      )
      if (modifiedCount > 0) await count(record, { refused: 1 })
    })
  }

  async function count({ _id }: RosterImportRecord, counts: Record<string, number>) {
    await RosterImport.updateOne({ _id: String(_id) }, { $inc: { ...counts, version: 1 } })
  }

  async function report({ _id, taskId }: RosterImportRecord) {
    const now = await RosterImport.findById(_id).lean<RosterImportRecord>()
    if (taskId && now)
      await tasks.progress(taskId, {
        done: (now.written?.new ?? 0) + (now.written?.update ?? 0) + (now.written?.same ?? 0),
        failed: now.refused,
      })
  }

  async function finish({ _id, taskId }: RosterImportRecord, delivery: Fence) {
    await transact(async () => {
      await delivery?.fence()
      await RosterImport.updateOne(
        { _id: String(_id), state: 'confirmed' },
        { $set: { state: 'done', finishedAt: clock.now() }, $inc: { version: 1 } },
      )
      await tasks.finish(taskId!, { resultHref: paths.imports.show(String(_id)) })
    })
  }

  async function linesMissing(importId: string): Promise<boolean> {
    const record = await RosterImport.findById(importId).lean<RosterImportRecord>()
    const sum = (counts: RosterImportRecord['counts']) => (counts ? counts.new + counts.update + counts.same : 0)
    return record !== null && sum(record.written) + record.refused < sum(record.counts)
  }

  async function fail({ _id, taskId }: RosterImportRecord, failure: string, delivery: Fence) {
    log.warn({ importId: _id, failure }, 'roster not written')
    await transact(async () => {
      await delivery?.fence()
      await RosterImport.updateOne(
        { _id: String(_id), state: 'confirmed' },
        { $set: { state: 'failed', failure, finishedAt: clock.now() }, $inc: { version: 1 } },
      )
      await tasks.finish(taskId!, { resultHref: paths.imports.show(String(_id)) })
    })
  }
}

const belongsToLine = (error: unknown): error is AppError =>
  isAppError(error) && (error.kind === 'refused' || error.kind === 'invalid')

const outcomeOf = (enrolled: EnrolOutcome, personChanged: boolean): Outcome =>
  enrolled === 'new' ? 'new' : enrolled === 'updated' || personChanged ? 'update' : 'same'

function countsOf(outcomes: readonly Outcome[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const outcome of outcomes) counts[`written.${outcome}`] = (counts[`written.${outcome}`] ?? 0) + 1
  return counts
}

/** Between preview and writing somebody else may have registered the person, filled the run or closed its roster. */
function faultOf({ code, details }: AppError): CellFault {
  if (code === 'people.name-differs')
    return { column: 'name', code: 'name-differs', params: { known: String(details['known'] ?? '') } }
  if (code === 'courseRuns.full')
    return { column: 'name', code: 'full', params: { capacity: Number(details['capacity']) } }
  return { column: 'name', code: code === 'enrolments.cut-off' ? 'cut-off' : 'roster-closed' }
}
