import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { Outbox } from '../../infra/outbox/outbox.js'
import type { Figure, PolicyService } from '../../office/policies/policy.service.js'
import type { Clock, Day } from '../../shared/dates.js'
import { forbidden, invalid, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { settleAgain } from '../course-runs/course-run-record.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import type { CourseRunService } from '../course-runs/course-run.service.js'
import { Enrolment } from '../enrolments/enrolment.model.js'
import { isMissing, type CompletionFigures, type IncompleteReason } from './completion.rules.js'
import { changedFields, type By, type ResultRow } from './result-change.js'
import {
  assertPapersStand,
  changesOf,
  enrolmentsOf,
  judge,
  judgeRows,
  writeResults,
  type ResultChange,
  type ResultRecord,
} from './result-record.js'
import { completionFactsOf, editRights } from './result.rules.js'

export interface NotCompleted {
  enrolmentId: string
  personName: string
  reasons: IncompleteReason[]
}

/** What closing a run does, or would do. */
export interface Closing {
  completed: number
  notCompleted: NotCompleted[]
  missing: { enrolmentId: string; personName: string }[]
  on: Day
  figures: CompletionFigures
}

export interface CompletionRules {
  minAttendance: Figure<number>
  passMark: Figure<number>
}

interface Needs {
  clock: Clock
  outbox: Outbox
  policies: PolicyService
  courseRuns: CourseRunService
}

/** Attendance and marks of a run, and the verdict of completion. */
export function createResultService({ clock, outbox, policies, courseRuns }: Needs) {
  const service = {
    /** Hours and marks as typed or imported: all lines or none. Gives how many people changed. */
    async save(
      courseRunId: string,
      rows: readonly ResultRow[],
      actor: Actor,
      source: 'typed' | 'imported' = 'typed',
    ): Promise<number> {
      return transact(async () => {
        const run = await runFor(courseRunId, actor)
        const changes = await changesOf(courseRunId, rows)
        assertRights(run, changes, actor)
        if (changes.length > 0) await writeResults(changes, by(actor, source))
        noteAct('course-run', courseRunId, { act: 'results', people: changes.length })
        return changes.length
      })
    },

    /** What closing would do today; shown before anybody closes. */
    async preview(courseRunId: string, actor: Actor): Promise<Closing> {
      const run = await runFor(courseRunId, actor)
      const on = clock.today()
      const closing: Closing = { completed: 0, notCompleted: [], missing: [], on, figures: await figuresOn(on) }
      for (const row of await enrolmentsOf(courseRunId)) {
        const who = { enrolmentId: String(row._id), personName: row.personName }
        const { completed, reasons } = judge(run, row, closing.figures)
        if (isMissing(completionFactsOf(run, row))) closing.missing.push(who)
        else if (completed) closing.completed += 1
        else closing.notCompleted.push({ ...who, reasons })
      }
      return closing
    },

    /** Judges everybody and closes the run in one transaction; person-times are settled by a job. Refused while a result is missing. */
    async close(courseRunId: string, actor: Actor): Promise<Closing> {
      return transact(async () => {
        const closing = await service.preview(courseRunId, actor)
        const { missing, completed, notCompleted, figures, on } = closing
        if (missing.length > 0)
          throw refused('results.missing', {
            count: missing.length,
            names: missing
              .slice(0, 3)
              .map(({ personName }) => personName)
              .join('、'),
          })
        if (completed + notCompleted.length === 0) throw refused('results.nobody')
        const run = await courseRuns.get(courseRunId)
        await judgeRows(run, await enrolmentsOf(courseRunId), figures, on)
        await courseRuns.markClosed(run, on, actor)
        return closing
      })
    },

    /** A correction after the close: by the manager, with a reason, kept beside the record; judged and counted again. */
    async correct(courseRunId: string, rows: readonly ResultRow[], reason: string, actor: Actor): Promise<void> {
      if (actor.role !== 'institution-manager') throw forbidden('not-your-role')
      if (reason.trim().length < 2) throw invalid('reasonMissing')
      await transact(async () => {
        const run = await runFor(courseRunId, actor)
        if (run.state !== 'closed' || !run.closedOn) throw refused('results.not-closed')
        const changes = await changesOf(courseRunId, rows)
        if (changes.length === 0) throw refused('results.nothing-changed')
        await writeResults(changes, { ...by(actor, 'typed'), reason })
        const again = await Enrolment.find({ _id: { $in: changes.map(({ row }) => String(row._id)) } }).lean<
          ResultRecord[]
        >()
        const figures = await figuresOn(run.closedOn)
        assertPapersStand(run, again, figures)
        await judgeRows(run, again, figures, run.closedOn)
        noteAct('course-run', courseRunId, { act: 'corrected', people: changes.length, reason })
        await settleAgain({ _id: courseRunId }, outbox)
      })
    },
    rulesOn,
  }
  return service

  function by(actor: Actor, source: By['source']): By {
    return { actor, source, now: clock.now(), today: clock.today() }
  }

  async function runFor(courseRunId: string, actor: Actor): Promise<CourseRunRecord> {
    if (!may(actor, 'result.edit')) throw forbidden('not-your-role')
    return courseRuns.getFor(courseRunId, actor)
  }

  async function figuresOn(day: Day): Promise<CompletionFigures> {
    const { minAttendance, passMark } = await rulesOn(day)
    return { minAttendancePercent: minAttendance.value, passMark: passMark.value }
  }

  /** The dated figures with their clauses. */
  async function rulesOn(day: Day): Promise<CompletionRules> {
    return {
      minAttendance: await policies.figure<number>('completion.min-attendance-percent', day),
      passMark: await policies.figure<number>('completion.pass-mark', day),
    }
  }

  function assertRights(run: CourseRunRecord, changes: readonly ResultChange[], actor: Actor) {
    const rights = editRights(run, actor)
    const fields = new Set(changes.flatMap(({ given, row }) => changedFields(given, row)))
    const hours = fields.has('attendedTheoryHours') || fields.has('attendedPracticeHours')
    const marks = fields.has('theoryScore') || fields.has('practiceScore') || fields.has('absent')
    const fault = (hours && rights.attendance) || (marks && rights.marks) || undefined
    if (fault) throw refused(`results.${fault}`)
  }
}

export type ResultService = ReturnType<typeof createResultService>
