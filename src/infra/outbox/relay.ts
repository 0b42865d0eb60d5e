import type { Clock } from '../../shared/dates.js'
import type { Logger } from '../logger.js'
import type { Queues } from '../queues.js'
import type { QueueName } from '../job-contracts.js'
import { ringAgainMs } from './delivery.rules.js'
import { OutboxRow, type OutboxRecord } from './outbox.model.js'

const batch = 200

/** Turns pending rows into Bull jobs that carry only the row's id. Losing Redis loses only bells: unclaimed rows ring again. */
export function createRelay({
  queues,
  clock,
  log,
  everyMs = 300,
}: {
  queues: Queues
  clock: Clock
  log: Logger
  everyMs?: number
}) {
  let stopped = false
  let running: Promise<void> = Promise.resolve()

  async function ringOnce(): Promise<number> {
    const now = clock.now()
    const silent = new Date(now.getTime() - ringAgainMs)
    const rows = await OutboxRow.find({
      state: 'pending',
      notBefore: { $lte: now },
      $and: [
        { $or: [{ rungAt: null }, { rungAt: { $lt: silent } }] },
        { $or: [{ leaseUntil: null }, { leaseUntil: { $lt: now } }] },
      ],
    })
      .select('_id queue')
      .sort({ notBefore: 1 })
      .limit(batch)
      .lean<Pick<OutboxRecord, '_id' | 'queue'>[]>()
    for (const [queue, ids] of groupByQueue(rows)) {
      await queues[queue].addBulk(
        ids.map((id) => ({
          data: { id },
          opts: { jobId: `${id}@${now.getTime()}`, removeOnComplete: true, removeOnFail: true },
        })),
      )
      await OutboxRow.updateMany({ _id: { $in: ids }, state: 'pending' }, { $set: { rungAt: now } })
    }
    return rows.length
  }

  async function loop() {
    while (!stopped) {
      const rung = await ringOnce().catch((error: unknown) => (log.error({ err: error }, 'relay'), 0))
      if (rung < batch) await new Promise((next) => setTimeout(next, everyMs))
    }
  }
  return {
    ringOnce,
    start: () => void (running = loop()),
    stop: async () => ((stopped = true), running),
  }
}

function groupByQueue(rows: readonly { _id?: string | null; queue: string }[]): Map<QueueName, string[]> {
  const groups = new Map<QueueName, string[]>()
  for (const { _id, queue } of rows)
    groups.set(queue as QueueName, [...(groups.get(queue as QueueName) ?? []), String(_id)])
  return groups
}
