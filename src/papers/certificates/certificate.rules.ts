import { inScope, type Actor } from '../../shared/permissions.js'
import type { ReissueReason } from './certificate.model.js'

interface Owned {
  organisationId: string
  institutionId?: string | null
  region: string
  personId: string
}

/** The issuing body, the training institution, the county's officers and the holder see a certificate. */
export function seesCertificate(actor: Actor, { institutionId, ...certificate }: Owned): boolean {
  if (inScope(actor, certificate)) return true
  return Boolean(institutionId) && inScope(actor, { ...certificate, organisationId: institutionId })
}

/** The body that issued it, or an administrator. */
export const isIssuer = (actor: Actor, { organisationId }: Pick<Owned, 'organisationId'>): boolean =>
  actor.role === 'administrator' || (actor.organisationId !== undefined && actor.organisationId === organisationId)

export type ChangeFault =
  | 'already-suspended'
  | 'not-suspended'
  | 'under-review'
  | 'already-revoked'
  | 'already-replaced'
  | 'only-administrator'
  | 'nothing-changed'
  | 'not-revoked'
  | 'follows-its-source'
export type ChangeVerdict = { ok: true } | { ok: false; reason: ChangeFault }
const no = (reason: ChangeFault): ChangeVerdict => ({ ok: false, reason })

interface Standing {
  state: string
  sourceKind?: string
}
/** A statement stands and falls with its recognition, which a second person decides. */
export const followsItsSource = ({ sourceKind }: Pick<Standing, 'sourceKind'>): boolean => sourceKind === 'recognition'

export function revokeVerdict({ state, sourceKind }: Standing): ChangeVerdict {
  if (followsItsSource({ sourceKind })) return no('follows-its-source')
  if (state === 'revoked') return no('already-revoked')
  return state === 'superseded' ? no('already-replaced') : { ok: true }
}

/** 暂停使用: a paper under review is neither valid nor void, and comes back as it was or is revoked. */
export function holdVerdict(act: HoldAct, { state, sourceKind }: Standing): ChangeVerdict {
  if (followsItsSource({ sourceKind })) return no('follows-its-source')
  if (state === 'superseded') return no('already-replaced')
  if (state === 'revoked') return no('already-revoked')
  if (act === 'suspend') return state === 'suspended' ? no('already-suspended') : { ok: true }
  return state === 'suspended' ? { ok: true } : no('not-suspended')
}
export type HoldAct = 'suspend' | 'resume'

/**
 * A new paper needs something new to say: whoever lost the old one downloads the same bytes again (补发).
 * A revocation found wrong is lifted by a new paper; the old number stays void for ever.
 */
export function reissueVerdict(
  { state, sourceKind }: Standing,
  isAdministrator: boolean,
  changes: number,
  reason?: ReissueReason,
): ChangeVerdict {
  if (state === 'superseded') return no('already-replaced')
  if (state === 'suspended') return no('under-review')
  if (state === 'revoked' && followsItsSource({ sourceKind })) return no('follows-its-source')
  if (state === 'revoked')
    return isAdministrator && (reason === undefined || reason === 'revocation-lifted')
      ? { ok: true }
      : no(isAdministrator ? 'already-revoked' : 'only-administrator')
  if (reason === 'revocation-lifted') return no('not-revoked')
  return changes > 0 ? { ok: true } : no('nothing-changed')
}

export interface Change {
  field: string
  from: string
  to: string
}

// What belongs to the single paper and is new on every one.
const ownToEachPaper = new Set(['number', 'issuedOn', 'verifyUrl', 'verifyHost', 'verifyCode', 'printSerial', 'photo'])

/** The printed facts in which a new paper would differ from the old one; a new photo is a change too. */
export function changesOf(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  photos?: { before?: string | null; after?: string | null },
): Change[] {
  const text = (value: unknown) => (value === undefined || value === null ? '' : String(value))
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => !ownToEachPaper.has(field),
  )
  const changes = fields
    .map((field) => ({ field, from: text(before[field]), to: text(after[field]) }))
    .filter(({ from, to }) => from !== to)
  return photos && text(photos.before) !== text(photos.after)
    ? [...changes, { field: 'photo', from: '', to: '' }]
    : changes
}
