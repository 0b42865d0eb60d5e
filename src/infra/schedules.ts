import { Schema, model } from 'mongoose'
import type { Clock } from '../shared/dates.js'
import { isAppError } from '../shared/errors.js'
import { transact } from './mongo.js'

const claimSchema = new Schema(
  { _id: String, at: { type: Date, required: true } },
  { collection: 'schedule-claims', versionKey: false, strict: 'throw' },
)
claimSchema.index({ at: 1 }, { expireAfterSeconds: 400 * 24 * 3600 })
const ScheduleClaim = model('ScheduleClaim', claimSchema)

export interface Schedule {
  name: string
  /** Names the period that contains `now`, in Asia/Shanghai; one run per period over all workers. */
  period(now: Date): string
  run(period: string): Promise<void>
}

/** Claims each period in MongoDB, because Bull's repeatables vanish with Redis and fire once per worker whose clock differs. */
export function createScheduler({ schedules, clock }: { schedules: readonly Schedule[]; clock: Clock }) {
  return async function tick(): Promise<string[]> {
    const started: string[] = []
    for (const schedule of schedules) {
      const period = schedule.period(clock.now())
      const _id = `${schedule.name}:${period}`
      if (await ScheduleClaim.exists({ _id })) continue
      try {
        await transact(async () => {
          await ScheduleClaim.create([{ _id, at: clock.now() }])
          await schedule.run(period)
        })
        started.push(_id)
      } catch (error) {
        if (!isAppError(error, 'conflict')) throw error
      }
    }
    return started
  }
}
