import { Person } from '../../registry/people/person.model.js'
import { CourseRun, type CourseRunRecord } from '../../training/course-runs/course-run.model.js'
import { apprenticeshipsOfPerson } from '../../workplace/apprentices/apprentice.queries.js'
import { Enrolment, type EnrolmentRecord } from '../../training/enrolments/enrolment.model.js'

export interface OwnCourse {
  enrolment: EnrolmentRecord
  run: CourseRunRecord
}
export interface Holder {
  name: string
  idMasked: string
}

export type OwnApprenticeship = Awaited<ReturnType<typeof apprenticeshipsOfPerson>>[number]

/** Reads of the person who is signed in, and of nobody else. */
export const ownQueries = {
  person: (personId: string): Promise<Holder | null> =>
    Person.findById(personId).select('name idMasked').lean<Holder>(),
  /** The one that goes on or was last; its page tells of the earlier ones. */
  apprenticeship: async (personId: string): Promise<OwnApprenticeship | undefined> =>
    (await apprenticeshipsOfPerson(personId))[0],
  /** Newest first; lessons, because the next one stands at the top. */
  async courses(personId: string): Promise<OwnCourse[]> {
    const enrolments = await Enrolment.find({ personId }).sort({ createdAt: -1 }).limit(50).lean<EnrolmentRecord[]>()
    const runs = await CourseRun.find({ _id: { $in: enrolments.map(({ courseRunId }) => courseRunId) } })
      .select('title state closedOn startsOn endsOn place organisationName course lessons')
      .lean<CourseRunRecord[]>()
    const runOf = new Map(runs.map((run) => [String(run._id), run]))
    return enrolments
      .flatMap((enrolment) =>
        runOf.has(enrolment.courseRunId) ? [{ enrolment, run: runOf.get(enrolment.courseRunId)! }] : [],
      )
      .sort((a, b) => (a.run.startsOn < b.run.startsOn ? 1 : -1))
  },
}
