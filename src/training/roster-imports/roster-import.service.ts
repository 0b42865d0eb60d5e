import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import type { Infra } from '../../infra/infra.js'
import { transact } from '../../infra/mongo.js'
import type { SheetRow } from '../../infra/sheet-reading/sheet-read.js'
import type { TaskService } from '../../office/tasks/task.service.js'
import type { PersonService } from '../../registry/people/person.service.js'
import { conflict, forbidden, invalid, notFound, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import type { CourseRunService } from '../course-runs/course-run.service.js'
import type { EnrolmentService } from '../enrolments/enrolment.service.js'
import { readRoster } from '../roster-files/roster-row.rules.js'
import { RosterImport, RosterRow, type RosterImportRecord, type RosterRowRecord } from './roster-import.model.js'
import { judgeRoster } from '../roster-lines/roster-judge.js'
import { createLineSealing } from '../roster-lines/roster-sealing.js'
import { placesOf, stagedLine, summaryOf } from '../roster-lines/roster-staging.js'
import { createRosterWriter } from './roster-write.service.js'

export type RosterNeeds = Pick<Infra, 'clock' | 'vault' | 'outbox' | 'log'> & {
  tasks: TaskService
  people: PersonService
  courseRuns: CourseRunService
  enrolments: EnrolmentService
}

export interface UploadedRoster {
  fileName: string
  header: readonly string[]
  rows: readonly SheetRow[]
}

const day = 24 * 3_600_000
const forgottenAfter = 7 * day

/** a confirmed import may wait for a worker that long */
const kept = 30 * day

const atOnce = 1000

/** Rosters from files: staged and previewed, written only after the confirmation, by a job. */
export function createRosterImportService(needs: RosterNeeds) {
  const { clock, outbox, vault, tasks, people, courseRuns, enrolments } = needs
  const sealing = createLineSealing(vault)

  return {
    ...createRosterWriter(needs, sealing),

    /** Reads a file that was opened already and keeps its lines for the preview; the register stays as it is. */
    async stage(courseRunId: string, { fileName, header, rows }: UploadedRoster, actor: Actor): Promise<string> {
      const run = await openRun(courseRunId, actor)
      const { at, unused } = placesOf(header)
      const lines = readRoster(rows, at, clock.today())
      if (lines.length === 0) throw invalid('rosterImports.no-lines')
      const judged = await judgeRoster(lines, run, people, clock.today())
      const id = newId()
      const expiresAt = forgottenIn(forgottenAfter)
      for (let i = 0; i < judged.length; i += atOnce)
        await RosterRow.insertMany(
          judged.slice(i, i + atOnce).map((line) => stagedLine(sealing, id, line, expiresAt)),
          { ordered: false },
        )
      await transact(async () => {
        await RosterImport.create([
          {
            _id: id,
            courseRunId,
            courseRunTitle: run.title,
            organisationId: run.organisationId,
            region: run.region,
            fileName,
            unused,
            ...summaryOf(judged),
            expiresAt,
            createdAt: clock.now(),
            createdBy: actor.id,
          },
        ])
        noteAct('roster-import', id, { courseRunId, lines: lines.length })
      })
      return id
    },

    /** Hands the good lines to the job; asked again it gives the same task. */
    async confirm(id: string, actor: Actor): Promise<string> {
      const first = await load(id, actor)
      if (first.state === 'preview')
        await RosterRow.updateMany({ importId: id }, { $set: { expiresAt: forgottenIn(kept) } })
      return transact(async () => {
        const record = await load(id, actor)
        if (record.taskId) return record.taskId
        const run = await openRun(record.courseRunId, actor)
        const total = goodLines(record)
        if (total === 0) throw refused('rosterImports.nothing-to-import')
        const room = run.capacity - run.enrolled
        if (record.counts!.new > room)
          throw refused('rosterImports.over-capacity', {
            wanted: record.counts!.new,
            room: Math.max(room, 0),
            capacity: run.capacity,
          })
        const taskId = await tasks.create({
          kind: 'roster-import',
          title: `${run.title} · ${record.fileName}`,
          ownerId: actor.id,
          organisationId: run.organisationId,
          total,
          request: { importId: id },
        })
        await change(record, { state: 'confirmed', taskId, confirmedAt: clock.now(), confirmedBy: actor.id }, [
          'expiresAt',
        ])
        await outbox.publish('imports.write-roster', id, { importId: id })
        noteAct('roster-import', id, { to: 'confirmed', lines: total })
        return taskId
      })
    },

    /** Takes back a whole import while its run has no marks: its enrolments are withdrawn, the people stay. */
    async withdraw(id: string, actor: Actor): Promise<number> {
      return transact(async () => {
        const record = await load(id, actor)
        if (record.state !== 'done' && record.state !== 'failed') throw refused('rosterImports.not-written')
        const removed = await enrolments.withdrawImport(record.courseRunId, id, actor)
        await change(record, { state: 'withdrawn', removed, withdrawnAt: clock.now(), withdrawnBy: actor.id })
        noteAct('roster-import', id, { to: 'withdrawn', people: removed })
        return removed
      })
    },

    getFor: load,
    openLine: (row: RosterRowRecord) => sealing.open(row),
  }

  async function openRun(courseRunId: string, actor: Actor): Promise<CourseRunRecord> {
    if (!may(actor, 'roster.import')) throw forbidden('not-your-role')
    const run = await courseRuns.getFor(courseRunId, actor)
    await enrolments.assertOpen(run)
    return run
  }

  async function load(id: string, actor: Actor): Promise<RosterImportRecord & { version: number }> {
    if (!may(actor, 'roster.import')) throw forbidden('not-your-role')
    const record = await RosterImport.findById(id).lean<RosterImportRecord & { version: number }>()
    if (!record) throw notFound('roster-import', id)
    if (record.organisationId !== actor.organisationId) throw forbidden('not-yours')
    return record
  }

  async function change(
    { _id, version }: RosterImportRecord & { version: number },
    set: Record<string, unknown>,
    unset: readonly string[] = [],
  ) {
    const { modifiedCount } = await RosterImport.updateOne(
      { _id: String(_id), version },
      {
        $set: set,
        ...(unset.length > 0 && { $unset: Object.fromEntries(unset.map((key) => [key, 1])) }),
        $inc: { version: 1 },
      },
    )
    if (modifiedCount === 0) throw conflict('changed-meanwhile')
  }
}

export type RosterImportService = ReturnType<typeof createRosterImportService>

// The database forgets by its own clock, so the time is not that of the business.
const forgottenIn = (ms: number): Date => new Date(Date.now() + ms)

export const goodLines = ({ counts }: Pick<RosterImportRecord, 'counts'>): number =>
  counts ? counts.new + counts.update + counts.same : 0
