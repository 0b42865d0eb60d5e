import type { Infra } from '../../infra/infra.js'
import { Effect } from '../../infra/outbox/outbox.model.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import { notFound } from '../../shared/errors.js'
import { CourseRun, type CourseRunRecord } from '../../training/course-runs/course-run.model.js'
import { Enrolment } from '../../training/enrolments/enrolment.model.js'
import type { Block, CertificateNumberService } from '../certificate-numbers/certificate-number.service.js'
import { createCertificateMaker, type Draft, type Edition, type Issuer } from '../certificates/certificate-maker.js'
import type { IssuedFamily } from '../certificates/certificate.model.js'
import { tellHolders } from '../certificates/holder-news.js'
import type { CertificateBatchRecord, CertificateChunkRecord } from './certificate-batch.model.js'
import { refusalOf, siftHolders, type Refusal } from './certificate-sift.js'
import { effectOf, isMainFamily } from './issue.rules.js'

/** Who signs the paper and from which series its number comes. Throws a refusal when the body may not issue. */
export type IssuerOf = (run: CourseRunRecord, family: 'level' | 'completion', issuedOn: string) => Promise<Issuer>

export interface ChunkNeeds extends Pick<Infra, 'clock' | 'files' | 'publicUrl'> { numbers: CertificateNumberService; issuerOf: IssuerOf; notifications: NotificationService }
interface Outcome { run: CourseRunRecord; edition?: Edition; blocks: Block[]; drafts: Draft[]; refusals: Refusal[] }
/** What a chunk comes to, and the function that stores it inside one transaction. */
export interface Prepared { issued: number; refused: Refusal[]; store(): Promise<void> }

/** Checks, numbers and renders a chunk; nothing but its block of numbers is written before `store`. */
export function createChunkWriter({ clock, files, publicUrl, numbers, issuerOf, notifications }: ChunkNeeds) {
  const maker = createCertificateMaker({ clock, files, publicUrl })

  return async function prepare(batch: CertificateBatchRecord, chunk: CertificateChunkRecord): Promise<Prepared> {
    const outcome = await make(batch, chunk)
    const store = async () => {
      if (outcome.edition && outcome.drafts.length > 0) await storeAll(batch, outcome, outcome.edition)
      await numbers.settle(outcome.blocks, new Map(outcome.drafts.map(({ id, number }) => [number, id])))
    }
    return { issued: outcome.drafts.length, refused: outcome.refusals, store }
  }

  async function make(batch: CertificateBatchRecord, chunk: CertificateChunkRecord): Promise<Outcome> {
    const run = await CourseRun.findById(batch.courseRunId).lean<CourseRunRecord>()
    if (!run) throw notFound('course-run', batch.courseRunId)
    const { good, refusals } = await siftHolders(run, batch.family, chunk.enrolmentIds)
    const outcome: Outcome = { run, blocks: [], drafts: [], refusals }
    try {
      outcome.edition = { family: batch.family, issuedOn: batch.issuedOn, issuer: await issuerOf(run, batch.family, batch.issuedOn) }
    } catch (error) {
      // The body lost its licence or its prefix meanwhile: everybody of the chunk is refused, so that the sum still holds.
      refusals.push(...good.map(({ enrolment }) => ({ ...nameOf(enrolment), ...refusalOf(error) })))
      return outcome
    }
    await draw(good, outcome, outcome.edition, String(chunk._id))
    return outcome
  }

  /** Numbers are taken for those whose paper can be made; what is left over becomes an explained gap. */
  async function draw(good: Draft['source'][], outcome: Outcome, edition: Edition, holder: string): Promise<void> {
    const { drafts, refusals } = outcome
    const photos = await files.getMany(good.flatMap(({ person }) => person.photoFile ?? []))
    const photoOf = ({ person }: Draft['source']) => photos.get(person.photoFile ?? '')
    const fits = good.filter((source) => attempt(source, refusals, () => maker.check(edition, source, photoOf(source))))
    outcome.blocks = fits.length > 0 ? await numbers.reserve(edition.issuer.series, fits.length, holder) : []
    const reserved = outcome.blocks.flatMap((block) => block.numbers)
    let next = 0
    for (const source of fits) {
      const number = reserved[next]
      if (number === undefined) refusals.push({ ...nameOf(source.enrolment), code: 'series-full' })
      else if (attempt(source, refusals, () => drafts.push(maker.draft(edition, source, number, photoOf(source))))) next += 1
    }
    await maker.shareOpening(drafts)
  }

  async function storeAll(batch: CertificateBatchRecord, { run, drafts }: Outcome, edition: Edition): Promise<void> {
    const at = clock.now()
    await Effect.insertMany(drafts.map(({ source }) => ({ _id: effectOf(batch.family, String(source.enrolment._id)), at })), { lean: true })
    await maker.store(drafts, { edition, batchId: String(batch._id), step: { act: 'issued', at, byId: batch.requestedBy, byName: batch.requestedByName } })
    if (isMainFamily(run, batch.family)) {
      await Enrolment.bulkWrite(drafts.map(({ id, source }) => ({ updateOne: { filter: { _id: String(source.enrolment._id) }, update: { $set: { certificateId: id } } } })))
    }
    await tellHolders(notifications, drafts.map(({ id, number, source }) => ({ id, number, personId: String(source.person._id) })), 'certificates.toldIssued')
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
