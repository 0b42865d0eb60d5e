import { monthOf, type Day } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { pinyinTyped } from '../../shared/pinyin.js'
import { literal } from '../../shared/text.js'
import type { CourseRunState } from '../course-runs/course-run.model.js'

export const runViews = ['mine', 'training', 'ending', 'returned'] as const
export type RunView = (typeof runViews)[number]
export const runSorts = ['-startsOn', 'startsOn', '-enrolled', 'enrolled'] as const

export interface RunSearch {
  q?: string
  region?: string
  state?: CourseRunState
  month?: string
  view?: RunView
  programme?: string
  funding?: string
  course?: string
  sort?: (typeof runSorts)[number]
}

type Filter = Record<string, unknown>
const nothing: Filter = { _id: { $in: [] } }

/** What somebody may see at all. */
export function scopeFilter({ role, organisationId, region }: Actor): Filter {
  if (role === 'institution-manager' || role === 'institution-clerk')
    return { organisationId: organisationId ?? 'none' }
  if (role === 'assessment-body') return { assessmentBodyId: organisationId ?? 'none', state: { $ne: 'draft' } }
  if (role === 'county-officer') return { region: region ?? 'none' }
  return role === 'administrator' || role === 'auditor' ? {} : nothing
}

/** What waits for somebody's act: reviews and changes for officers (never their own), corrections for an institution. */
export function waitingFilter({ id, role }: Actor): Filter {
  const change = { 'changeRequest.requestedById': { $nin: [null, id] }, state: { $in: ['filed', 'running'] } }
  const notOwn = { submittedById: { $ne: id }, createdBy: { $ne: id } }
  if (role === 'county-officer') return { $or: [{ state: 'submitted', ...notOwn }, change] }
  if (role === 'administrator')
    return { $or: [{ state: 'county-passed', countyPassedById: { $ne: id }, ...notOwn }, change] }
  if (role === 'assessment-body') return { state: 'awaiting-assessment' }
  return { state: { $in: ['draft', 'returned', 'awaiting-assessment'] } }
}

function viewFilter(view: RunView | undefined, actor: Actor, today: Day): Filter {
  if (view === 'mine') return waitingFilter(actor)
  if (view === 'training') return { state: 'running' }
  if (view === 'returned') return { state: 'returned' }
  return view === 'ending'
    ? {
        endsOn: { $gte: `${monthOf(today)}-01`, $lte: `${monthOf(today)}-31` },
        state: { $in: ['running', 'awaiting-assessment', 'closed'] },
      }
    : {}
}

function searchFilter(q: string | undefined): Filter {
  if (!q) return {}
  const typed = pinyinTyped(q)
  const number = q.toUpperCase().replace(/\s/g, '')
  const names = [
    { title: new RegExp(literal(q)) },
    { organisationName: new RegExp(literal(q)) },
    { number: new RegExp(`^${literal(number)}|-${literal(number)}`) },
  ]
  return {
    $or: typed
      ? [
          ...names,
          { titlePinyin: new RegExp(`^${typed}`) },
          { titleInitials: new RegExp(`^${typed}`) },
          { organisationInitials: new RegExp(`^${typed}`) },
        ]
      : names,
  }
}

export function filterOf(search: RunSearch, actor: Actor, today: Day): Filter {
  const { q, region, state, month, view, programme, funding, course } = search
  const fields = {
    ...(region && { region }),
    ...(state && { state }),
    ...(month && { startsOn: { $gte: `${month}-01`, $lte: `${month}-31` } }),
    ...(programme && { 'course.programme': programme }),
    ...(funding && { 'course.funding': funding }),
    ...(course && { courseId: course }),
  }
  return { $and: [scopeFilter(actor), viewFilter(view, actor, today), searchFilter(q), fields] }
}
