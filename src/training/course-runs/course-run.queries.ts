import { Organisation } from '../../registry/organisations/organisation.model.js'
import { monthOf, type Day } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { pinyinTyped } from '../../shared/pinyin.js'
import { Enrolment } from '../enrolments/enrolment.model.js'
import type { Lesson } from '../lessons/lesson.rules.js'
import { CourseRun, type CourseRunRecord, type CourseRunState } from './course-run.model.js'

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
export type RunRow = Pick<
  CourseRunRecord,
  | 'number'
  | 'title'
  | 'organisationName'
  | 'region'
  | 'startsOn'
  | 'endsOn'
  | 'enrolled'
  | 'capacity'
  | 'state'
  | 'course'
  | 'filedOn'
  | 'closedOn'
  | 'place'
  | 'changeRequest'
> & { _id: string }

type Filter = Record<string, unknown>
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
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

const rowFields =
  'number title organisationName region startsOn endsOn enrolled capacity state course filedOn closedOn place changeRequest'
const sorts: Record<string, Record<string, 1 | -1>> = {
  '-startsOn': { startsOn: -1 },
  startsOn: { startsOn: 1 },
  '-enrolled': { enrolled: -1 },
  enrolled: { enrolled: 1 },
}

export const courseRunQueries = {
  count: (search: RunSearch, actor: Actor, today: Day): Promise<number> =>
    CourseRun.countDocuments(filterOf(search, actor, today)),
  page: (search: RunSearch, actor: Actor, today: Day, skip: number, limit: number): Promise<RunRow[]> =>
    CourseRun.find(filterOf(search, actor, today))
      .sort({ ...sorts[search.sort ?? '-startsOn'], _id: -1 })
      .skip(skip)
      .limit(limit)
      .select(rowFields)
      .lean<RunRow[]>(),

  /** Reviews that wait, first come first served: the list behind 第 1 件，共 9 件. */
  async queue(actor: Actor): Promise<string[]> {
    const rows = await CourseRun.find({
      $and: [scopeFilter(actor), waitingFilter(actor), { state: { $in: ['submitted', 'county-passed'] } }],
    })
      .sort({ submittedOn: 1, _id: 1 })
      .limit(1000)
      .select('_id')
      .lean<{ _id: string }[]>()
    return rows.map(({ _id }) => _id)
  },
  rows: (ids: readonly string[], actor: Actor): Promise<CourseRunRecord[]> =>
    CourseRun.find({ $and: [scopeFilter(actor), { _id: { $in: [...ids] } }] })
      .sort({ startsOn: 1, _id: 1 })
      .limit(1000)
      .lean<CourseRunRecord[]>(),
  ids: async (search: RunSearch, actor: Actor, today: Day): Promise<string[]> =>
    (
      await CourseRun.find(filterOf(search, actor, today))
        .sort({ startsOn: 1, _id: 1 })
        .limit(1000)
        .select('_id')
        .lean<{ _id: string }[]>()
    ).map(({ _id }) => _id),
  ofCourse: (courseId: string, actor: Actor): Promise<RunRow[]> =>
    CourseRun.find({ $and: [scopeFilter(actor), { courseId }] })
      .sort({ startsOn: -1, _id: -1 })
      .limit(100)
      .select(rowFields)
      .lean<RunRow[]>(),
  /** The last run of the course, from which a new one takes place, teachers and number. */
  lastOf: (courseId: string): Promise<CourseRunRecord | null> =>
    CourseRun.findOne({ courseId }).sort({ createdAt: -1 }).lean<CourseRunRecord>(),
  otherRuns,
  overlapping,
}

const alive: CourseRunState[] = ['submitted', 'county-passed', 'filed', 'running']

/** Runs of the same institution whose dates meet these, to look for teachers in two classes. */
async function otherRuns({
  _id,
  organisationId,
  startsOn,
  endsOn,
}: CourseRunRecord): Promise<{ run: string; lessons: Lesson[] }[]> {
  const rows = await CourseRun.find({
    _id: { $ne: String(_id) },
    organisationId,
    state: { $in: alive },
    startsOn: { $lte: endsOn },
    endsOn: { $gte: startsOn },
  })
    .select('title lessons')
    .limit(200)
    .lean<{ title: string; lessons: Lesson[] }[]>()
  return rows.map(({ title, lessons }) => ({ run: title, lessons }))
}

export interface Overlap {
  id: string
  title: string
  people: number
  from: Day
  to: Day
}

/** Runs that share trainees with this one on the same days (a typical finding of auditors). */
async function overlapping({ _id, startsOn, endsOn }: CourseRunRecord): Promise<Overlap[]> {
  const personIds = await Enrolment.distinct('personId', { courseRunId: String(_id), state: 'enrolled' })
  if (personIds.length === 0) return []
  const shared = await Enrolment.aggregate<{ _id: string; people: number }>([
    { $match: { personId: { $in: personIds }, courseRunId: { $ne: String(_id) }, state: 'enrolled' } },
    { $group: { _id: '$courseRunId', people: { $sum: 1 } } },
  ])
  const rows = await CourseRun.find({
    _id: { $in: shared.map((one) => one._id) },
    state: { $in: [...alive, 'awaiting-assessment', 'closed'] satisfies CourseRunState[] },
    startsOn: { $lte: endsOn },
    endsOn: { $gte: startsOn },
  })
    .select('title startsOn endsOn')
    .lean<{ _id: string; title: string; startsOn: Day; endsOn: Day }[]>()
  return rows.map((run) => ({
    id: run._id,
    title: run.title,
    people: shared.find((one) => one._id === run._id)!.people,
    from: run.startsOn > startsOn ? run.startsOn : startsOn,
    to: run.endsOn < endsOn ? run.endsOn : endsOn,
  }))
}

/** Approved bodies that examine; which of them may examine a certain course is the licence's answer. */
export const assessmentBodies = (): Promise<{ _id: string }[]> =>
  Organisation.find({ capabilities: 'assessment-body', state: 'approved' })
    .sort({ name: 1 })
    .select('_id')
    .lean<{ _id: string }[]>()
