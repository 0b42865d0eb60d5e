import { paths } from '../../paths.js'
import type { Infra } from '../../infra/infra.js'
import { Effect } from '../../infra/outbox/outbox.model.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import { notFound } from '../../shared/errors.js'
import type { Block, CertificateNumberService } from '../certificate-numbers/certificate-number.service.js'
import type { CertificateSource, CertificateSources, Holding } from '../certificate-sources/certificate-source.js'
import { createCertificateMaker, type Draft, type Edition } from '../certificates/certificate-maker.js'
import type { IssuedFamily } from '../certificates/certificate.model.js'
import { tellPeople } from '../../registry/accounts/person-news.js'
import type { CertificateBatchRecord, CertificateChunkRecord } from '../certificate-batches/certificate-batch.model.js'
import { nameOf, refusalOf, siftHoldings, type Refusal } from './certificate-sift.js'
import { effectOf } from './issue.rules.js'

export interface ChunkNeeds extends Pick<Infra, 'clock' | 'files' | 'publicUrl'> {
  numbers: CertificateNumberService
  sources: CertificateSources
  notifications: NotificationService
}
interface Outcome {
  source: CertificateSource
  edition?: Edition
  blocks: Block[]
  drafts: Draft[]
  refusals: Refusal[]
}
/** What a chunk comes to, and the function that stores it inside one transaction. */
export interface Prepared {
  issued: number
  refused: Refusal[]
  store(): Promise<void>
}

/** Checks, numbers and renders a chunk; nothing but its block of numbers is written before `store`. */
export function createChunkWriter({ clock, files, publicUrl, numbers, sources, notifications }: ChunkNeeds) {
  const maker = createCertificateMaker({ clock, files, publicUrl })

  return async function prepare(batch: CertificateBatchRecord, chunk: CertificateChunkRecord): Promise<Prepared> {
    const outcome = await make(batch, chunk)
    const store = async () => {
      if (outcome.edition && outcome.drafts.length > 0) await storeAll(batch, outcome, outcome.edition)
      await numbers.settle(outcome.blocks, new Map(outcome.drafts.map(({ id, number }) => [number, id])))
    }
    return { issued: outcome.drafts.length, refused: outcome.refusals, store }
  }

  async function make(
    { sourceKind, sourceId, family, issuedOn }: CertificateBatchRecord,
    chunk: CertificateChunkRecord,
  ): Promise<Outcome> {
    const source = await sources[sourceKind](sourceId)
    if (!source) throw notFound(sourceKind, sourceId)
    const { good, refusals } = await siftHoldings(source, family, chunk.lineIds)
    const outcome: Outcome = { source, blocks: [], drafts: [], refusals }
    try {
      outcome.edition = { source: source.head, family, issuedOn, issuer: await source.issuer(family, issuedOn) }
    } catch (error) {
      // The body lost its licence or its prefix meanwhile: everybody of the chunk is refused, so that the sum still holds.
      refusals.push(...good.map((holding) => ({ ...nameOf(holding), ...refusalOf(error) })))
      return outcome
    }
    await draw(good, outcome, outcome.edition, String(chunk._id))
    return outcome
  }

  /** Numbers are taken for those whose paper can be made; what is left over becomes an explained gap. */
  async function draw(good: Holding[], outcome: Outcome, edition: Edition, holder: string): Promise<void> {
    const { drafts, refusals } = outcome
    const photos = await files.getMany(good.flatMap(({ person }) => person.photoFile ?? []))
    const photoOf = ({ person }: Holding) => photos.get(person.photoFile ?? '')
    const fits = good.filter((holding) =>
      attempt(holding, refusals, () => maker.check(edition, holding, photoOf(holding))),
    )
    outcome.blocks = fits.length > 0 ? await numbers.reserve(edition.issuer.series, fits.length, holder) : []
    const reserved = outcome.blocks.flatMap((block) => block.numbers)
    let next = 0
    for (const holding of fits) {
      const number = reserved[next]
      if (number === undefined) refusals.push({ ...nameOf(holding), code: 'series-full' })
      else if (attempt(holding, refusals, () => drafts.push(maker.draft(edition, holding, number, photoOf(holding)))))
        next += 1
    }
    await maker.shareOpening(drafts)
  }

  async function storeAll(batch: CertificateBatchRecord, { source, drafts }: Outcome, edition: Edition): Promise<void> {
    const at = clock.now()
    await Effect.insertMany(
      drafts.map(({ holding }) => ({ _id: effectOf(batch.family, holding.lineId), at })),
      { lean: true },
    )
    await maker.store(drafts, {
      edition,
      batchId: String(batch._id),
      step: { act: 'issued', at, byId: batch.requestedBy, byName: batch.requestedByName },
    })
    await source.papersMade(
      batch.family,
      drafts.map(({ id, holding }) => ({ lineId: holding.lineId, certificateId: id })),
    )
    await tellPeople(
      notifications,
      drafts.map(({ id, number, holding }) => ({
        personId: String(holding.person._id),
        key: 'certificates.toldIssued',
        params: { number },
        href: paths.me.certificate(id),
      })),
    )
  }
}

// More people than any class has; beyond them the batch itself tells.
const foreseen = 500

/** The refusals that a batch would meet today, without reserving a number or drawing a paper. */
export function createForesight({ clock, files, publicUrl }: Pick<ChunkNeeds, 'clock' | 'files' | 'publicUrl'>) {
  const maker = createCertificateMaker({ clock, files, publicUrl })
  return async (
    source: CertificateSource,
    family: IssuedFamily,
    lineIds: readonly string[],
  ): Promise<{ obstacles: Refusal[] }> => {
    const issuedOn = clock.today()
    const { good, refusals: obstacles } = await siftHoldings(source, family, lineIds.slice(0, foreseen))
    const issuer = await source.issuer(family, issuedOn).catch(refusalOf)
    if ('code' in issuer)
      return { obstacles: [...obstacles, ...good.map((holding) => ({ ...nameOf(holding), ...issuer }))] }
    for (const holding of good)
      attempt(holding, obstacles, () => maker.check({ source: source.head, family, issuedOn, issuer }, holding))
    return { obstacles }
  }
}

/** A refusal of one holder never stops the others. */
function attempt(holding: Holding, refusals: Refusal[], work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (error) {
    refusals.push({ ...nameOf(holding), ...refusalOf(error) })
    return false
  }
}
