import type { Outbox } from '../../infra/outbox/outbox.js'
import { newId } from '../../infra/ids.js'
import { transact } from '../../infra/mongo.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import type { Clock, Day } from '../../shared/dates.js'
import { isAppError } from '../../shared/errors.js'
import { CourseRun } from '../../training/course-runs/course-run.model.js'
import { Enrolment } from '../../training/enrolments/enrolment.model.js'
import { Apprentice } from '../../workplace/apprentices/apprentice.model.js'
import { Apprenticeship } from '../../workplace/apprenticeships/apprenticeship.model.js'
import { difference, gone, recount, type Change, type Difference, type Recount } from './ledger-comparison.queries.js'
import type { FigureOn } from '../verdicts/ledger-row.rules.js'
import { PersonTime, PersonTimeSlot, PersonTimeTurn } from './person-time.model.js'

export interface Fence {
  fence(): Promise<void>
}
export interface Settlement {
  people: number
  rows: number
  differences: Difference[]
}

// More people in one transaction win nothing (performance.md, last table).
const together = 50
const tries = 8

/** The ledger of verdicts. Everything is judged again from the raw facts, so that doing it twice changes nothing. */
export function createPersonTimeService({
  clock,
  policies,
  outbox,
}: {
  clock: Clock
  policies: PolicyService
  outbox: Outbox
}) {
  const service = {
    /** Judges everybody of a run; their other runs too, because an earlier completion may take the place of a later one. */
    async settleRun(courseRunId: string, delivery?: Fence): Promise<Settlement> {
      const [enrolled, counted] = [
        await Enrolment.distinct('personId', { courseRunId }),
        await PersonTime.distinct('personId', { courseRunId }),
      ]
      return service.settlePeople([...new Set([...enrolled, ...counted])], delivery)
    },
    /** Judges every apprentice of an apprenticeship, as `settleRun` does the trainees of a run. */
    async settleApprenticeship(apprenticeshipId: string, delivery?: Fence): Promise<Settlement> {
      return service.settlePeople(
        [
          ...new Set([
            ...(await Apprentice.distinct('personId', { apprenticeshipId })),
            ...(await PersonTime.distinct('personId', { apprenticeshipId })),
          ]),
        ],
        delivery,
      )
    },
    /** Judges all rows of one person again, after a correction or a freed place. */
    settlePerson: (personId: string, delivery?: Fence): Promise<Settlement> =>
      service.settlePeople([personId], delivery),

    async settlePeople(personIds: readonly string[], delivery?: Fence): Promise<Settlement> {
      const figureOn = await policies.book()
      const sorted = [...personIds].sort()
      const total: Settlement = { people: sorted.length, rows: 0, differences: [] }
      for (let from = 0; from < sorted.length; from += together) {
        const { rows, differences } = await settleTogether(
          sorted.slice(from, from + together),
          figureOn,
          clock,
          delivery,
        )
        total.rows += rows
        total.differences.push(...differences)
      }
      return total
    },

    /** Compares the ledger of some people with a recount; writes nothing. */
    async compare(personIds: readonly string[]): Promise<Settlement> {
      const { rows, changes, obsolete, slotFaults } = await recount(personIds, await policies.book())
      return {
        people: personIds.length,
        rows: rows.length,
        differences: [...changes.map(difference), ...obsolete.map(gone), ...slotFaults],
      }
    },

    /** Judges again what ended on or after a day: a dated figure was added. Called inside the transaction that adds it. */
    async settleSince(day: Day): Promise<void> {
      if (day > clock.today()) return
      const runs = CourseRun.find({
        endsOn: { $gte: day },
        state: { $in: ['running', 'awaiting-assessment', 'closed', 'suspended', 'withdrawn'] },
      })
        .select('_id')
        .lean<{ _id: string }[]>()
      for (const { _id } of await runs)
        await outbox.publish('person-times.settle-run', `${_id}:${newId()}`, { courseRunId: _id })
      const classes = Apprenticeship.find({ endsOn: { $gte: day }, filedOn: { $ne: null } })
        .select('_id')
        .lean<{ _id: string }[]>()
      for (const { _id } of await classes)
        await outbox.publish('person-times.settle-apprenticeship', `${_id}:${newId()}`, { apprenticeshipId: _id })
    },
  }
  return service
}
export type PersonTimeService = ReturnType<typeof createPersonTimeService>

/** Two settlements of one person collide; the one that loses looks again at what the other wrote. */
async function settleTogether(
  personIds: readonly string[],
  figureOn: FigureOn,
  clock: Clock,
  delivery?: Fence,
  attempt = 1,
): Promise<{ rows: number; differences: Difference[] }> {
  try {
    return await transact(async () => {
      await delivery?.fence()
      await takeTurn(personIds)
      const found = await recount(personIds, figureOn)
      await write(found, clock.now())
      return { rows: found.rows.length, differences: [...found.changes.map(difference), ...found.obsolete.map(gone)] }
    })
  } catch (error) {
    const collided = isAppError(error, 'conflict') && error.code === 'already-exists'
    if (!collided || attempt >= tries) throw error
    return settleTogether(personIds, figureOn, clock, delivery, attempt + 1)
  }
}

async function takeTurn(personIds: readonly string[]): Promise<void> {
  await PersonTimeTurn.bulkWrite(
    personIds.map((_id) => ({ updateOne: { filter: { _id }, update: { $inc: { turn: 1 } }, upsert: true } })),
  )
}

async function write({ changes, obsolete, freed, moved, taken }: Recount, now: Date): Promise<void> {
  if (obsolete.length > 0) await PersonTime.deleteMany({ _id: { $in: obsolete.map(({ _id }) => _id) } })
  if (freed.length > 0) await PersonTimeSlot.deleteMany({ _id: { $in: freed } })
  for (const { _id, enrolmentId } of moved) await PersonTimeSlot.updateOne({ _id }, { $set: { enrolmentId } })
  // Inserted, never upserted: a place that somebody holds is a duplicate key, and nothing is written.
  if (taken.length > 0) await PersonTimeSlot.insertMany(taken.map((slot) => ({ ...slot })))
  if (changes.length > 0) {
    await PersonTime.bulkWrite(
      changes.map((change) => ({
        updateOne: { filter: { _id: change.row._id }, update: changeOf(change, now), upsert: true },
      })),
    )
  }
}

const optional = [
  'courseRunId',
  'apprenticeshipId',
  'occupationId',
  'occupationName',
  'lineage',
  'level',
  'reason',
] as const

function changeOf({ row, before }: Change, now: Date) {
  const { _id, ...facts } = row
  const same = before !== undefined && before.verdict === row.verdict && before.reason === row.reason
  const absent = Object.fromEntries(
    optional.filter((name) => row[name] === undefined).map((name) => [name, 1 as const]),
  )
  return {
    $set: { ...facts, decidedAt: same ? before.decidedAt : now },
    ...(Object.keys(absent).length > 0 && { $unset: absent }),
    ...(!same && { $push: { history: { verdict: row.verdict, ...(row.reason && { reason: row.reason }), at: now } } }),
  }
}
