import type { Day } from '../../shared/dates.js'
import { regionOf } from '../../shared/regions.js'
import { halfWidth } from '../../shared/text.js'
import type { Step } from '../../shared/timeline.js'
import type { Capability, OrganisationState } from './organisation.model.js'

export interface Licence {
  occupation: string
  maxLevel: number
  from: Day
  to?: Day | null
  document?: string | null
}
export type LicenceRefusal = 'not-approved' | 'not-licensed' | 'licence-expired' | 'level-too-high'
export type LicenceVerdict = { ok: true } | { ok: false; reason: LicenceRefusal }

/**
 * May this organisation teach or examine that on that day? Asked again at every step, never once for all (domain.md 12.34).
 * Without an occupation (start-up courses and the like) only the approval counts.
 */
export function licenceVerdict(
  organisation: { state: string; licences: readonly Licence[] },
  { lineage, level, on }: { lineage?: string; level?: number; on: Day },
): LicenceVerdict {
  if (organisation.state !== 'approved') return { ok: false, reason: 'not-approved' }
  if (!lineage) return { ok: true }
  const own = organisation.licences.filter(({ occupation }) => occupation === lineage)
  if (own.length === 0) return { ok: false, reason: 'not-licensed' }
  const inForce = own.filter((licence) => inForceOn(licence, on))
  if (inForce.length === 0) return { ok: false, reason: 'licence-expired' }
  return level === undefined || inForce.some(({ maxLevel }) => maxLevel >= level)
    ? { ok: true }
    : { ok: false, reason: 'level-too-high' }
}

/** The last day belongs to the licence; one without an end holds until it is changed. */
export const inForceOn = ({ from, to }: Pick<Licence, 'from' | 'to'>, on: Day): boolean =>
  from <= on && (!to || on <= to)

export type OrganisationAct = 'submit' | 'approve' | 'give-back' | 'suspend' | 'resume'

const transitions: Record<OrganisationAct, Partial<Record<OrganisationState, OrganisationState>>> = {
  submit: { draft: 'submitted', returned: 'submitted' },
  approve: { submitted: 'approved' },
  'give-back': { submitted: 'returned' },
  suspend: { approved: 'suspended' },
  resume: { suspended: 'approved' },
}

/** The state after an act, or nothing when the act has no place in the state. */
export const stateAfter = (state: OrganisationState, act: OrganisationAct): OrganisationState | undefined =>
  transitions[act][state]

const decisions = new Set(['approved', 'returned', 'change-approved', 'change-returned'])
const makings = new Set(['registered', 'edited', 'submitted', 'proposed'])

/** Who wrote or submitted what now waits is no checker of it: everybody since the last decision. */
export function isMaker(timeline: readonly Pick<Step, 'act' | 'byId'>[], actorId: string): boolean {
  const last = timeline.findLastIndex(({ act }) => decisions.has(act))
  return timeline.slice(last + 1).some(({ act, byId }) => makings.has(act) && byId === actorId)
}

export type PrefixVerdict =
  { ok: true; prefix: string } | { ok: false; reason: 'length' | 'letter' | 'digits' | 'province' | 'serial' }

/** Positions 1-13 of a certificate number (domain.md 3.3): kind of body, its code, province, serial; assigned by the authorities. */
export function prefixVerdict(text: string): PrefixVerdict {
  const prefix = halfWidth(text).replace(/[\s-]/g, '').toUpperCase()
  if (prefix.length !== 13) return { ok: false, reason: 'length' }
  if (!/^[YS]/.test(prefix)) return { ok: false, reason: 'letter' }
  if (!/^.\d{12}$/.test(prefix)) return { ok: false, reason: 'digits' }
  if (!regionOf(`${prefix.slice(5, 7)}0000`)) return { ok: false, reason: 'province' }
  return prefix.endsWith('000000') ? { ok: false, reason: 'serial' } : { ok: true, prefix }
}

export type Missing = 'capabilities' | 'address' | 'contactName' | 'contactPhone' | 'licences' | 'certificatePrefix'

interface Filing {
  capabilities: readonly Capability[]
  address?: string | null
  contactName?: string | null
  contactPhone?: string | null
  licences: readonly Licence[]
  certificatePrefix?: string | null
}
const needLicence: readonly Capability[] = ['training-institution', 'vocational-school', 'assessment-body']

/** What a filing must still have before it can be submitted, in the order of the form. */
export function missingOf(filing: Filing): Missing[] {
  const examines = filing.capabilities.includes('assessment-body')
  const licensed = filing.capabilities.some((capability) => needLicence.includes(capability))
  return [
    ...(filing.capabilities.length === 0 ? (['capabilities'] as const) : []),
    ...(['address', 'contactName', 'contactPhone'] as const).filter((field) => !filing[field]),
    ...(licensed && filing.licences.length === 0 ? (['licences'] as const) : []),
    ...(examines && !filing.certificatePrefix ? (['certificatePrefix'] as const) : []),
  ]
}

export const reviewedFields = [
  'name',
  'creditCode',
  'capabilities',
  'homeRegion',
  'region',
  'licences',
  'certificatePrefix',
] as const
export type ReviewedField = (typeof reviewedFields)[number]

/** Facts that a reviewer must see again when they change; address and contact are not among them. */
export const changedFields = (
  before: Readonly<Partial<Record<ReviewedField, unknown>>>,
  after: Readonly<Partial<Record<ReviewedField, unknown>>>,
): ReviewedField[] => reviewedFields.filter((field) => plain(before[field]) !== plain(after[field]))

// Two lists with the same things in another order say the same.
const plain = (value: unknown): string =>
  Array.isArray(value)
    ? JSON.stringify(value.map(plain).sort())
    : value && typeof value === 'object'
      ? JSON.stringify(
          Object.entries(value)
            .filter(([, part]) => part !== undefined && part !== null)
            .sort(),
        )
      : String(value ?? '')
