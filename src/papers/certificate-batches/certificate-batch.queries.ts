import { Effect } from '../../infra/outbox/outbox.model.js'
import type { CertificateSource } from '../certificate-sources/certificate-source.js'
import { Certificate, type IssuedFamily } from '../certificates/certificate.model.js'
import { CertificateBatch, CertificateChunk, type CertificateBatchRecord } from './certificate-batch.model.js'
import type { Refusal } from '../certificate-issue/certificate-sift.js'
import { effectOf } from '../certificate-issue/issue.rules.js'

export interface BatchCounts {
  issued: number
  refused: number
  waiting: number
  notDone: number
}
export type BatchRow = CertificateBatchRecord & { counts: BatchCounts }

const nothing: BatchCounts = { issued: 0, refused: 0, waiting: 0, notDone: 0 }

/** How far a batch is: parts that wait, certificates issued, holders refused, holders not done. */
export async function batchCounts(batchId: string): Promise<BatchCounts> {
  return (await countsOf([batchId])).get(batchId) ?? nothing
}

async function countsOf(batchIds: readonly string[]): Promise<Map<string, BatchCounts>> {
  const isWaiting = { $eq: ['$state', 'waiting'] }
  const rows = await CertificateChunk.aggregate<BatchCounts & { _id: string }>([
    { $match: { batchId: { $in: [...batchIds] } } },
    {
      $group: {
        _id: '$batchId',
        issued: { $sum: '$issued' },
        refused: { $sum: { $size: '$refused' } },
        waiting: { $sum: { $cond: [isWaiting, 1, 0] } },
        notDone: { $sum: { $cond: [isWaiting, { $size: '$lineIds' }, 0] } },
      },
    },
  ])
  return new Map(rows.map(({ _id, ...counts }) => [_id, counts]))
}

export interface SourceFamily {
  family: IssuedFamily
  completed: number
  issued: number
  waitingIds: string[]
}

/** Reads for the pages of a source's certificates. */
export const certificateBatchQueries = {
  async find(id: string): Promise<BatchRow | undefined> {
    const batch = await CertificateBatch.findById(id).lean<CertificateBatchRecord>()
    return batch ? { ...batch, counts: await batchCounts(id) } : undefined
  },
  async ofSource(sourceId: string): Promise<BatchRow[]> {
    const batches = await CertificateBatch.find({ sourceId })
      .sort({ createdAt: -1 })
      .limit(20)
      .lean<CertificateBatchRecord[]>()
    const counts = await countsOf(batches.map(({ _id }) => String(_id)))
    return batches.map((batch) => ({ ...batch, counts: counts.get(String(batch._id)) ?? nothing }))
  },
  async refusals(batchId: string): Promise<Refusal[]> {
    const parts = await CertificateChunk.find({ batchId, 'refused.0': { $exists: true } })
      .sort({ chunk: 1 })
      .select('refused')
      .lean<{ refused: Refusal[] }[]>()
    return parts.flatMap(({ refused }) => refused)
  },
  /** Earned = with a certificate of this family + waiting for one. */
  async family(source: CertificateSource, family: IssuedFamily): Promise<SourceFamily> {
    const earned = await source.earned(family)
    const marks = await Effect.find({ _id: { $in: earned.map((id) => effectOf(family, id)) } })
      .select('_id')
      .lean<{ _id: string }[]>()
    const done = new Set(marks.map(({ _id }) => _id))
    const waitingIds = earned.filter((id) => !done.has(effectOf(family, id)))
    return { family, completed: earned.length, issued: earned.length - waitingIds.length, waitingIds }
  },
  countValid: (sourceId: string, family: IssuedFamily): Promise<number> =>
    Certificate.countDocuments({ sourceId, family, state: 'issued' }),
}
