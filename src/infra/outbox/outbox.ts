import type { Clock } from '../../shared/dates.js'
import { currentAct } from '../context.js'
import { jobContracts, type JobName, type JobPayload } from '../job-contracts.js'
import { isDuplicateKey, transact } from '../mongo.js'
import { Effect, OutboxRow } from './outbox.model.js'

/** The ledger of background work. `publish` is called inside the transaction of the business change. */
export function createOutbox({ clock }: { clock: Clock }) {
  return {
    /**
     * Asks for a piece of work once per `key`; asking again with the same key changes nothing.
     * What must run again after a correction carries a version in its key.
     */
    async publish<N extends JobName>(type: N, key: string, payload: JobPayload<N>, delayMs = 0): Promise<void> {
      const now = clock.now()
      const row = {
        type,
        queue: jobContracts[type].queue,
        payload: jobContracts[type].payload.parse(payload),
        state: 'pending',
        attempts: 0,
        notBefore: new Date(now.getTime() + delayMs),
        createdAt: now,
        requestedBy: currentAct()?.actorId,
      }
      await OutboxRow.updateOne({ _id: `${type}:${key}` }, { $setOnInsert: row }, { upsert: true })
    },
  }
}
export type Outbox = ReturnType<typeof createOutbox>

/**
 * Does an effect at most once per `kind` and `key`: the mark and the effect commit together.
 * A second call finds the mark and answers 'already'.
 */
export async function once(kind: string, key: string, work: () => Promise<void>): Promise<'done' | 'already'> {
  const _id = `${kind}:${key}`
  if (await Effect.exists({ _id })) return 'already'
  try {
    await transact(async () => {
      await Effect.create([{ _id, at: new Date() }])
      await work()
    })
    return 'done'
  } catch (error) {
    if (isDuplicateKey(error) && (await Effect.exists({ _id }))) return 'already'
    throw error
  }
}
