import type { Day } from '../../shared/dates.js'
import type { SourceFamily } from '../recognition-agreements/agreement.data.js'
import type { SourceStatus } from '../source-registers/registry-columns.data.js'
import { cleanIssuer } from '../source-registers/registry-row.rules.js'

/** What the place of origin says of a paper; `not-found` only says that it is not there yet (it takes about 20 working days). */
export const checkResults = [
  'agrees',
  'not-found',
  'identity-differs',
  'facts-differ',
  'suspended',
  'expired',
  'revoked',
] as const
export type CheckResult = (typeof checkResults)[number]
export const comparedFields = ['issuer', 'family', 'edition', 'level', 'issuedOn'] as const
export type ComparedField = (typeof comparedFields)[number]

interface Facts {
  issuer: string
  family: SourceFamily
  edition: string
  level: number
  issuedOn: Day
}
/** What the applicant says; the person by the blind index of the ID. */
export interface ClaimedPaper extends Facts {
  name: string
  personIndex: string
}
export interface KnownPaper extends ClaimedPaper {
  status: SourceStatus
  expiresOn?: Day | null
}
export interface CheckVerdict {
  result: CheckResult
  fields: ComparedField[]
}

/** Compares by name, ID and number (the number found the entry); what ended at the source is said before what differs in detail. */
export function checkVerdict(claimed: ClaimedPaper, known: KnownPaper | null, today: Day): CheckVerdict {
  if (!known) return { result: 'not-found', fields: [] }
  if (known.personIndex !== claimed.personIndex || known.name !== claimed.name)
    return { result: 'identity-differs', fields: [] }
  if (known.status !== 'valid') return { result: known.status, fields: [] }
  if (known.expiresOn && known.expiresOn < today) return { result: 'expired', fields: [] }
  const fields = comparedFields.filter((field) =>
    field === 'issuer' ? cleanIssuer(known.issuer) !== cleanIssuer(claimed.issuer) : known[field] !== claimed[field],
  )
  return { result: fields.length > 0 ? 'facts-differ' : 'agrees', fields }
}

/** A recognition ends with its source: which answers put one that is in force under question. */
export const endsRecognition = (result: CheckResult): result is 'suspended' | 'expired' | 'revoked' =>
  result === 'suspended' || result === 'expired' || result === 'revoked'
