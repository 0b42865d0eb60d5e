/** What the services of registering and of reviewing do alike with an organisation's record. */
import type { Clock } from '../../shared/dates.js'
import { conflict, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { titlePinyin } from '../../shared/pinyin.js'
import type { Step } from '../../shared/timeline.js'
import { CertificatePrefix, CreditCode, Organisation, type Capability } from './organisation.model.js'
import type { Licence } from './organisation.rules.js'

export type OrganisationDocument = InstanceType<typeof Organisation>

/** What an organisation files about itself; `creditCode` and `certificatePrefix` as their verdicts spell them. */
export interface OrganisationFacts {
  name: string
  creditCode: string
  creditCodeWarning: boolean
  capabilities: Capability[]
  homeRegion: string
  region: string
  address?: string
  contactName?: string
  contactPhone?: string
  licences: Licence[]
  certificatePrefix?: string
}

export const withPinyin = (facts: OrganisationFacts) => ({ ...facts, ...titlePinyin(facts.name) })

/** Loads the record of a page that was opened at `version`; somebody else's change since then is never overwritten. */
export async function loadOrganisation(id: string, version?: number): Promise<OrganisationDocument> {
  const organisation = await Organisation.findById(id)
  if (!organisation) throw notFound('organisation', id)
  if (version !== undefined && organisation.get('version') !== version) throw conflict('changed-meanwhile')
  return organisation
}

export function addStep(
  organisation: OrganisationDocument,
  clock: Clock,
  actor: Actor,
  step: Pick<Step, 'act' | 'note' | 'from' | 'to'>,
): void {
  organisation.timeline!.push({ ...step, at: clock.now(), byId: actor.id, byName: actor.name })
}

/** One code, one organisation: its `_id` is taken before the record says so; a code given up is free again. */
export async function reserveCode(code: string, organisationId: string, before?: string): Promise<void> {
  if (code === before) return
  const taken = await CreditCode.findById(code).lean<{ organisationId: string }>()
  if (taken && taken.organisationId !== organisationId) throw refused('organisations.code-taken')
  if (!taken) await CreditCode.create([{ _id: code, organisationId }])
  if (before) await CreditCode.deleteOne({ _id: before, organisationId })
}

export async function assertCodeFree(code: string, organisationId: string): Promise<void> {
  if (await CreditCode.exists({ _id: code, organisationId: { $ne: organisationId } }))
    throw refused('organisations.code-taken')
}

/** A prefix once approved stays taken for good, because certificates with it are out. */
export async function reservePrefix(prefix: string | undefined | null, organisationId: string): Promise<void> {
  if (!prefix) return
  const taken = await CertificatePrefix.findById(prefix).lean<{ organisationId: string }>()
  if (taken && taken.organisationId !== organisationId) throw refused('organisations.prefix-taken')
  if (!taken) await CertificatePrefix.create([{ _id: prefix, organisationId }])
}
