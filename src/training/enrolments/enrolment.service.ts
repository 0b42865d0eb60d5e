import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import { transact } from '../../infra/mongo.js'
import type { Outbox } from '../../infra/outbox/outbox.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import type { PersonRecord } from '../../registry/people/person.model.js'
import type { Clock } from '../../shared/dates.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import type { CourseRunService } from '../course-runs/course-run.service.js'
import { Enrolment, enrolmentId, type EnrolmentRecord } from './enrolment.model.js'
import { besides, removalObstacle, rosterVerdict } from './enrolment.rules.js'

export interface NewTrainee {
  person: PersonRecord
  category: string
  tags: readonly string[]
  importId?: string
}
export type EnrolOutcome = 'new' | 'updated' | 'same'
interface Needs {
  clock: Clock
  outbox: Outbox
  policies: PolicyService
  courseRuns: CourseRunService
}

const frozen: readonly string[] = ['filed', 'running']

/** Who takes part in a course run. */
export function createEnrolmentService({ clock, outbox, policies, courseRuns }: Needs) {
  const service = {
    /** Refuses when the roster of the run may not be changed today. */
    async assertOpen(run: CourseRunRecord): Promise<void> {
      const { value } = await policies.figure<number>('enrolment.add-until-percent', clock.today())
      const verdict = rosterVerdict(run, clock.today(), value)
      if (!verdict.ok) throw refused(`enrolments.${verdict.reason}`, { percent: verdict.percent, until: value })
    },

    /**
     * Puts people on the roster, inside the caller's transaction. Doing it again changes nothing; who had left comes back.
     * Before filing a new category corrects the old one, afterwards it stays as filed. Gives the outcome by person.
     */
    async addAll(
      given: { _id?: unknown },
      trainees: readonly NewTrainee[],
      byId: string,
    ): Promise<Map<string, EnrolOutcome>> {
      const run = await courseRuns.get(String(given._id))
      await service.assertOpen(run)
      const runId = String(run._id)
      const known = await Enrolment.find({
        _id: { $in: trainees.map(({ person }) => enrolmentId(runId, String(person._id))) },
      }).lean<EnrolmentRecord[]>()
      const before = new Map(known.map((row) => [String(row._id), row]))
      const outcomes = new Map<string, EnrolOutcome>()
      const fresh: NewTrainee[] = []
      for (const trainee of trainees) {
        const personId = String(trainee.person._id)
        if (outcomes.has(personId)) continue
        const row = before.get(enrolmentId(runId, personId))
        outcomes.set(personId, row?.state === 'enrolled' ? await update(run, row, trainee) : 'new')
        if (row?.state !== 'enrolled') fresh.push(trainee)
      }
      if (fresh.length > 0) await enrol(run, fresh, byId)
      return outcomes
    },

    /** Takes one trainee off the roster; the record stays, so that the change can be seen. */
    async withdraw(id: string, actor: Actor): Promise<EnrolmentRecord> {
      if (!may(actor, 'enrolment.edit')) throw forbidden('not-your-role')
      return transact(async () => {
        const row = await Enrolment.findById(id).lean<EnrolmentRecord>()
        if (!row) throw notFound('enrolment', id)
        const run = await courseRuns.getFor(row.courseRunId, actor)
        await service.assertOpen(run)
        const obstacle = removalObstacle(row)
        if (obstacle) throw refused(`enrolments.${obstacle}`, { name: row.personName })
        await removeRows(run, [id], actor)
        return row
      })
    },

    /** Takes off everybody whom one import brought; inside the caller's transaction. Refuses once the run has marks. */
    async withdrawImport(runId: string, importId: string, actor: Actor): Promise<number> {
      const run = await courseRuns.getFor(runId, actor)
      await service.assertOpen(run)
      const rows = await Enrolment.find({ courseRunId: runId, state: 'enrolled' }).lean<EnrolmentRecord[]>()
      if (rows.some((row) => removalObstacle(row))) throw refused('enrolments.run-has-results')
      const ids = rows.filter((row) => row.importId === importId).map(({ _id }) => String(_id))
      if (ids.length > 0) await removeRows(run, ids, actor)
      return ids.length
    },

    /** Those on the roster, by name. */
    listOf: (runId: string): Promise<EnrolmentRecord[]> =>
      Enrolment.find({ courseRunId: runId, state: 'enrolled' })
        .sort({ namePinyin: 1, _id: 1 })
        .lean<EnrolmentRecord[]>(),
    get: (id: string): Promise<EnrolmentRecord | null> => Enrolment.findById(id).lean<EnrolmentRecord>(),
  }
  return service

  async function enrol(run: CourseRunRecord, trainees: readonly NewTrainee[], byId: string) {
    const [runId, now] = [String(run._id), clock.now()]
    await Enrolment.bulkWrite(
      trainees.map(({ person, category, tags, importId }) => ({
        updateOne: {
          filter: { _id: enrolmentId(runId, String(person._id)) },
          update: {
            $set: {
              ...nameOf(person),
              category,
              tags: besides(category, tags),
              state: 'enrolled' as const,
              updatedAt: now,
              ...(importId && { importId }),
            },
            ...(!importId && { $unset: { importId: 1 as const } }),
            $setOnInsert: {
              courseRunId: runId,
              personId: String(person._id),
              organisationId: run.organisationId,
              region: run.region,
              createdAt: now,
              createdBy: byId,
            },
            $inc: { version: 1 },
          },
          upsert: true,
        },
      })),
    )
    await courseRuns.adjustEnrolled(runId, trainees.length)
    await countAgain(run)
  }

  async function update(
    run: CourseRunRecord,
    row: EnrolmentRecord,
    { person, category, tags }: NewTrainee,
  ): Promise<EnrolOutcome> {
    const wanted = {
      ...nameOf(person),
      ...(!frozen.includes(run.state) && { category, tags: besides(category, tags) }),
    }
    const same = Object.entries(wanted).every(
      ([key, value]) => String(value ?? '') === String(row[key as keyof EnrolmentRecord] ?? ''),
    )
    if (same) return 'same'
    await Enrolment.updateOne({ _id: row._id }, { $set: { ...wanted, updatedAt: clock.now() }, $inc: { version: 1 } })
    return 'updated'
  }

  async function removeRows(run: CourseRunRecord, ids: readonly string[], actor: Actor) {
    const { modifiedCount } = await Enrolment.updateMany(
      { _id: { $in: [...ids] }, state: 'enrolled' },
      { $set: { state: 'withdrawn', updatedAt: clock.now() }, $inc: { version: 1 } },
    )
    if (modifiedCount > 0) await courseRuns.adjustEnrolled(String(run._id), -modifiedCount)
    noteAct('course-run', String(run._id), {
      act: 'removed',
      people: modifiedCount,
      ...(ids.length === 1 && { enrolment: ids[0] }),
      byRole: actor.role,
    })
    await countAgain(run)
  }

  /** A run that is being taught has candidates already. */
  async function countAgain(run: CourseRunRecord) {
    if (run.state === 'running')
      await outbox.publish('person-times.settle-run', `${String(run._id)}:${newId()}`, { courseRunId: String(run._id) })
  }
}
export type EnrolmentService = ReturnType<typeof createEnrolmentService>

const nameOf = ({ name, namePinyin, nameInitials, idMasked }: PersonRecord) => ({
  personName: name,
  namePinyin: namePinyin ?? '',
  nameInitials: nameInitials ?? '',
  idMasked,
})
