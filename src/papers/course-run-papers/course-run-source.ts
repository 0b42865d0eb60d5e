import type { Outbox } from '../../infra/outbox/outbox.js'
import { CourseRun, type CourseRunRecord } from '../../training/course-runs/course-run.model.js'
import { Enrolment, type EnrolmentRecord } from '../../training/enrolments/enrolment.model.js'
import type { CertificateSource, Holding, OpenSource } from '../certificate-sources/certificate-source.js'
import { runPaper } from './course-run-facts.js'
import type { IssuerOf } from './course-run-issuer.js'
import { enrolmentFault, familiesOf, isMainFamily, mayIssue, seesRun } from './course-run-source.rules.js'
import { holdersById } from '../certificate-sources/holders.queries.js'

/** Certificates of a course run: one line for each enrolment. */
export function createCourseRunSource({ outbox, issuerOf }: { outbox: Outbox; issuerOf: IssuerOf }): OpenSource {
  return async (id) => {
    const run = await CourseRun.findById(id).lean<CourseRunRecord>()
    return run ? sourceOf(run) : undefined
  }

  function sourceOf(run: CourseRunRecord): CertificateSource {
    const courseRunId = String(run._id)
    const settledOn = run.state === 'closed' ? run.closedOn : undefined
    return {
      head: {
        kind: 'course-run',
        id: courseRunId,
        title: run.title,
        organisationId: run.organisationId,
        region: run.region,
        families: familiesOf(run),
        ...(settledOn && { settledOn }),
        ...(run.assessmentBodyName && { issuerName: run.assessmentBodyName }),
        size: run.enrolled,
      },
      sees: (actor) => seesRun(actor, run),
      mayIssue: (actor, family) => mayIssue(actor, run, family),
      issuer: (family, issuedOn) => issuerOf(run, family, issuedOn),
      earned: async () =>
        (
          await Enrolment.find({ courseRunId, state: 'enrolled', completed: true })
            .sort({ _id: 1 })
            .select('_id')
            .lean<{ _id: string }[]>()
        ).map(({ _id }) => _id),
      holdings: (family, lineIds) => holdingsOf(run, family, lineIds),
      async papersMade(family, papers) {
        if (!isMainFamily(run, family)) return
        await Enrolment.bulkWrite(
          papers.map(({ lineId, certificateId }) => ({
            updateOne: { filter: { _id: lineId }, update: { $set: { certificateId } } },
          })),
        )
      },
      async paperChanged(family, lineId, before, after) {
        if (!isMainFamily(run, family)) return
        if (after)
          await Enrolment.updateOne(
            { _id: lineId, certificateId: { $in: [before, null] } },
            { $set: { certificateId: after } },
          )
        else await Enrolment.updateOne({ _id: lineId, certificateId: before }, { $unset: { certificateId: 1 } })
      },
      countAgain: (effect) => outbox.publish('person-times.settle-run', `${courseRunId}:${effect}`, { courseRunId }),
    }
  }
}

async function holdingsOf(run: CourseRunRecord, family: string, lineIds: readonly string[]): Promise<Holding[]> {
  const enrolments = await Enrolment.find({ _id: { $in: [...lineIds] } }).lean<EnrolmentRecord[]>()
  const people = await holdersById(enrolments.map(({ personId }) => personId))
  const { occupationId, lineage, level } = run.course
  return enrolments.flatMap((enrolment) => {
    const person = people.get(enrolment.personId)
    if (!person) return []
    const fault = enrolmentFault(enrolment, family, Boolean(person.photoFile))
    return [
      {
        lineId: String(enrolment._id),
        person,
        paper: (issue) => runPaper(family, issue, { run, enrolment, person }),
        ...(fault && { fault }),
        record: {
          institutionId: run.organisationId,
          region: run.region,
          occupationId,
          lineage,
          ...(family === 'level' && { level }),
        },
      } satisfies Holding,
    ]
  })
}
