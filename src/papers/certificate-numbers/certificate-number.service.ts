import { transact } from '../../infra/mongo.js'
import type { Clock } from '../../shared/dates.js'
import { conflict } from '../../shared/errors.js'
import { CertificateNumber, CertificateSeries, type voidReasons } from './certificate-number.model.js'
import { capacityOf, numberOf } from './certificate-number.rules.js'

/** A chunk of a batch, or a reissue: whoever holds reserved numbers. */
export interface Holder { batchId: string; chunk: number }

const hour = 3_600_000

/** Numbers are taken in blocks, so that issuers of one series do not wait for each other; each gap keeps a row that explains it. */
export function createCertificateNumberService({ clock }: { clock: Clock }) {
  return {
    /** Gives `count` numbers, fewer when the series is full; a chunk that comes again after a crash gets those it already held. */
    async reserve(series: string, count: number, holder: Holder): Promise<string[]> {
      const held = await CertificateNumber.find({ ...holder, series, state: 'reserved' }).sort({ sequence: 1 }).limit(count).select('_id').lean<{ _id: string }[]>()
      const missing = count - held.length
      return [...held.map(({ _id }) => _id), ...(missing > 0 ? await reserveBlock(series, missing, holder) : [])]
    },
    /** Inside the transaction that stores the certificates; a number that is no longer reserved stops it. */
    async markUsed(pairs: readonly { number: string; certificateId: string }[]): Promise<void> {
      if (pairs.length === 0) return
      const { modifiedCount } = await CertificateNumber.bulkWrite(pairs.map(({ number, certificateId }) => ({ updateOne: { filter: { _id: number, state: 'reserved' }, update: { $set: { state: 'used', certificateId } } } })))
      if (modifiedCount !== pairs.length) throw conflict('certificateNumbers.lost')
    },
    /** What a finished chunk did not use becomes an explained gap. */
    async voidRest(holder: Holder, reason: (typeof voidReasons)[number] = 'not-used'): Promise<void> {
      await CertificateNumber.updateMany({ ...holder, state: 'reserved' }, { $set: { state: 'void', reason } })
    },
    /** Reservations that nobody came back for within the hour; part of the reconcile job. Returns how many. */
    async voidForgotten(): Promise<number> {
      const hourAgo = new Date(clock.now().getTime() - hour)
      const { modifiedCount } = await CertificateNumber.updateMany({ state: 'reserved', at: { $lt: hourAgo } }, { $set: { state: 'void', reason: 'crash' } })
      return modifiedCount
    },
  }

  /** Counter and rows commit together: a crash leaves no number without a row. */
  async function reserveBlock(series: string, count: number, holder: Holder): Promise<string[]> {
    await CertificateSeries.updateOne({ _id: series }, { $setOnInsert: { last: 0 } }, { upsert: true })
    const most = capacityOf(series)
    return transact(async () => {
      const raised = [{ $set: { last: { $min: [most, { $add: ['$last', count] }] } } }]
      const before = await CertificateSeries.findOneAndUpdate({ _id: series }, raised, { returnDocument: 'before', updatePipeline: true }).lean<{ last: number }>()
      const first = before!.last + 1
      const rows = Array.from({ length: Math.min(count, most - before!.last) }, (_, i) => ({
        _id: numberOf(series, first + i), series, sequence: first + i, state: 'reserved' as const, ...holder, at: clock.now(),
      }))
      if (rows.length > 0) await CertificateNumber.insertMany(rows)
      return rows.map(({ _id }) => _id)
    })
  }
}
export type CertificateNumberService = ReturnType<typeof createCertificateNumberService>
