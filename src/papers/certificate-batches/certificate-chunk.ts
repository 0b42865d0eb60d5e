import type { Infra } from '../../infra/infra.js'
import { Effect } from '../../infra/outbox/outbox.model.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import { notFound } from '../../shared/errors.js'
import { CourseRun, type CourseRunRecord } from '../../training/course-runs/course-run.model.js'
import { Enrolment } from '../../training/enrolments/enrolment.model.js'
import type { CertificateNumberService, Holder } from '../certificate-numbers/certificate-number.service.js'
import { createCertificateMaker, type Draft, type Edition, type Issuer } from '../certificates/certificate-maker.js'
import type { IssuedFamily } from '../certificates/certificate.model.js'
import { tellHolders } from '../certificates/holder-news.js'
import { chunkId, CertificateChunk, type CertificateBatchRecord, type CertificateChunkRecord } from './certificate-batch.model.js'
import { refusalOf, siftHolders, type Refusal } from './certificate-sift.js'
import { effectOf, isMainFamily } from './issue.rules.js'

/** Who signs the paper and from which series its number comes. Throws a refusal when the body may not issue. */
export type IssuerOf = (run: CourseRunRecord, family: 'level' | 'completion', issuedOn: string) => Promise<Issuer>

export interface ChunkNeeds extends Pick<Infra, 'clock' | 'files' | 'publicUrl'> { numbers: CertificateNumberService; issuerOf: IssuerOf; notifications: NotificationService }
interface Outcome { run: CourseRunRecord; edition?: Edition; drafts: Draft[]; refusals: Refusal[] }

/** Checks, numbers and renders a chunk; answers with the function that stores all of it inside one transaction. */
export function createChunkWriter({ clock, files, publicUrl, numbers, issuerOf, notifications }: ChunkNeeds) {
  const maker = createCertificateMaker({ clock, files, publicUrl })

  return async function prepare(batch: CertificateBatchRecord, chunk: CertificateChunkRecord): Promise<() => Promise<void>> {
    const holder: Holder = { batchId: String(batch._id), chunk: chunk.chunk }
    const outcome = await make(batch, chunk, holder)
    return async () => {
      if (outcome.edition && outcome.drafts.length > 0) await store(batch, outcome, outcome.edition)
      await numbers.voidRest(holder)
      await CertificateChunk.updateOne({ _id: chunkId(holder.batchId, holder.chunk) }, { $set: { issued: outcome.drafts.length, refused: outcome.refusals } })
    }
  }

  async function make(batch: CertificateBatchRecord, chunk: CertificateChunkRecord, holder: Holder): Promise<Outcome> {
    const run = await CourseRun.findById(batch.courseRunId).lean<CourseRunRecord>()
    if (!run) throw notFound('course-run', batch.courseRunId)
    const { good, refusals } = await siftHolders(run, batch.family, chunk.enrolmentIds)
    const outcome: Outcome = { run, drafts: [], refusals }
    try {
      outcome.edition = { family: batch.family, issuedOn: batch.issuedOn, issuer: await issuerOf(run, batch.family, batch.issuedOn) }
    } catch (error) {
      // The body lost its licence or its prefix meanwhile: everybody of the chunk is refused, so that the sum still holds.
      refusals.push(...good.map(({ enrolment }) => ({ ...nameOf(enrolment), ...refusalOf(error) })))
      return outcome
    }
    await draw(good, outcome, outcome.edition, holder)
    return outcome
  }

  /** Numbers are taken for those whose paper can be made; what is left over becomes an explained gap. */
  async function draw(good: Draft['source'][], { drafts, refusals }: Outcome, edition: Edition, holder: Holder): Promise<void> {
    const photos = await photosOf(good)
    const photoOf = ({ person }: Draft['source']) => photos.get(person.photoFile ?? '')
    const fits = good.filter((source) => attempt(source, refusals, () => maker.check(edition, source, photoOf(source))))
    const reserved = fits.length > 0 ? await numbers.reserve(edition.issuer.series, fits.length, holder) : []
    let next = 0
    for (const source of fits) {
      const number = reserved[next]
      if (number === undefined) refusals.push({ ...nameOf(source.enrolment), code: 'series-full' })
      else if (attempt(source, refusals, () => drafts.push(maker.draft(edition, source, number, photoOf(source))))) next += 1
    }
  }

  async function store(batch: CertificateBatchRecord, { run, drafts }: Outcome, edition: Edition): Promise<void> {
    const at = clock.now()
    await Effect.insertMany(drafts.map(({ source }) => ({ _id: effectOf(batch.family, String(source.enrolment._id)), at })), { lean: true })
    await maker.store(drafts, { edition, batchId: String(batch._id), step: { act: 'issued', at, byId: batch.requestedBy, byName: batch.requestedByName } })
    await numbers.markUsed(drafts.map(({ id, number }) => ({ number, certificateId: id })))
    if (isMainFamily(run, batch.family)) {
      await Enrolment.bulkWrite(drafts.map(({ id, source }) => ({ updateOne: { filter: { _id: String(source.enrolment._id) }, update: { $set: { certificateId: id } } } })))
    }
    await tellHolders(notifications, drafts.map(({ id, number, source }) => ({ id, number, personId: String(source.person._id) })), 'certificates.toldIssued')
  }

  async function photosOf(sources: readonly Draft['source'][]): Promise<Map<string, Uint8Array>> {
    const ids = [...new Set(sources.flatMap(({ person }) => (person.photoFile ? [person.photoFile] : [])))]
    const found = await Promise.all(ids.map((id) => files.get(id).then(({ bytes }) => [id, bytes] as const, () => undefined)))
    return new Map(found.filter((one) => one !== undefined))
  }
}

// More people than any class has; beyond them the batch itself tells.
const foreseen = 500

/** The refusals that a batch would meet today, without reserving a number or drawing a paper. */
export function createForesight({ clock, files, publicUrl, issuerOf }: Pick<ChunkNeeds, 'clock' | 'files' | 'publicUrl' | 'issuerOf'>) {
  const maker = createCertificateMaker({ clock, files, publicUrl })
  return async (run: CourseRunRecord, family: IssuedFamily, enrolmentIds: readonly string[]): Promise<{ obstacles: Refusal[] }> => {
    const { good, refusals: obstacles } = await siftHolders(run, family, enrolmentIds.slice(0, foreseen))
    const issuer = await issuerOf(run, family, clock.today()).catch(refusalOf)
    if ('code' in issuer) return { obstacles: [...obstacles, ...good.map(({ enrolment }) => ({ ...nameOf(enrolment), ...issuer }))] }
    for (const source of good) attempt(source, obstacles, () => maker.check({ family, issuedOn: clock.today(), issuer }, source))
    return { obstacles }
  }
}

const nameOf = (enrolment: Draft['source']['enrolment']) => ({ enrolmentId: String(enrolment._id), personId: enrolment.personId, personName: enrolment.personName })

/** A refusal of one holder never stops the others. */
function attempt({ enrolment }: Draft['source'], refusals: Refusal[], work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (error) {
    refusals.push({ ...nameOf(enrolment), ...refusalOf(error) })
    return false
  }
}
