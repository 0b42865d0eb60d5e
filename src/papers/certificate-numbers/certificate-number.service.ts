import { newId } from '../../infra/ids.js'
import { transact } from '../../infra/mongo.js'
import type { Clock } from '../../shared/dates.js'
import { conflict } from '../../shared/errors.js'
import {
  CertificateNumber,
  CertificateSeries,
  NumberBlock,
  type NumberBlockRecord,
  type VoidReason,
} from './certificate-number.model.js'
import { capacityOf, numberOf } from './certificate-number.rules.js'

/** A run of numbers that one holder has taken; `numbers` in their order. */
export interface Block {
  id: string
  numbers: string[]
}

const hour = 3_600_000

/** Numbers are taken in blocks, so that issuers of one series do not wait for each other; each gap keeps a row that explains it. */
export function createCertificateNumberService({ clock }: { clock: Clock }) {
  const service = {
    /**
     * Takes `count` numbers, fewer when the series is full. A holder that comes again after a crash gets the block it held;
     * what that lacks is taken besides.
     */
    async reserve(series: string, count: number, holder: string): Promise<Block[]> {
      const held = await NumberBlock.find({ holder, series, state: 'held' })
        .sort({ first: 1 })
        .lean<NumberBlockRecord[]>()
      const missing = count - held.reduce((sum, block) => sum + block.count, 0)
      const blocks = missing > 0 ? [...held, ...(await take(series, missing, holder))] : held
      return blocks.map((block) => ({ id: String(block._id), numbers: numbersOf(block) }))
    },

    /** Inside the transaction that stores the certificates: every number of the blocks gets its row, used or void. */
    async settle(
      blocks: readonly Block[],
      certificateOf: ReadonlyMap<string, string>,
      reason: VoidReason = 'not-used',
    ): Promise<void> {
      for (const { id } of blocks) {
        const block = await NumberBlock.findOneAndUpdate(
          { _id: id, state: 'held' },
          { $set: { state: 'settled' } },
          { returnDocument: 'before' },
        ).lean<NumberBlockRecord>()
        if (!block) throw conflict('certificateNumbers.lost')
        await CertificateNumber.insertMany(rowsOf(block, certificateOf, reason), { lean: true })
      }
    },

    /** Blocks that nobody came back for within the hour; part of the reconcile job. Returns how many numbers became void. */
    async voidForgotten(): Promise<number> {
      const forgotten = await NumberBlock.find({ state: 'held', at: { $lt: new Date(clock.now().getTime() - hour) } })
        .limit(200)
        .lean<NumberBlockRecord[]>()
      for (const block of forgotten)
        await transact(() => service.settle([{ id: String(block._id), numbers: [] }], new Map(), 'crash'))
      return forgotten.reduce((sum, { count }) => sum + count, 0)
    },
  }
  return service

  function rowsOf(block: NumberBlockRecord, certificateOf: ReadonlyMap<string, string>, reason: VoidReason) {
    return numbersOf(block).map((number, i) => {
      const certificateId = certificateOf.get(number)
      return {
        _id: number,
        series: block.series,
        sequence: block.first + i,
        holder: block.holder,
        at: clock.now(),
        ...(certificateId ? { state: 'used' as const, certificateId } : { state: 'void' as const, reason }),
      }
    })
  }

  /** Counter and block commit together: a crash leaves no number without a row. */
  async function take(series: string, count: number, holder: string): Promise<NumberBlockRecord[]> {
    await CertificateSeries.updateOne({ _id: series }, { $setOnInsert: { last: 0 } }, { upsert: true })
    const most = capacityOf(series)
    return transact(async () => {
      const raised = [{ $set: { last: { $min: [most, { $add: ['$last', count] }] } } }]
      const before = await CertificateSeries.findOneAndUpdate({ _id: series }, raised, {
        returnDocument: 'before',
        updatePipeline: true,
      }).lean<{ last: number }>()
      const taken = Math.min(count, most - before!.last)
      if (taken === 0) return []
      const block = {
        _id: newId(),
        series,
        first: before!.last + 1,
        count: taken,
        holder,
        state: 'held' as const,
        at: clock.now(),
      }
      await NumberBlock.create([block])
      return [block]
    })
  }
}
export type CertificateNumberService = ReturnType<typeof createCertificateNumberService>

const numbersOf = ({ series, first, count }: Pick<NumberBlockRecord, 'series' | 'first' | 'count'>): string[] =>
  Array.from({ length: count }, (_, i) => numberOf(series, first + i))
