import { randomUUID } from 'node:crypto'
import type { Clock } from '../../shared/dates.js'
import { AppError, conflict } from '../../shared/errors.js'
import { runAs } from '../context.js'
import { jobContracts, type JobName } from '../job-contracts.js'
import type { Logger } from '../logger.js'
import { afterFailure, leaseMs } from './delivery.rules.js'
import { OutboxRow, type OutboxRecord } from './outbox.model.js'

export interface Delivery {
  id: string
  attempt: number
  /** Called inside each transaction of the work: a worker whose lease was taken over cannot commit. */
  fence(): Promise<void>
}
export type JobWork = (payload: unknown, delivery: Delivery) => Promise<void>
export type Works = Readonly<Record<JobName, JobWork>>
export type Outcome = 'done' | 'failed' | 'dead' | 'not-mine'

/** Claims one outbox row with a lease and a fencing token, does its work and settles the row. Safe to call any number of times. */
export function createDelivery({ works, clock, log }: { works: Works; clock: Clock; log: Logger }) {
  return async function deliver(id: string): Promise<Outcome> {
    const token = randomUUID()
    const row = await claim(id, token)
    if (!row) return 'not-mine'
    const heartbeat = setInterval(() => void extend(id, token).catch(() => undefined), leaseMs / 4)
    try {
      const name = row.type as JobName
      const payload = jobContracts[name].payload.parse(row.payload)
      const delivery = { id, attempt: row.attempts + 1, fence: () => fence(id, token) }
      await runAs({ event: `JOB ${name}`, actorId: row.requestedBy ?? 'system' }, () => works[name](payload, delivery))
      const { modifiedCount } = await OutboxRow.updateOne(
        { _id: id, leaseToken: token },
        { $set: { state: 'done', doneAt: clock.now() }, $unset: { leaseToken: 1, leaseUntil: 1, lastError: 1 } },
      )
      return modifiedCount === 1 ? 'done' : 'not-mine'
    } catch (error) {
      return settleFailure(row, token, error)
    } finally {
      clearInterval(heartbeat)
    }
  }

  async function claim(id: string, token: string): Promise<OutboxRecord | null> {
    const now = clock.now()
    return OutboxRow.findOneAndUpdate(
      { _id: id, state: 'pending', $or: [{ leaseUntil: null }, { leaseUntil: { $lt: now } }] },
      { $set: { leaseToken: token, leaseUntil: new Date(now.getTime() + leaseMs) } },
      { returnDocument: 'after' },
    ).lean<OutboxRecord>()
  }

  async function extend(id: string, token: string) {
    await OutboxRow.updateOne(
      { _id: id, leaseToken: token },
      { $set: { leaseUntil: new Date(clock.now().getTime() + leaseMs) } },
    )
  }

  async function fence(id: string, token: string) {
    const found = await OutboxRow.updateOne(
      { _id: id, leaseToken: token },
      { $set: { leaseUntil: new Date(clock.now().getTime() + leaseMs) } },
    )
    if (found.matchedCount === 0) throw conflict('lease-lost', { id })
  }

  async function settleFailure(row: OutboxRecord, token: string, error: unknown): Promise<Outcome> {
    const attempts = row.attempts + 1
    const next = afterFailure(attempts, worthRetrying(error))
    const lastError = error instanceof Error ? error.message.slice(0, 500) : String(error)
    log.warn({ outboxId: row._id, attempts, err: error }, 'job failed')
    const notBefore = new Date(clock.now().getTime() + (next.state === 'pending' ? next.delayMs : 0))
    const lastErrorCode = error instanceof AppError ? error.code : 'fault'
    await OutboxRow.updateOne(
      { _id: row._id, leaseToken: token },
      {
        $set: { state: next.state, attempts, lastError, lastErrorCode, notBefore },
        $unset: { leaseToken: 1, leaseUntil: 1, rungAt: 1 },
      },
    )
    return next.state === 'dead' ? 'dead' : 'failed'
  }
}

const worthRetrying = (error: unknown): boolean =>
  !(error instanceof AppError) || error.kind === 'conflict' || error.kind === 'unavailable'
