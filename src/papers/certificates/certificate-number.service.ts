import { transact } from '../../infra/mongo.js'
import type { Clock } from '../../shared/dates.js'
import { refused } from '../../shared/errors.js'
import { largestSequence, numberOf } from './certificate-number.rules.js'
import { CertificateNumber, CertificateSeries } from './certificate.model.js'

export interface Holder { batchId: string; chunk: number }

/** Numbers are taken in blocks, so that issuers of one series do not wait for each other; each gap keeps a row that explains it. */
export function createCertificateNumberService({ clock }: { clock: Clock }) {
  return {
    /** Gives `count` numbers to a chunk; a chunk that comes again after a crash gets those it already held. */
    async reserve(series: string, count: number, holder: Holder): Promise<string[]> {
      const held = await CertificateNumber.find({ ...holder, series, state: 'reserved' }).sort({ sequence: 1 }).limit(count).lean<{ _id: string }[]>()
      const missing = count - held.length
      return [...held.map(({ _id }) => _id), ...(missing > 0 ? await reserveBlock(series, missing, holder) : [])]
    },
    /** Inside the transaction that stores the certificates. */
    async markUsed(pairs: readonly { number: string; certificateId: string }[]): Promise<void> {
      if (pairs.length === 0) return
      await CertificateNumber.bulkWrite(pairs.map(({ number, certificateId }) => ({ updateOne: { filter: { _id: number }, update: { $set: { state: 'used', certificateId } } } })))
    },
    /** What a finished chunk did not use becomes an explained gap. */
    async voidRest(holder: Holder, reason: string): Promise<void> {
      await CertificateNumber.updateMany({ ...holder, state: 'reserved' }, { $set: { state: 'void', reason } })
    },
    /** Reservations that nobody came back for within the hour; part of the reconcile job. Returns how many. */
    async voidForgotten(): Promise<number> {
      const hourAgo = new Date(clock.now().getTime() - 3_600_000)
      const { modifiedCount } = await CertificateNumber.updateMany({ state: 'reserved', at: { $lt: hourAgo } }, { $set: { state: 'void', reason: 'crash' } })
      return modifiedCount
    },
  }

  /** Counter and rows commit together: a crash leaves no number without a row. */
  async function reserveBlock(series: string, count: number, holder: Holder): Promise<string[]> {
    return transact(async () => {
      const row = await CertificateSeries.findOneAndUpdate({ _id: series }, { $inc: { last: count } }, { upsert: true, returnDocument: 'after' }).lean<{ last: number }>()
      const last = row?.last ?? count
      if (last > largestSequence) throw refused('certificates.series-full', { series })
      const rows = Array.from({ length: count }, (_, i) => {
        const sequence = last - count + 1 + i
        return { _id: numberOf(series, sequence), series, sequence, state: 'reserved' as const, ...holder, at: clock.now() }
      })
      await CertificateNumber.insertMany(rows)
      return rows.map(({ _id }) => _id)
    })
  }
}
export type CertificateNumberService = ReturnType<typeof createCertificateNumberService>
