import { noteAct } from '../../infra/context.js'
import { transact } from '../../infra/mongo.js'
import type { Clock, Day } from '../../shared/dates.js'
import { conflict, notFound } from '../../shared/errors.js'
import { Policy, type PolicyRecord } from './policy.model.js'
import { policySeeds, type PolicyKey } from './policy.data.js'

export interface Figure<T> {
  id: string
  value: T
  clause: string
  sample: boolean
  from: Day
}
export type PolicyValue = number | boolean | string
/** All figures at once, for judging many facts. */
export type PolicyBook = (key: PolicyKey, day: Day) => Figure<PolicyValue>
type WhenAdded = (row: { key: PolicyKey; from: Day }) => Promise<void>

/** Dated figures: a fact of a day is judged by the figures of that day. */
export function createPolicyService({ clock }: { clock: Clock }) {
  let whenAdded: WhenAdded = async () => undefined
  return {
    /** The wiring says who must hear of a new row, inside its transaction: what was decided by an older one is judged again. */
    onAdded: (hook: WhenAdded): void => void (whenAdded = hook),
    /** The figure in force on `day`; throws when none was, because no rule may guess. */
    async figure<T extends number | boolean | string>(key: PolicyKey, day: Day): Promise<Figure<T>> {
      const row = await Policy.findOne({ key, from: { $lte: day } })
        .sort({ from: -1, createdAt: -1 })
        .lean<PolicyRecord>()
      if (!row || (row.to && row.to < day)) throw notFound('policy', `${key} ${day}`)
      return { id: String(row._id), value: row.value as T, clause: row.clause, sample: row.sample, from: row.from }
    },
    /** Reads every row once; the book answers as `figure` does. */
    async book(): Promise<PolicyBook> {
      return bookOf(await Policy.find().sort({ from: -1, createdAt: -1 }).lean<PolicyRecord[]>())
    },
    list: (): Promise<PolicyRecord[]> => Policy.find().sort({ key: 1, from: -1 }).lean<PolicyRecord[]>(),
    /** A new row from a day on; rows are never changed, so an old decision keeps its figure. */
    async add(
      {
        key,
        value,
        from,
        clause,
        sample,
      }: { key: PolicyKey; value: PolicyValue; from: Day; clause: string; sample: boolean },
      byId: string,
    ): Promise<string> {
      // Two administrators at once: one row a day, by its name.
      const id = `${key}@${from}`
      await transact(async () => {
        if (await Policy.exists({ key, from })) throw conflict('policies.same-day')
        await Policy.create([{ _id: id, key, value, from, clause, sample, createdAt: clock.now(), createdBy: byId }])
        noteAct('policy', id, { key, from })
        await whenAdded({ key, from })
      })
      return id
    },
    /** Loads the first rows where a key has none; part of the migration. */
    async loadSeeds(): Promise<void> {
      for (const { key, value, from, clause, sample } of policySeeds) {
        const row = { key, value, from, clause, sample, createdAt: clock.now(), createdBy: 'migration' }
        await Policy.updateOne({ _id: `seed:${key}` }, { $setOnInsert: row }, { upsert: true })
      }
    },
  }
}
/** Newest rows first; a day's figure is the last one that began by then. */
function bookOf(rows: readonly PolicyRecord[]): PolicyBook {
  return (key, day) => {
    const row = rows.find((one) => one.key === key && one.from <= day)
    if (!row || (row.to && row.to < day)) throw notFound('policy', `${key} ${day}`)
    return {
      id: String(row._id),
      value: row.value as PolicyValue,
      clause: row.clause,
      sample: row.sample,
      from: row.from,
    }
  }
}

export type PolicyService = ReturnType<typeof createPolicyService>
