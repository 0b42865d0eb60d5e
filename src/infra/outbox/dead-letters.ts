import type { Clock } from '../../shared/dates.js'
import { notFound } from '../../shared/errors.js'
import { noteAct } from '../context.js'
import { transact } from '../mongo.js'
import { OutboxRow, type OutboxRecord } from './outbox.model.js'

const stuckAfterMs = 120_000

/** Work that should have been claimed two minutes ago: no worker runs, or Redis does not ring. */
export const countStuck = (now: Date): Promise<number> =>
  OutboxRow.countDocuments({
    state: 'pending',
    notBefore: { $lt: new Date(now.getTime() - stuckAfterMs) },
    $or: [{ leaseUntil: null }, { leaseUntil: { $lt: now } }],
  })

/** What an operator may do with work that failed for good. */
export function createDeadLetters({ clock }: { clock: Clock }) {
  return {
    list: (): Promise<OutboxRecord[]> =>
      OutboxRow.find({ state: 'dead' }).sort({ createdAt: -1 }).limit(200).lean<OutboxRecord[]>(),
    count: (): Promise<number> => OutboxRow.countDocuments({ state: 'dead' }),
    async retry(id: string): Promise<void> {
      await settle(
        id,
        { $set: { state: 'pending', attempts: 0, notBefore: clock.now() }, $unset: { rungAt: 1 } },
        'retry',
      )
    },
    async void(id: string, actorId: string, reason: string): Promise<void> {
      await settle(id, { $set: { state: 'void', voidedBy: actorId, voidReason: reason, doneAt: clock.now() } }, 'void')
    },
  }
  async function settle(id: string, change: Record<string, unknown>, act: string) {
    await transact(async () => {
      const { matchedCount } = await OutboxRow.updateOne({ _id: id, state: 'dead' }, change)
      if (matchedCount === 0) throw notFound('dead-letter', id)
      noteAct('outbox', id, { act })
    })
  }
}
export type DeadLetters = ReturnType<typeof createDeadLetters>
