import { Organisation } from '../../registry/organisations/organisation.model.js'
import type { Day } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { CourseRun, type CourseRunRecord } from './course-run.model.js'
import { otherRuns, overlapping } from '../run-facts/run-neighbours.queries.js'
import { filterOf, scopeFilter, waitingFilter, type RunSearch } from '../run-lists/run-search.queries.js'

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

/** Approved bodies that examine; which of them may examine a certain course is the licence's answer. */
export const assessmentBodies = (): Promise<{ _id: string }[]> =>
  Organisation.find({ capabilities: 'assessment-body', state: 'approved' })
    .sort({ name: 1 })
    .select('_id')
    .lean<{ _id: string }[]>()
