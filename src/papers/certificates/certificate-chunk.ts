import { newCode, newId } from '../../infra/ids.js'
import type { Infra } from '../../infra/infra.js'
import { Effect } from '../../infra/outbox/outbox.model.js'
import { Person, type PersonRecord } from '../../registry/people/person.model.js'
import { notFound } from '../../shared/errors.js'
import { isAppError } from '../../shared/errors.js'
import { CourseRun, type CourseRunRecord } from '../../training/course-runs/course-run.model.js'
import { Enrolment, type EnrolmentRecord } from '../../training/enrolments/enrolment.model.js'
import type { CertificateNumberService, Holder } from './certificate-number.service.js'
import { Certificate, CertificateBatch, CertificateToken, type CertificateBatchRecord } from './certificate.model.js'
import { checkPaper, renderPaper, type Paper } from './certificate-render.js'
import { holderVerdict } from './issue.rules.js'
import { completionFacts, levelFacts, type Issue, type Source } from './printed-facts.js'

/** Who signs the paper and from which series its number comes. Throws a refusal when the body may not issue. */
export type IssuerOf = (run: CourseRunRecord, family: 'level' | 'completion', issuedOn: string) => Promise<{ issuerId: string; issuerName: string; series: string }>

interface Needs extends Pick<Infra, 'clock' | 'files' | 'outbox' | 'publicUrl'> { numbers: CertificateNumberService; issuerOf: IssuerOf }
interface Refusal { enrolmentId: string; personName: string; code: string; details?: Record<string, unknown> }

export function paperOf(family: 'level' | 'completion', issue: Issue, source: Source): Paper {
  return family === 'level' ? { family, facts: levelFacts(issue, source) } : { family, facts: completionFacts(issue, source) }
}

/** Checks, numbers and renders a chunk; answers with the function that stores all of it inside one transaction. */
export function createChunkWriter({ clock, files, outbox, publicUrl, numbers, issuerOf }: Needs) {
  return async function prepare(batch: CertificateBatchRecord, chunk: number): Promise<() => Promise<void>> {
    const run = await CourseRun.findById(batch.courseRunId).lean<CourseRunRecord>()
    if (!run) throw notFound('course-run', batch.courseRunId)
    const { issuerId, issuerName, series } = await issuerOf(run, batch.family, batch.issuedOn)
    const trial: Issue = { number: `${series}000000`.slice(0, 22), token: 'X'.repeat(16), issuedOn: batch.issuedOn, issuerName, publicUrl }
    const { good, refusals } = await sift(batch, chunk, run, trial)
    const holder: Holder = { batchId: String(batch._id), chunk }
    const reserved = good.length > 0 ? await numbers.reserve(series, good.length, holder) : []
    const made = await Promise.all(good.map(async (source, i) => {
      const issue: Issue = { ...trial, number: reserved[i]!, token: newCode(16) }
      const paper = paperOf(batch.family, issue, source)
      const photo = source.person.photoFile ? (await files.get(source.person.photoFile)).bytes : undefined
      const { bytes, sha256 } = renderPaper({ ...paper, facts: { ...paper.facts, ...(photo && { photo }) } } as Paper)
      return { id: newId(), issue, source, paper, bytes, sha256 }
    }))

    return async () => {
      const now = clock.now()
      if (made.length > 0) {
        await Effect.insertMany(made.map(({ source }) => ({ _id: `certificate:${batch.family}:${source.enrolment._id}`, at: now })))
        await files.putMany(made.map(({ bytes, sha256 }) => ({ bytes, sha256, contentType: 'application/pdf' })))
        await CertificateToken.insertMany(made.map(({ id, issue }) => ({ _id: issue.token, certificateId: id })))
        await Certificate.insertMany(made.map(({ id, issue, source, paper, sha256 }) => ({
          _id: id, number: issue.number, token: issue.token, family: batch.family, state: 'issued', personId: source.person._id, enrolmentId: source.enrolment._id, courseRunId: run._id, batchId: batch._id,
          organisationId: issuerId, institutionId: run.organisationId, region: run.region, holderName: source.person.name, paper: paper.facts, photoFile: source.person.photoFile,
          occupationId: run.course.occupationId, lineage: run.course.lineage, level: run.course.level, issuedOn: batch.issuedOn, fileSha256: sha256, issuedAt: now,
          timeline: [{ act: 'issued', at: now, byId: batch.requestedBy, byName: issuerName }],
        })))
        await Enrolment.bulkWrite(made.map(({ id, source }) => ({ updateOne: { filter: { _id: String(source.enrolment._id) }, update: { $set: { certificateId: id } } } })))
        await numbers.markUsed(made.map(({ id, issue }) => ({ number: issue.number, certificateId: id })))
        await outbox.publish('person-times.settle-run', `${run._id}:certificates:${batch._id}:${chunk}`, { courseRunId: String(run._id) })
      }
      await numbers.voidRest(holder, 'not-used')
      await CertificateBatch.updateOne({ _id: batch._id }, { $inc: { issued: made.length, chunksDone: 1 }, $push: { refused: { $each: refusals } } })
    }
  }

  /** Parts those whose paper can be made from those who are refused, each with the reason. */
  async function sift(batch: CertificateBatchRecord, chunk: number, run: CourseRunRecord, trial: Issue): Promise<{ good: Source[]; refusals: Refusal[] }> {
    const ids = batch.enrolmentIds.slice(chunk * batch.chunkSize, (chunk + 1) * batch.chunkSize)
    const enrolments = await Enrolment.find({ _id: { $in: ids } }).sort({ _id: 1 }).lean<EnrolmentRecord[]>()
    const people = await Person.find({ _id: { $in: enrolments.map(({ personId }) => personId) } }).lean<PersonRecord[]>()
    const marks = await Effect.find({ _id: { $in: ids.map((id) => `certificate:${batch.family}:${id}`) } }).lean<{ _id: string }[]>()
    const personOf = new Map(people.map((person) => [String(person._id), person]))
    const issued = new Set(marks.map(({ _id }) => _id))
    const good: Source[] = []
    const refusals: Refusal[] = []
    for (const enrolment of enrolments) {
      const person = personOf.get(enrolment.personId)
      const refusal = person ? refusalOf({ run, enrolment, person }, batch.family, trial, issued.has(`certificate:${batch.family}:${enrolment._id}`)) : { code: 'person-missing' }
      if (refusal) refusals.push({ enrolmentId: String(enrolment._id), personName: enrolment.personName, ...refusal })
      else good.push({ run, enrolment, person: person! })
    }
    return { good, refusals }
  }
}

function refusalOf(source: Source, family: 'level' | 'completion', trial: Issue, alreadyIssued: boolean): Pick<Refusal, 'code' | 'details'> | undefined {
  const verdict = holderVerdict(source.enrolment, family, Boolean(source.person.photoFile), alreadyIssued)
  if (!verdict.ok) return { code: verdict.reason }
  try {
    checkPaper(paperOf(family, trial, source))
    return undefined
  } catch (error) {
    if (!isAppError(error)) throw error
    return { code: error.code, details: error.details }
  }
}
