import { Certificate } from '../../papers/certificates/certificate.model.js'
import { Person } from '../../registry/people/person.model.js'
import { dayOf } from '../../shared/dates.js'
import { CourseRun, type CourseRunRecord } from '../../training/course-runs/course-run.model.js'
import { Enrolment, type EnrolmentRecord } from '../../training/enrolments/enrolment.model.js'
import { dueOn } from '../../workplace/apprentice-terms/apprentice-term.rules.js'
import { Apprentice, type ApprenticeRecord } from '../../workplace/apprentices/apprentice.model.js'
import { Apprenticeship, type ApprenticeshipRecord } from '../../workplace/apprenticeships/apprenticeship.model.js'
import { certificateStatesOf } from '../../papers/certificate-standing/certificate-states.queries.js'
import type { ApprenticeFacts, EnrolmentFacts, RunFacts } from '../verdicts/candidate-facts.rules.js'

const enrolmentFields =
  'courseRunId personId personName idMasked category tags state updatedAt attendedTheoryHours attendedPracticeHours theoryScore practiceScore completed completionReasons completedOn'
const runFields =
  'title state stateBefore filedOn closedOn startsOn endsOn organisationId organisationName region course'

/** The raw facts of some people, and nothing that was counted before: a settlement and a recount read the same. */
export async function factsOf(personIds: readonly string[]): Promise<Map<string, EnrolmentFacts[]>> {
  const ids = { $in: [...personIds] }
  const enrolments = await Enrolment.find({ personId: ids }).select(enrolmentFields).lean<EnrolmentRecord[]>()
  const runs = await runsOf(enrolments)
  const births = await Person.find({ _id: ids }).select('birthOn').lean<{ _id: string; birthOn?: string }[]>()
  const birthOf = new Map(births.map(({ _id, birthOn }) => [_id, birthOn]))
  const certificateOf = await certificatesOf(personIds)
  const facts = new Map<string, EnrolmentFacts[]>(personIds.map((id) => [id, []]))
  for (const enrolment of enrolments) {
    const run = runs.get(enrolment.courseRunId)
    if (run)
      facts.get(enrolment.personId)!.push({
        ...enrolmentFacts(enrolment),
        run,
        birthOn: birthOf.get(enrolment.personId),
        certificate: certificateOf.get(String(enrolment._id)) ?? 'none',
      })
  }
  return facts
}

const classFields =
  'title state stateBefore filedOn completedOn startsOn enterpriseId enterpriseName region occupationId occupationName lineage level'
/** An apprentice is a worker of the enterprise, whatever the person was before. */
const worker = 'G12'

/** The apprenticeships of the same people. */
export async function apprenticesOf(personIds: readonly string[]): Promise<Map<string, ApprenticeFacts[]>> {
  const apprentices = await Apprentice.find({ personId: { $in: [...personIds] } }).lean<ApprenticeRecord[]>()
  const classes = new Map(
    (
      await Apprenticeship.find({ _id: { $in: apprentices.map(({ apprenticeshipId }) => apprenticeshipId) } })
        .select(classFields)
        .lean<ApprenticeshipRecord[]>()
    ).map((one) => [String(one._id), { ...one, id: String(one._id) }]),
  )
  const certificates = await certificateStatesOf(apprentices.flatMap(({ certificateId }) => certificateId ?? []))
  const facts = new Map<string, ApprenticeFacts[]>()
  for (const {
    _id,
    personId,
    personName,
    idMasked,
    state,
    from,
    to,
    breaks,
    exitedOn,
    certificateId,
    assessment,
    apprenticeshipId,
  } of apprentices) {
    const one = classes.get(apprenticeshipId)
    if (!one) continue
    const fact: ApprenticeFacts = {
      id: String(_id),
      personId,
      personName,
      idMasked,
      category: worker,
      state,
      from,
      to: dueOn({ from, to, breaks: breaks ?? [] }),
      exitedOn,
      theoryScore: assessment?.theory,
      practiceScore: assessment?.practice,
      certificate: (certificateId && certificates.get(certificateId)) || 'none',
      one,
    }
    facts.set(personId, [...(facts.get(personId) ?? []), fact])
  }
  return facts
}

async function runsOf(enrolments: readonly EnrolmentRecord[]): Promise<Map<string, RunFacts>> {
  const ids = [...new Set(enrolments.map(({ courseRunId }) => courseRunId))]
  // Central teaching is part of an apprenticeship, which is a candidate itself: nobody counts twice for the same lessons.
  const runs = await CourseRun.find({ _id: { $in: ids }, 'course.programme': { $ne: 'apprenticeship' } })
    .select(runFields)
    .lean<CourseRunRecord[]>()
  return new Map(runs.map((run) => [String(run._id), { ...run, id: String(run._id) }]))
}

/** A replaced paper is followed by its successor, which names the same enrolment; one under review has no answer yet. */
async function certificatesOf(personIds: readonly string[]): Promise<Map<string, 'valid' | 'void'>> {
  const rows = await Certificate.find({
    personId: { $in: [...personIds] },
    sourceKind: 'course-run',
    state: { $ne: 'suspended' },
  })
    .select('lineId state')
    .lean<{ lineId: string; state: string }[]>()
  const found = new Map<string, 'valid' | 'void'>()
  for (const { lineId, state } of rows)
    if (state === 'issued' || !found.has(lineId)) found.set(lineId, state === 'issued' ? 'valid' : 'void')
  return found
}

function enrolmentFacts(row: EnrolmentRecord): Omit<EnrolmentFacts, 'run' | 'birthOn' | 'certificate'> {
  const hours = [row.attendedTheoryHours, row.attendedPracticeHours].filter(
    (one): one is number => typeof one === 'number',
  )
  return {
    id: String(row._id),
    personId: row.personId,
    personName: row.personName,
    idMasked: row.idMasked,
    category: row.category,
    tags: row.tags,
    state: row.state,
    completed: row.completed,
    completionReasons: row.completionReasons,
    completedOn: row.completedOn,
    theoryScore: row.theoryScore,
    practiceScore: row.practiceScore,
    ...(hours.length > 0 && { attendedHours: hours.reduce((sum, one) => sum + one, 0) }),
    ...(row.updatedAt && { leftOn: dayOf(row.updatedAt) }),
  }
}
