import { threeCounties } from '../../shared/regions.js'
import type { Achievement } from '../achievements/achievement.rules.js'
import type { FigureOn } from '../credit-entries/credit.rules.js'
import { DualCertificate, type DualCertificateRecord } from './dual-certificate.model.js'
import { dualVerdict, type DualVerdict } from './dual-certificate.rules.js'

/** What the rule must know of a person beyond the achievements. */
export interface Holder {
  name: string
  idMasked: string
  birthOn?: string | null
  regions?: readonly string[] | null
}

/** The row that a person should have; none without diploma and certificate. */
export function dualRow(
  personId: string,
  holder: Holder,
  achievements: readonly Achievement[],
  figureOn: FigureOn,
): Omit<DualCertificateRecord, 'decidedAt'> | undefined {
  const verdict = dualVerdict(achievements, holder.birthOn ?? undefined, figureOn)
  return (
    verdict && {
      _id: personId,
      personName: holder.name,
      idMasked: holder.idMasked,
      region: regionOf(verdict, holder),
      ...factsOf(verdict),
    }
  )
}

/** Writes what differs, inside the transaction of a settlement; tells whether something did. */
export async function keepDual(
  row: Omit<DualCertificateRecord, 'decidedAt'> | undefined,
  personId: string,
  now: Date,
  write = true,
): Promise<boolean> {
  const before = await DualCertificate.findById(personId).lean<DualCertificateRecord>()
  if (sameRow(before, row)) return false
  if (!write) return true
  if (row) await DualCertificate.replaceOne({ _id: personId }, { ...row, decidedAt: now }, { upsert: true })
  else await DualCertificate.deleteOne({ _id: personId })
  return true
}

const regionOf = ({ certificate }: DualVerdict, { regions }: Holder): string =>
  certificate?.region ?? regions?.[0] ?? threeCounties[0]

function factsOf(verdict: DualVerdict) {
  const part = (one: DualVerdict['diploma']) => one && { key: one.key, title: one.title, on: one.on }
  const own =
    verdict.verdict === 'reached'
      ? { on: verdict.on, year: verdict.year, age: verdict.age }
      : { reason: verdict.reason }
  return {
    verdict: verdict.verdict,
    ...own,
    ...(verdict.diploma && { diploma: part(verdict.diploma) }),
    ...(verdict.certificate && { certificate: part(verdict.certificate) }),
  }
}

const fields = ['personName', 'idMasked', 'region', 'verdict', 'reason', 'on', 'year', 'age'] as const
function sameRow(a: DualCertificateRecord | null, b: Omit<DualCertificateRecord, 'decidedAt'> | undefined): boolean {
  if (!a || !b) return !a && !b
  return (
    fields.every((field) => (a[field] ?? undefined) === (b[field] ?? undefined)) &&
    a.diploma?.key === b.diploma?.key &&
    a.certificate?.key === b.certificate?.key
  )
}
