import { Occupation } from '../../registry/occupations/occupation.model.js'
import { Course } from '../../training/courses/course.model.js'
import { CourseRun, type CourseRunRecord } from '../../training/course-runs/course-run.model.js'
import { Organisation } from '../../registry/organisations/organisation.model.js'
import { literal } from '../../shared/text.js'

export interface FieldCount {
  field: string
  courses: number
  runs: number
  names: string[]
}
export interface OpenCourse {
  id: string
  title: string
  institution: string
  hours: number
  feeFen: number
  funding: string
  level?: number
  next?: { startsOn: string; region: string; place: string }
}
export interface CourseSearch {
  q?: string
  field?: string
  region?: string
}

/** What anybody may see: active courses and filed runs that have not begun. No personal data. */
export const portalQueries = {
  async fields(today: string): Promise<FieldCount[]> {
    const occupations = await Occupation.find()
      .select('field name')
      .lean<{ _id: string; field?: string; name: string }[]>()
    const fieldOf = new Map(occupations.map(({ _id, field }) => [_id, field ?? 'other']))
    const courses = await Course.aggregate<{ _id: string; count: number; name: string }>([
      { $match: { state: 'active', occupationId: { $ne: null } } },
      { $group: { _id: '$occupationId', count: { $sum: 1 }, name: { $first: '$occupationName' } } },
      { $sort: { count: -1, _id: 1 } },
    ])
    const runs = await CourseRun.aggregate<{ _id: string; count: number }>([
      { $match: { state: 'filed', startsOn: { $gte: today } } },
      { $group: { _id: '$course.occupationId', count: { $sum: 1 } } },
    ])
    const counts = new Map<string, FieldCount>()
    const at = (occupationId: string) => {
      const field = fieldOf.get(occupationId) ?? 'other'
      if (!counts.has(field)) counts.set(field, { field, courses: 0, runs: 0, names: [] })
      return counts.get(field)!
    }
    for (const { _id, count, name } of courses) {
      const row = at(_id)
      row.courses += count
      if (row.names.length < 3 && !row.names.includes(name)) row.names.push(name)
    }
    for (const { _id, count } of runs) if (_id) at(_id).runs += count
    return [...counts.values()]
      .filter(({ courses: n }) => n > 0)
      .sort((a, b) => b.runs - a.runs || b.courses - a.courses || (a.field < b.field ? -1 : 1))
  },
  openRuns: (today: string): Promise<CourseRunRecord[]> =>
    CourseRun.find({ state: 'filed', startsOn: { $gte: today } })
      .sort({ startsOn: 1 })
      .limit(5)
      .lean<CourseRunRecord[]>(),

  countCourses: async (search: CourseSearch, today: string): Promise<number> =>
    Course.countDocuments(await courseFilter(search, today)),

  /** A page of the courses: those that begin soonest first, then those without a date by their titles. */
  async courses(search: CourseSearch, today: string, skip: number, limit: number): Promise<OpenCourse[]> {
    const [found, nextOf] = [
      await Course.find(await courseFilter(search, today))
        .sort({ title: 1, _id: 1 })
        .select('_id')
        .lean<{ _id: string }[]>(),
      await nextRuns(today),
    ]
    const startOf = (id: string) => nextOf.get(id)?.startsOn ?? '9999-12-31'
    const ids = found
      .map(({ _id }) => _id)
      .sort((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0))
      .slice(skip, skip + limit)
    const courses = await Course.find({ _id: { $in: ids } }).lean()
    const organisations = await Organisation.find({ _id: { $in: courses.map(({ organisationId }) => organisationId) } })
      .select('name')
      .lean<{ _id: string; name: string }[]>()
    const nameOf = new Map(organisations.map(({ _id, name }) => [_id, name]))
    return courses
      .map((course) => ({
        id: String(course._id),
        title: course.title,
        institution: nameOf.get(course.organisationId) ?? '',
        hours: course.theoryHours + course.practiceHours,
        feeFen: course.feeFen,
        funding: course.funding,
        ...(course.level && { level: course.level }),
        ...(nextOf.has(String(course._id)) && { next: nextOf.get(String(course._id))! }),
      }))
      .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  },
}

/** The next filed run of each course that has one. */
async function nextRuns(today: string): Promise<Map<string, NonNullable<OpenCourse['next']>>> {
  const next = await CourseRun.aggregate<{ _id: string; startsOn: string; region: string; place: string }>([
    { $match: { state: 'filed', startsOn: { $gte: today } } },
    { $sort: { startsOn: 1, _id: 1 } },
    {
      $group: {
        _id: '$courseId',
        startsOn: { $first: '$startsOn' },
        region: { $first: '$region' },
        place: { $first: '$place' },
      },
    },
  ])
  return new Map(next.map((run) => [run._id, run]))
}

async function courseFilter({ q, field, region }: CourseSearch, today: string): Promise<Record<string, unknown>> {
  const all: Record<string, unknown>[] = [{ state: 'active' }]
  if (field)
    all.push({
      occupationId: {
        $in: (await Occupation.find({ field }).select('_id').lean<{ _id: string }[]>()).map(({ _id }) => _id),
      },
    })
  if (region)
    all.push({
      _id: { $in: await CourseRun.distinct('courseId', { region, state: 'filed', startsOn: { $gte: today } }) },
    })
  if (q) {
    const like = new RegExp(literal(q))
    const named = await Organisation.find({ name: like }).select('_id').limit(50).lean<{ _id: string }[]>()
    all.push({
      $or: [
        { title: like },
        { occupationName: like },
        { titlePinyin: new RegExp(`^${literal(q.toLowerCase())}`) },
        { organisationId: { $in: named.map(({ _id }) => _id) } },
      ],
    })
  }
  return { $and: all }
}
