import { transact } from '../../infra/mongo.js'
import { paths } from '../../paths.js'
import type { Day } from '../../shared/dates.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { reviewActOf } from '../../shared/two-reviews.js'
import { CourseRun, type CourseRunRecord } from './course-run.model.js'
import { assessmentBodies } from './course-run.queries.js'
import { createRunDraftService } from '../run-drafts/run-draft.service.js'
import {
  enter,
  filedFactsOf,
  hasScores,
  loadRun,
  refusalOf,
  type RunDocument,
  type RunNeeds,
} from './course-run-record.js'
import { runInScope, runVerdict, type RunAct } from './course-run.rules.js'
import { createRunChecks } from '../run-facts/run-checks.js'

export type Decision = 'pass' | 'return' | 'reject'

/** Course runs from the draft to the close. */
export function createCourseRunService(needs: RunNeeds) {
  const { clock, outbox, notifications } = needs
  const checks = createRunChecks(needs, assessmentBodies)

  const service = {
    checks,
    ...createRunDraftService({ ...needs, checks }),

    async get(id: string): Promise<CourseRunRecord> {
      const run = await CourseRun.findById(id).lean<CourseRunRecord>()
      if (!run) throw notFound('course-run', id)
      return run
    },

    /** As `get`, within the bounds of whoever looks. */
    async getFor(id: string, actor: Actor): Promise<CourseRunRecord> {
      const run = await service.get(id)
      if (!runInScope(actor, run)) throw forbidden('not-yours')
      return run
    },

    /** The review of the stage at which the run stands: county first, New Area second. */
    async decide(
      id: string,
      decision: Decision,
      note: string | undefined,
      actor: Actor,
      version?: number,
    ): Promise<CourseRunRecord> {
      return transact(async () => {
        const run = await loadRun(id, actor, version)
        const act =
          decision === 'pass'
            ? (reviewActOf(run.state) ?? (actor.role === 'administrator' ? 'file' : 'county-pass'))
            : decision
        if (decision !== 'pass' && !note) throw refused('courseRuns.note-missing')
        await move(run, act, actor, note)
        return run.toObject()
      })
    },

    /** Takes a submitted run back to work on it; nobody has reviewed it yet. */
    recall: (id: string, actor: Actor): Promise<void> => change(id, 'recall', actor),
    withdraw: (id: string, reason: string, actor: Actor): Promise<void> => change(id, 'withdraw', actor, reason),
    suspend: (id: string, reason: string, actor: Actor): Promise<void> => change(id, 'suspend', actor, reason),
    resume: (id: string, actor: Actor, note?: string): Promise<void> => change(id, 'resume', actor, note),
    start: (id: string, actor: Actor): Promise<void> => change(id, 'start', actor),
    finishTeaching: (id: string, actor: Actor): Promise<void> => change(id, 'finish-teaching', actor),

    /** Inside the transaction of the results room, which has judged every enrolment. */
    async markClosed({ _id }: { _id?: unknown }, on: Day, actor: Actor): Promise<void> {
      const run = await loadRun(String(_id), actor)
      run.closedOn = on
      await move(run, 'close', actor)
    },

    /** Counts trainees in and out inside the caller's transaction; the capacity holds for two imports at once, too. */
    async adjustEnrolled(id: string, delta: number): Promise<void> {
      const room = {
        $expr: {
          $and: [
            { $lte: [{ $add: ['$enrolled', delta] }, '$capacity'] },
            { $gte: [{ $add: ['$enrolled', delta] }, 0] },
          ],
        },
      }
      const { matchedCount } = await CourseRun.updateOne(
        { _id: id, ...(delta > 0 && room) },
        { $inc: { enrolled: delta } },
      )
      if (matchedCount === 1) return
      const { capacity, enrolled } = await service.get(id)
      throw refused('courseRuns.full', { capacity, enrolled })
    },
  }
  return service

  async function change(id: string, act: RunAct, actor: Actor, note?: string) {
    await transact(async () => move(await loadRun(id, actor), act, actor, note))
  }

  async function move(run: RunDocument, act: RunAct, actor: Actor, note?: string) {
    const verdict = runVerdict(act, run, actor, {
      today: clock.today(),
      hasScores: act === 'withdraw' && (await hasScores(String(run._id))),
    })
    if (!verdict.ok) throw refusalOf(verdict.reason, run)
    if (act === 'county-pass') run.countyPassedById = actor.id
    if (act === 'file') fileFacts(run, actor)
    if (act === 'suspend') run.stateBefore = run.state
    if (act === 'resume') run.stateBefore = undefined
    if (act === 'withdraw') run.withdrawnOn = clock.today()
    await enter(run, verdict.to, { act, actor, note }, { clock, outbox })
    await tell(run, act, note)
  }

  /** The first version: what was filed. Later ones come from change requests. */
  function fileFacts(run: RunDocument, actor: Actor) {
    run.set({ filedOn: clock.today(), filedVersion: 1 })
    run.versions!.push({ version: 1, at: clock.now(), byId: actor.id, byName: actor.name, facts: filedFactsOf(run) })
  }

  async function tell(run: RunDocument, act: RunAct, note: string | undefined) {
    const key = news[act]
    const [id, params] = [String(run._id), { title: run.title, note: note ?? '' }]
    if (key)
      await notifications.tell({
        audience: { organisationId: run.organisationId },
        key,
        params,
        href: paths.courseRuns.show(id),
      })
    if (act === 'county-pass')
      await notifications.tell({
        audience: { role: 'administrator' },
        key: 'courseRuns.newsCountyPassed',
        params: { title: run.title },
        href: paths.courseRuns.review(id),
      })
  }
}
export type CourseRunService = ReturnType<typeof createCourseRunService>

const news: Partial<Record<RunAct, string>> = {
  file: 'courseRuns.newsFiled',
  return: 'courseRuns.newsReturned',
  reject: 'courseRuns.newsRejected',
  suspend: 'courseRuns.newsSuspended',
  resume: 'courseRuns.newsResumed',
}
