import { Effect } from '../../infra/outbox/outbox.model.js'
import { isAppError } from '../../shared/errors.js'
import type { IssuedFamily } from '../certificates/certificate.model.js'
import type { CertificateSource, Holding } from '../certificate-sources/certificate-source.js'
import { effectOf } from './issue.rules.js'

export interface Refusal {
  lineId: string
  personId?: string
  personName?: string
  code: string
  details?: Record<string, string>
}

export const nameOf = ({ lineId, person }: Holding) => ({
  lineId,
  personId: String(person._id),
  personName: person.name,
})

/** Parts those whose paper may be made from those who are refused; every id asked for is in one of the two. */
export async function siftHoldings(
  source: CertificateSource,
  family: IssuedFamily,
  lineIds: readonly string[],
): Promise<{ good: Holding[]; refusals: Refusal[] }> {
  const holdings = new Map((await source.holdings(family, lineIds)).map((holding) => [holding.lineId, holding]))
  const marks = await Effect.find({ _id: { $in: lineIds.map((id) => effectOf(family, id)) } })
    .select('_id')
    .lean<{ _id: string }[]>()
  const issued = new Set(marks.map(({ _id }) => _id))
  const good: Holding[] = []
  const refusals: Refusal[] = []
  for (const lineId of lineIds) {
    const holding = holdings.get(lineId)
    const fault = issued.has(effectOf(family, lineId)) ? 'already-issued' : holding?.fault
    if (!holding) refusals.push({ lineId, code: 'record-missing' })
    else if (fault) refusals.push({ ...nameOf(holding), code: fault })
    else good.push(holding)
  }
  return { good, refusals }
}

/** The reason that a fault gives; what may pass by itself is thrown on, so that the job comes again. */
export function refusalOf(error: unknown): Pick<Refusal, 'code' | 'details'> {
  if (!isAppError(error) || error.kind === 'conflict' || error.kind === 'unavailable') throw error
  const { field, character, codePoint, name } = error.details as Record<string, unknown>
  const details = Object.fromEntries(
    Object.entries({ field, character, codePoint, name }).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    ),
  )
  return { code: error.code.split('.').at(-1)!, ...(Object.keys(details).length > 0 && { details }) }
}
