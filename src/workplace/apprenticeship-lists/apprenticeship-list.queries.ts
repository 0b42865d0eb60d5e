import type { Actor } from '../../shared/permissions.js'
import { pinyinTyped } from '../../shared/pinyin.js'
import { literal } from '../../shared/text.js'
import {
  Apprenticeship,
  type ApprenticeshipRecord,
  type ApprenticeshipState,
} from '../apprenticeships/apprenticeship.model.js'

export const apprenticeshipViews = ['mine', 'training', 'returned'] as const
export type ApprenticeshipView = (typeof apprenticeshipViews)[number]
export interface ApprenticeshipSearch {
  q?: string
  region?: string
  state?: ApprenticeshipState
  view?: ApprenticeshipView
}

type Filter = Record<string, unknown>
/** What somebody may see at all: `apprenticeshipInScope` as a condition. */
export function scopeFilter({ role, organisationId, region }: Actor): Filter {
  if (role === 'enterprise') return { enterpriseId: organisationId ?? 'none' }
  if (role === 'institution-manager' || role === 'institution-clerk')
    return { institutionId: organisationId ?? 'none', state: { $ne: 'draft' } }
  if (role === 'assessment-body') return { assessmentBodyId: organisationId ?? 'none', state: { $ne: 'draft' } }
  if (role === 'county-officer') return { region: region ?? 'none' }
  return role === 'administrator' || role === 'auditor' ? {} : { _id: { $in: [] } }
}

/** What waits for somebody's act: plans to review for officers (never their own), corrections and acts of the day for an enterprise. */
export function waitingFilter({ id, role }: Actor): Filter {
  const notOwn = { submittedById: { $ne: id }, createdBy: { $ne: id } }
  if (role === 'county-officer') return { state: 'submitted', ...notOwn }
  if (role === 'administrator') return { state: 'county-passed', countyPassedById: { $ne: id }, ...notOwn }
  if (role === 'enterprise') return { state: { $in: ['draft', 'returned', 'filed', 'completed'] } }
  return { state: 'awaiting-assessment' }
}

const viewFilter = (view: ApprenticeshipView | undefined, actor: Actor): Filter =>
  view === 'mine'
    ? waitingFilter(actor)
    : view === 'training'
      ? { state: { $in: ['running', 'mid-checked'] } }
      : view === 'returned'
        ? { state: 'returned' }
        : {}

function searchFilter(q: string | undefined): Filter {
  if (!q) return {}
  const typed = pinyinTyped(q)
  const names = [
    { title: new RegExp(literal(q)) },
    { enterpriseName: new RegExp(literal(q)) },
    { institutionName: new RegExp(literal(q)) },
    { number: q.toUpperCase().replace(/\s/g, '') },
  ]
  return {
    $or: typed
      ? [
          ...names,
          { titlePinyin: new RegExp(`^${typed}`) },
          { titleInitials: new RegExp(`^${typed}`) },
          { enterpriseInitials: new RegExp(`^${typed}`) },
        ]
      : names,
  }
}

const filterOf = ({ q, region, state, view }: ApprenticeshipSearch, actor: Actor): Filter => ({
  $and: [
    scopeFilter(actor),
    viewFilter(view, actor),
    searchFilter(q),
    { ...(region && { region }), ...(state && { state }) },
  ],
})

export const apprenticeshipQueries = {
  count: (search: ApprenticeshipSearch, actor: Actor): Promise<number> =>
    Apprenticeship.countDocuments(filterOf(search, actor)),
  page: (search: ApprenticeshipSearch, actor: Actor, skip: number, limit: number): Promise<ApprenticeshipRecord[]> =>
    Apprenticeship.find(filterOf(search, actor))
      .sort({ startsOn: -1, _id: -1 })
      .skip(skip)
      .limit(limit)
      .lean<ApprenticeshipRecord[]>(),
  /** Plans that wait for a review, first come first served. */
  async queue(actor: Actor): Promise<string[]> {
    const rows = await Apprenticeship.find({
      $and: [scopeFilter(actor), waitingFilter(actor), { state: { $in: ['submitted', 'county-passed'] } }],
    })
      .sort({ submittedOn: 1, _id: 1 })
      .limit(1000)
      .select('_id')
      .lean<{ _id: string }[]>()
    return rows.map(({ _id }) => _id)
  },
}
