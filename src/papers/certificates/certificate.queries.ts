import { Occupation } from '../../registry/occupations/occupation.model.js'
import { Organisation } from '../../registry/organisations/organisation.model.js'
import { Person } from '../../registry/people/person.model.js'
import { scopeOf, type Actor } from '../../shared/permissions.js'
import { pinyinTyped } from '../../shared/pinyin.js'
import { literal } from '../../shared/text.js'
import { CertificateNumber } from '../certificate-numbers/certificate-number.model.js'
import { cleanNumber } from '../certificate-numbers/certificate-number.text.js'
import { Certificate, issuedHere, type CertificateRecord } from './certificate.model.js'

export interface CertificateSearch {
  q?: string
  family?: string
  region?: string
  month?: string
  state?: string
  organisation?: string
  occupation?: string
  level?: number
  sourceId?: string
  batchId?: string
  personId?: string
  oldestFirst?: boolean
}

const most = 500
const idsOf = (rows: { _id: string }[]): string[] => rows.map(({ _id }) => String(_id))

/** Reads of certificates; every one is bounded by what the actor may see. */
export const certificateQueries = {
  async list(
    search: CertificateSearch,
    actor: Actor,
    skip: number,
    limit: number,
  ): Promise<{ rows: CertificateRecord[]; total: number }> {
    const filter = { $and: [scopeFilter(actor), ...(await conditions(search))] }
    const order = search.oldestFirst ? 1 : -1
    const rows = await Certificate.find(filter)
      .sort({ issuedOn: order, _id: order })
      .skip(skip)
      .limit(limit)
      .lean<CertificateRecord[]>()
    return { rows, total: await Certificate.countDocuments(filter) }
  },
  find: (id: string): Promise<CertificateRecord | null> => Certificate.findById(id).lean<CertificateRecord>(),
  async findByNumber(number: string): Promise<CertificateRecord | undefined> {
    const row = await CertificateNumber.findById(number).lean<{ certificateId?: string }>()
    return (
      (row?.certificateId && (await Certificate.findById(row.certificateId).lean<CertificateRecord>())) || undefined
    )
  },
  ofPerson: (personId: string): Promise<CertificateRecord[]> =>
    Certificate.find({ personId }).sort({ issuedOn: -1, _id: -1 }).lean<CertificateRecord[]>(),
  /** The papers before and after, oldest first; each points at its neighbours, so any of them finds all. */
  async chain(certificate: CertificateRecord): Promise<CertificateRecord[]> {
    const chain = [certificate]
    while (chain[0]!.supersedes && chain.length < 50) {
      const before = await Certificate.findById(chain[0]!.supersedes).lean<CertificateRecord>()
      if (!before) break
      chain.unshift(before)
    }
    while (chain.at(-1)!.supersededBy && chain.length < 50) {
      const after = await Certificate.findById(chain.at(-1)!.supersededBy).lean<CertificateRecord>()
      if (!after) break
      chain.push(after)
    }
    return chain
  },
}

function scopeFilter(actor: Actor): Record<string, unknown> {
  const { organisationId, ...rest } = scopeOf(actor)
  return organisationId ? { $or: [{ organisationId }, { institutionId: organisationId }] } : rest
}

async function conditions({
  q,
  month,
  organisation,
  occupation,
  family,
  region,
  state,
  level,
  sourceId,
  batchId,
  personId,
}: CertificateSearch): Promise<Record<string, unknown>[]> {
  const equal = Object.fromEntries(
    Object.entries({
      family,
      region,
      level,
      sourceId,
      batchId,
      personId,
      ...(state !== 'current' && { state }),
    }).filter(([, value]) => value !== undefined && value !== ''),
  )
  return [
    equal,
    ...(family || sourceId || batchId || personId ? [] : [issuedHere]),
    ...(state === 'current' ? [{ state: { $ne: 'superseded' } }] : []),
    ...(month ? [{ issuedOn: { $gte: `${month}-01`, $lte: `${month}-31` } }] : []),
    ...(organisation ? [await ofOrganisation(organisation)] : []),
    ...(occupation ? [{ occupationId: { $in: await occupationsNamed(occupation) } }] : []),
    ...(q ? [await numberOrName(q)] : []),
  ]
}

async function ofOrganisation(name: string): Promise<Record<string, unknown>> {
  const ids = {
    $in: idsOf(
      await Organisation.find({ name: new RegExp(literal(name)) })
        .select('_id')
        .limit(most)
        .lean<{ _id: string }[]>(),
    ),
  }
  return { $or: [{ organisationId: ids }, { institutionId: ids }] }
}

const occupationsNamed = async (name: string): Promise<string[]> =>
  idsOf(
    await Occupation.find({ name: new RegExp(literal(name)) })
      .select('_id')
      .limit(most)
      .lean<{ _id: string }[]>(),
  )

/** The beginning of a number, a name or its beginning, or the pinyin or initials of a name. */
async function numberOrName(q: string): Promise<Record<string, unknown>> {
  const pinyin = pinyinTyped(q)
  if (pinyin) {
    const people = await Person.find({ $or: [{ nameInitials: pinyin }, { namePinyin: new RegExp(`^${pinyin}`) }] })
      .select('_id')
      .limit(most)
      .lean<{ _id: string }[]>()
    return { personId: { $in: idsOf(people) } }
  }
  if (!/\d/.test(q)) return { holderName: new RegExp(`^${literal(q)}`) }
  return { number: new RegExp(`^${literal(cleanNumber(q))}`) }
}
