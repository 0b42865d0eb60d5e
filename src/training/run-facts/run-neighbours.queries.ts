import type { Day } from '../../shared/dates.js'
import { Enrolment } from '../enrolments/enrolment.model.js'
import type { Lesson } from '../lessons/lesson.rules.js'
import { CourseRun, type CourseRunRecord, type CourseRunState } from '../course-runs/course-run.model.js'

const alive: CourseRunState[] = ['submitted', 'county-passed', 'filed', 'running']

/** Runs of the same institution whose dates meet these, to look for teachers in two classes. */
export async function otherRuns({
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

const namesShown = 5

export interface Overlap {
  id: string
  title: string
  organisationId: string
  region: string
  assessmentBodyId?: string
  people: number
  /** some of them, for whoever has to look them up */
  names: string[]
  from: Day
  to: Day
}

/** Runs that share trainees with this one on the same days (a typical finding of auditors). */
export async function overlapping({ _id, startsOn, endsOn }: CourseRunRecord): Promise<Overlap[]> {
  const personIds = await Enrolment.distinct('personId', { courseRunId: String(_id), state: 'enrolled' })
  if (personIds.length === 0) return []
  const shared = await Enrolment.aggregate<{ _id: string; people: number; names: string[] }>([
    { $match: { personId: { $in: personIds }, courseRunId: { $ne: String(_id) }, state: 'enrolled' } },
    { $group: { _id: '$courseRunId', people: { $sum: 1 }, names: { $push: '$personName' } } },
  ])
  const rows = await CourseRun.find({
    _id: { $in: shared.map((one) => one._id) },
    state: { $in: [...alive, 'awaiting-assessment', 'closed'] satisfies CourseRunState[] },
    startsOn: { $lte: endsOn },
    endsOn: { $gte: startsOn },
  })
    .select('title organisationId region assessmentBodyId startsOn endsOn')
    .lean<
      Pick<
        CourseRunRecord,
        '_id' | 'title' | 'organisationId' | 'region' | 'assessmentBodyId' | 'startsOn' | 'endsOn'
      >[]
    >()
  return rows.map((run) => {
    const { people, names } = shared.find((one) => one._id === run._id)!
    return {
      id: String(run._id),
      title: run.title,
      organisationId: run.organisationId,
      region: run.region,
      ...(run.assessmentBodyId && { assessmentBodyId: run.assessmentBodyId }),
      people,
      names: names.sort().slice(0, namesShown),
      from: run.startsOn > startsOn ? run.startsOn : startsOn,
      to: run.endsOn < endsOn ? run.endsOn : endsOn,
    }
  })
}
