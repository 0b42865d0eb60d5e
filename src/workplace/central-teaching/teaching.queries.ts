import { CourseRun, type CourseRunRecord } from '../../training/course-runs/course-run.model.js'
import { Enrolment, type EnrolmentRecord } from '../../training/enrolments/enrolment.model.js'
import { TeachingLink, type TeachingLinkRecord } from './teaching-link.model.js'

export type TaughtRun = Pick<
  CourseRunRecord,
  'number' | 'title' | 'state' | 'startsOn' | 'endsOn' | 'enrolled' | 'course' | 'lessons'
> & { _id: string }
const fields = 'number title state startsOn endsOn enrolled course lessons'

export const teachingQueries = {
  async runsOf(apprenticeshipId: string): Promise<TaughtRun[]> {
    const links = await TeachingLink.find({ apprenticeshipId }).lean<TeachingLinkRecord[]>()
    return CourseRun.find({ _id: { $in: links.map(({ _id }) => String(_id)) } })
      .select(fields)
      .sort({ startsOn: 1, _id: 1 })
      .lean<TaughtRun[]>()
  },
  /** Runs of the institution for apprentices that teach no class yet. */
  async freeRuns(organisationId: string): Promise<TaughtRun[]> {
    const runs = await CourseRun.find({
      organisationId,
      'course.programme': 'apprenticeship',
      state: { $nin: ['closed', 'withdrawn', 'rejected'] },
    })
      .select(fields)
      .sort({ startsOn: -1, _id: 1 })
      .limit(200)
      .lean<TaughtRun[]>()
    const taken = new Set(await TeachingLink.distinct('_id', { _id: { $in: runs.map(({ _id }) => _id) } }))
    return runs.filter(({ _id }) => !taken.has(_id))
  },
  /** Hours of central teaching that each person has attended in the runs of a class; nobody stands here of whom nothing is recorded. */
  async attendedHours(apprenticeshipId: string): Promise<Map<string, number>> {
    const runIds = await TeachingLink.distinct('_id', { apprenticeshipId })
    const rows = await Enrolment.find({ courseRunId: { $in: runIds }, state: 'enrolled' })
      .select('personId attendedTheoryHours attendedPracticeHours')
      .lean<EnrolmentRecord[]>()
    const tenths = new Map<string, number>()
    for (const { personId, attendedTheoryHours, attendedPracticeHours } of rows) {
      if (typeof attendedTheoryHours !== 'number' && typeof attendedPracticeHours !== 'number') continue
      tenths.set(
        personId,
        (tenths.get(personId) ?? 0) + Math.round(((attendedTheoryHours ?? 0) + (attendedPracticeHours ?? 0)) * 10),
      )
    }
    return new Map([...tenths].map(([personId, sum]) => [personId, sum / 10]))
  },
}
