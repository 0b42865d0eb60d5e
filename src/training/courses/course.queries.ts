import { scopeOf, type Actor } from '../../shared/permissions.js'
import { pinyinTyped } from '../../shared/pinyin.js'
import { literal } from '../../shared/text.js'
import { Course, type CourseRecord, type CourseState } from './course.model.js'
import type { CourseSearch } from './course.forms.js'

type Filter = Record<string, unknown>
function scopeFilter(actor: Actor): Filter {
  if (actor.role === 'assessment-body') return { state: { $ne: 'draft' } }
  const { organisationId, region } = scopeOf(actor)
  return { ...(organisationId && { organisationId }), ...(region && { region }) }
}

function searchFilter(q: string | undefined): Filter {
  if (!q) return {}
  const typed = pinyinTyped(q)
  const names = [
    { title: new RegExp(literal(q)) },
    { organisationName: new RegExp(literal(q)) },
    { number: new RegExp(`^${literal(q.toUpperCase())}|-${literal(q)}`) },
  ]
  return {
    $or: typed
      ? [...names, { titlePinyin: new RegExp(`^${typed}`) }, { titleInitials: new RegExp(`^${typed}`) }]
      : names,
  }
}

const filterOf = ({ q, state, programme, funding }: CourseSearch, actor: Actor): Filter => ({
  $and: [
    scopeFilter(actor),
    searchFilter(q),
    { ...(state && { state }), ...(programme && { programme }), ...(funding && { funding }) },
  ],
})

export const courseQueries = {
  count: (search: CourseSearch, actor: Actor): Promise<number> => Course.countDocuments(filterOf(search, actor)),
  page: (search: CourseSearch, actor: Actor, skip: number, limit: number): Promise<CourseRecord[]> =>
    Course.find(filterOf(search, actor))
      .sort({ createdAt: -1, _id: -1 })
      .skip(skip)
      .limit(limit)
      .lean<CourseRecord[]>(),
  /** Courses that a new run may start from. */
  active: (actor: Actor): Promise<CourseRecord[]> =>
    Course.find({ $and: [scopeFilter(actor), { state: 'active' satisfies CourseState }] })
      .sort({ createdAt: -1 })
      .limit(200)
      .lean<CourseRecord[]>(),
}
