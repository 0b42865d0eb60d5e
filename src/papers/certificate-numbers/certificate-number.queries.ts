import { Organisation } from '../../registry/organisations/organisation.model.js'
import type { Actor } from '../../shared/permissions.js'
import {
  CertificateNumber,
  CertificateSeries,
  NumberBlock,
  type CertificateNumberRecord,
  type NumberBlockRecord,
} from './certificate-number.model.js'

export interface SeriesRow {
  series: string
  last: number
  used: number
  reserved: number
  void: number
}

/** Reads for the register of numbers: last = used + reserved + void. */
export const certificateNumberQueries = {
  async series(actor: Actor, skip: number, limit: number): Promise<{ rows: SeriesRow[]; total: number }> {
    const filter = await seriesFilter(actor)
    const found = await CertificateSeries.find(filter)
      .sort({ _id: 1 })
      .skip(skip)
      .limit(limit)
      .lean<{ _id: string; last: number }[]>()
    const counts = await CertificateNumber.aggregate<{ _id: { series: string; state: string }; count: number }>([
      { $match: { series: { $in: found.map(({ _id }) => _id) } } },
      { $group: { _id: { series: '$series', state: '$state' }, count: { $sum: 1 } } },
    ])
    const count = (series: string, state: string) =>
      counts.find(({ _id }) => _id.series === series && _id.state === state)?.count ?? 0
    const rows = found.map(({ _id, last }) => ({
      series: _id,
      last,
      used: count(_id, 'used'),
      reserved: last - count(_id, 'used') - count(_id, 'void'),
      void: count(_id, 'void'),
    }))
    return { rows, total: await CertificateSeries.countDocuments(filter) }
  },
  /** Void numbers one by one, and the blocks that a batch holds just now. */
  async gaps(
    series: string,
    actor: Actor,
    skip: number,
    limit: number,
  ): Promise<{ rows: CertificateNumberRecord[]; held: NumberBlockRecord[]; total: number }> {
    const visible = await CertificateSeries.exists({ $and: [{ _id: series }, await seriesFilter(actor)] })
    if (!visible) return { rows: [], held: [], total: 0 }
    const filter = { series, state: 'void' as const }
    const rows = await CertificateNumber.find(filter)
      .sort({ sequence: 1 })
      .skip(skip)
      .limit(limit)
      .lean<CertificateNumberRecord[]>()
    const held =
      skip === 0
        ? await NumberBlock.find({ series, state: 'held' }).sort({ first: 1 }).limit(limit).lean<NumberBlockRecord[]>()
        : []
    return { rows, held, total: await CertificateNumber.countDocuments(filter) }
  },
}

/** An assessment body sees the series of its own prefix, an institution those of completion certificates, officers all. */
async function seriesFilter(actor: Actor): Promise<Record<string, unknown>> {
  if (actor.role === 'administrator' || actor.role === 'county-officer' || actor.role === 'auditor') return {}
  if (actor.role !== 'assessment-body') return { _id: /\{sequence:\d\}$/ }
  const own = await Organisation.findById(actor.organisationId)
    .select('certificatePrefix')
    .lean<{ certificatePrefix?: string }>()
  return { _id: own?.certificatePrefix ? new RegExp(`^${own.certificatePrefix}`) : 'none' }
}
