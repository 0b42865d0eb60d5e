import { CourseRun, type CourseRunRecord } from '../../training/course-runs/course-run.model.js'
import { Enrolment, type EnrolmentRecord } from '../../training/enrolments/enrolment.model.js'
import { Certificate } from '../certificates/certificate.model.js'
import { countedHours, courseStanding, type Achievement } from './achievement.rules.js'

const enrolmentFields = 'courseRunId personId state completed completedOn attendedTheoryHours attendedPracticeHours'
const runFields = 'title state startsOn endsOn closedOn region organisationName course'
type Paper = { id: string; state: 'none' | 'issued' | 'suspended' | 'revoked'; number?: string }

/** Courses of some people; a completion certificate is the evidence of its course, not a second result. */
export async function courseAchievements(personIds: readonly string[]): Promise<Achievement[]> {
  const enrolments = await Enrolment.find({ personId: { $in: [...personIds] } })
    .select(enrolmentFields)
    .lean<EnrolmentRecord[]>()
  const ids = [...new Set(enrolments.map(({ courseRunId }) => courseRunId))]
  const runs = await CourseRun.find({ _id: { $in: ids } })
    .select(runFields)
    .lean<CourseRunRecord[]>()
  const runOf = new Map(runs.map((run) => [String(run._id), run]))
  const paperOf = await completionPapers(personIds)
  return enrolments.flatMap((enrolment) => {
    const run = runOf.get(enrolment.courseRunId)
    const isFiled = run && !['draft', 'submitted', 'county-passed', 'returned'].includes(run.state)
    return isFiled ? [achievementOf(enrolment, run, paperOf.get(String(enrolment._id)))] : []
  })
}

function achievementOf(enrolment: EnrolmentRecord, run: CourseRunRecord, paper: Paper | undefined): Achievement {
  const { course } = run
  const plannedHours = course.theoryHours + course.practiceHours
  const kept = [enrolment.attendedTheoryHours, enrolment.attendedPracticeHours].filter(
    (one): one is number => typeof one === 'number',
  )
  const attended = kept.length > 0 ? { attendedHours: kept.reduce((sum, one) => sum + one, 0) } : {}
  return {
    key: `course:${enrolment._id}`,
    personId: enrolment.personId,
    kind: course.programme === 'new-citizen' ? 'quality-course' : 'course',
    title: run.title,
    source: run.organisationName,
    on: enrolment.completedOn ?? run.closedOn ?? run.endsOn,
    grade: 'issued',
    hours: countedHours({ plannedHours }, attended),
    region: run.region,
    courseRunId: enrolment.courseRunId,
    ...(course.level && { level: course.level }),
    ...(course.lineage && { lineage: course.lineage }),
    ...(course.occupationName && { occupation: course.occupationName }),
    ...(paper && { certificateId: paper.id, ...(paper.number && { number: paper.number }) }),
    ...courseStanding(
      { state: run.state, programme: course.programme, plannedHours },
      { state: enrolment.state, completed: enrolment.completed ?? null, ...attended },
      paper?.state ?? 'none',
    ),
  }
}

/** By enrolment: the paper that holds, else the last one that did. */
async function completionPapers(personIds: readonly string[]): Promise<Map<string, Paper>> {
  const filter = {
    personId: { $in: [...personIds] },
    family: 'completion' as const,
    sourceKind: 'course-run' as const,
    state: { $ne: 'superseded' as const },
  }
  const rows = await Certificate.find(filter)
    .select('lineId state number')
    .sort({ issuedAt: 1 })
    .lean<{ _id: string; lineId: string; state: Paper['state']; number: string }[]>()
  const found = new Map<string, Paper>()
  for (const { _id, lineId, state, number } of rows)
    if (state === 'issued' || found.get(lineId)?.state !== 'issued') found.set(lineId, { id: _id, state, number })
  return found
}
