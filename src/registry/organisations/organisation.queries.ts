import { addDays, type Day } from '../../shared/dates.js'
import type { Scope } from '../../shared/permissions.js'
import { pinyinTyped } from '../../shared/pinyin.js'
import { literal } from '../../shared/text.js'
import {
  CertificatePrefix,
  Organisation,
  type Capability,
  type OrganisationRecord,
  type OrganisationState,
} from './organisation.model.js'

export type OrganisationRow = OrganisationRecord & { _id: string; version: number }
export interface Clashes {
  name: boolean
  prefix: boolean
}
export type OrganisationView = 'all' | 'waiting' | 'expiring'
export interface OrganisationSearch {
  q?: string
  region?: string
  capability?: Capability
  state?: OrganisationState
  view: OrganisationView
  today: Day
}

const warnDays = 60
/** Dates sort before everything else that `waitingSince` could be, so this finds who waits. */
const waits = { waitingSince: { $gt: new Date(0) } }
const inScopeOf = ({ organisationId, region }: Scope) => ({
  ...(organisationId && { _id: organisationId }),
  ...(region && { region }),
})

function matching(q: string | undefined) {
  if (!q) return {}
  const typed = pinyinTyped(q)
  return {
    $or: [
      { name: new RegExp(literal(q)) },
      { creditCode: new RegExp(`^${literal(q.toUpperCase().replace(/\s/g, ''))}`) },
      ...(typed ? [{ namePinyin: new RegExp(typed) }, { nameInitials: new RegExp(typed) }] : []),
    ],
  }
}

function viewed(view: OrganisationView, today: Day) {
  if (view === 'waiting') return waits
  if (view === 'expiring')
    return {
      state: 'approved' as const,
      licences: { $elemMatch: { to: { $gte: today, $lte: addDays(today, warnDays) } } },
    }
  return {}
}

function filterOf({ q, region, capability, state, view, today }: OrganisationSearch, scope: Scope) {
  return {
    $and: [
      inScopeOf(scope),
      viewed(view, today),
      matching(q),
      { ...(region && { region }), ...(capability && { capabilities: capability }), ...(state && { state }) },
    ],
  }
}

/** Reads of the lists of organisations and of the queue of reviews. */
export const organisationQueries = {
  count: (search: OrganisationSearch, scope: Scope): Promise<number> =>
    Organisation.countDocuments(filterOf(search, scope)),
  list: (search: OrganisationSearch, scope: Scope, skip: number, limit: number): Promise<OrganisationRow[]> =>
    Organisation.find(filterOf(search, scope))
      .sort(search.view === 'waiting' ? { waitingSince: 1, _id: 1 } : { namePinyin: 1, _id: 1 })
      .skip(skip)
      .limit(limit)
      .lean<OrganisationRow[]>(),

  /** How many each view holds, for its tab. */
  async views(scope: Scope, today: Day): Promise<Record<OrganisationView, number>> {
    const count = (view: OrganisationView) => organisationQueries.count({ view, today }, scope)
    const [all, waiting, expiring] = await Promise.all([count('all'), count('waiting'), count('expiring')])
    return { all, waiting, expiring }
  },

  /** Where an organisation stands in the queue, and which comes after it; first come first served. */
  async place(id: string, scope: Scope): Promise<{ n: number; total: number; next?: string }> {
    const queue = await Organisation.find({ ...inScopeOf(scope), ...waits })
      .sort({ waitingSince: 1, _id: 1 })
      .select('_id')
      .limit(1000)
      .lean<{ _id: string }[]>()
    const at = queue.findIndex(({ _id }) => _id === id)
    const next = queue[at + 1]?._id ?? queue.find(({ _id }) => _id !== id)?._id
    return { n: at + 1, total: queue.length, ...(next && { next }) }
  },

  /** What a filing shares with another organisation: its name, its prefix of certificate numbers. */
  async clashes(
    { name, certificatePrefix }: { name: string; certificatePrefix?: string | null },
    id: string,
  ): Promise<Clashes> {
    const [named, prefixed] = await Promise.all([
      Organisation.exists({ name, _id: { $ne: id } }),
      certificatePrefix ? CertificatePrefix.exists({ _id: certificatePrefix, organisationId: { $ne: id } }) : null,
    ])
    return { name: named !== null, prefix: prefixed !== null }
  },
}
