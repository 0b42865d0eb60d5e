import { PersonTime } from '../../counting/person-times/person-time.model.js'
import { Certificate, type CertificateRecord } from '../../papers/certificates/certificate.model.js'
import { scopeOf, type Actor } from '../../shared/permissions.js'
import { CourseRun } from '../../training/course-runs/course-run.model.js'
import { Enrolment } from '../../training/enrolments/enrolment.model.js'

export interface PersonFile {
  enrolments: {
    id: string
    courseRunId: string
    title: string
    organisationName: string
    startsOn: string
    endsOn: string
    outcome: 'withdrawn' | 'completed' | 'not-completed' | 'in-training'
  }[]
  certificates: {
    id: string
    number: string
    issuedOn: string
    state: CertificateRecord['state']
    expiresOn?: string
  }[]
  verdicts: { id: string; verdict: string }[]
}

const most = 100

/** One person's courses, certificates and verdicts, newest first, within the bounds of whoever looks. */
export async function personFileOf(personId: string, actor: Actor): Promise<PersonFile> {
  const { organisationId, region } = scopeOf(actor)
  const own = { ...(organisationId && { organisationId }), ...(region && { region }) }
  const rows = await Enrolment.find({ personId, ...own })
    .sort({ createdAt: -1 })
    .limit(most)
    .lean()
  const runs = await CourseRun.find({ _id: { $in: rows.map(({ courseRunId }) => courseRunId) } })
    .select('title organisationName startsOn endsOn')
    .lean()
  const runOf = new Map(runs.map((run) => [String(run._id), run]))
  const certificates = await Certificate.find({
    personId,
    ...(region && { region }),
    ...(organisationId && { $or: [{ organisationId }, { institutionId: organisationId }] }),
  })
    .sort({ issuedOn: -1 })
    .limit(most)
    .lean()
  const verdicts = await PersonTime.find({ personId, ...own })
    .select('verdict')
    .limit(most)
    .lean<{ _id: string; verdict: string }[]>()
  return {
    enrolments: rows.map((row) => {
      const run = runOf.get(row.courseRunId)
      const outcome =
        row.state === 'withdrawn'
          ? ('withdrawn' as const)
          : row.completed === true
            ? ('completed' as const)
            : row.completed === false
              ? ('not-completed' as const)
              : ('in-training' as const)
      return {
        id: String(row._id),
        courseRunId: row.courseRunId,
        title: run?.title ?? '',
        organisationName: run?.organisationName ?? '',
        startsOn: run?.startsOn ?? '',
        endsOn: run?.endsOn ?? '',
        outcome,
      }
    }),
    certificates: certificates.map(({ _id, number, issuedOn, state, expiresOn }) => ({
      id: String(_id),
      number,
      issuedOn,
      state,
      ...(expiresOn && { expiresOn }),
    })),
    verdicts: verdicts.map(({ _id, verdict }) => ({ id: _id, verdict })),
  }
}
