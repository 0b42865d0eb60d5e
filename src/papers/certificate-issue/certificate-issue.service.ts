import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import type { Infra } from '../../infra/infra.js'
import { transact } from '../../infra/mongo.js'
import type { Delivery } from '../../infra/outbox/delivery.js'
import type { TaskService } from '../../office/tasks/task.service.js'
import { paths } from '../../paths.js'
import { forbidden, isAppError, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import type { CertificateSource } from '../certificate-sources/certificate-source.js'
import type { IssuedFamily, SourceKind } from '../certificates/certificate.model.js'
import { createChunkWriter, createForesight, type ChunkNeeds } from './certificate-chunk.js'
import {
  CertificateBatch,
  CertificateBatchTurn,
  CertificateChunk,
  chunkId,
  turnId,
  type CertificateBatchRecord,
  type CertificateChunkRecord,
} from '../certificate-batches/certificate-batch.model.js'
import { batchCounts, certificateBatchQueries } from '../certificate-batches/certificate-batch.queries.js'
import { batchVerdict } from './issue.rules.js'

// Measured by scripts/bench-issue.ts: with 100 a transaction, what each one costs besides its certificates is small.
const chunkSize = 100

interface Needs extends ChunkNeeds, Pick<Infra, 'outbox'> {
  tasks: TaskService
}
export interface BatchRequest {
  kind?: SourceKind
  sourceId: string
  family: IssuedFamily
  issuedOn: string
}
export interface StartedBatch {
  batchId: string
  taskId: string
  count: number
}

/** Certificates of a source, made by Bull in chunks: requested = issued + refused, whatever crashes in between. */
export function createCertificateIssueService({ outbox, tasks, ...chunkNeeds }: Needs) {
  const { clock, sources } = chunkNeeds
  const prepare = createChunkWriter(chunkNeeds)
  const foresee = createForesight(chunkNeeds)
  return {
    /** Starts a batch for everybody of the source who has earned a certificate of this family and has none yet. */
    async startBatch(request: BatchRequest, actor: Actor): Promise<StartedBatch> {
      const { kind = 'course-run', sourceId, family, issuedOn } = request
      const source = await sources[kind](sourceId)
      if (!source) throw notFound(kind, sourceId)
      if (!source.mayIssue(actor, family)) throw forbidden('not-yours')
      const verdict = batchVerdict(source.head, family, issuedOn, clock.today())
      if (!verdict.ok) throw refused(`certificateBatches.${verdict.reason}`)
      const { issuerId } = await source.issuer(family, issuedOn)
      const { waitingIds } = await certificateBatchQueries.family(source, family)
      if (waitingIds.length === 0) throw refused('certificateBatches.nobody-waits')
      return write(source, request, issuerId, waitingIds, actor)
    },

    /** One chunk; delivered again it finds its mark and only settles the progress. */
    async issueChunk(batchId: string, chunk: number, delivery?: Delivery): Promise<void> {
      const batch = await CertificateBatch.findById(batchId).lean<CertificateBatchRecord>()
      const part = await CertificateChunk.findById(chunkId(batchId, chunk)).lean<CertificateChunkRecord>()
      if (!batch || !part) throw notFound('certificate-chunk', chunkId(batchId, chunk))
      if (batch.state !== 'running') return
      if (part.state === 'waiting') {
        const { issued, refused: no, store } = await prepare(batch, part)
        await transact(async () => {
          await delivery?.fence()
          // The mark and the certificates commit together: of two workers at once, one finds the mark taken.
          const { modifiedCount } = await CertificateChunk.updateOne(
            { _id: part._id, state: 'waiting' },
            { $set: { state: 'done', issued, refused: no } },
          )
          if (modifiedCount === 1) await store()
        })
      }
      await settle(batch)
    },

    /** Who of these would be refused today, and why; nothing is reserved or drawn. */
    obstacles: (source: CertificateSource, family: IssuedFamily, lineIds: readonly string[]) =>
      foresee(source, family, lineIds),
    source: (kind: SourceKind, id: string): Promise<CertificateSource | undefined> => sources[kind](id),

    /** Ends a batch whose rest cannot be made; what is issued stays, the others wait for the next batch. */
    async stopBatch(batchId: string, actor: Actor): Promise<void> {
      const batch = await CertificateBatch.findById(batchId).lean<CertificateBatchRecord>()
      if (!batch) throw notFound('certificate-batch', batchId)
      if (actor.role !== 'administrator' && actor.organisationId !== batch.issuerId) throw forbidden('not-yours')
      await transact(async () => {
        if (!(await end(batch, 'stopped'))) throw refused('certificateBatches.not-running')
        await tasks.cancel(batch.taskId)
        noteAct('certificate-batch', batchId, { state: 'stopped' })
      })
    },
  }

  async function write(
    { head }: CertificateSource,
    { family, issuedOn }: BatchRequest,
    issuerId: string,
    lineIds: string[],
    actor: Actor,
  ): Promise<StartedBatch> {
    const id = newId()
    const parts = Array.from({ length: Math.ceil(lineIds.length / chunkSize) }, (_, chunk) => ({
      _id: chunkId(id, chunk),
      batchId: id,
      chunk,
      lineIds: lineIds.slice(chunk * chunkSize, (chunk + 1) * chunkSize),
    }))
    const total = lineIds.length
    try {
      return await transact(async () => {
        await CertificateBatchTurn.create([{ _id: turnId(head.id, family), batchId: id }])
        const taskId = await tasks.create({
          kind: 'certificate-batch',
          title: head.title,
          ownerId: actor.id,
          organisationId: head.organisationId,
          total,
        })
        await CertificateBatch.create([
          {
            _id: id,
            sourceKind: head.kind,
            sourceId: head.id,
            sourceTitle: head.title,
            organisationId: head.organisationId,
            issuerId,
            region: head.region,
            family,
            issuedOn,
            total,
            taskId,
            requestedBy: actor.id,
            requestedByName: actor.name,
            createdAt: clock.now(),
          },
        ])
        await CertificateChunk.insertMany(parts)
        for (const { chunk } of parts)
          await outbox.publish('certificates.issue-chunk', chunkId(id, chunk), { batchId: id, chunk })
        noteAct('certificate-batch', id, { sourceId: head.id, family, issuedOn, count: total })
        return { batchId: id, taskId, count: total }
      })
    } catch (error) {
      throw isAppError(error, 'conflict') && error.code === 'already-exists'
        ? refused('certificateBatches.batch-runs')
        : error
    }
  }

  /** Counts are read from the chunks, so a late or doubled delivery shows the truth. */
  async function settle(batch: CertificateBatchRecord): Promise<void> {
    const { waiting: left, issued, refused: no } = await batchCounts(String(batch._id))
    await tasks.progress(batch.taskId, { done: issued, failed: no })
    if (left > 0) return
    await transact(async () => {
      if (await end(batch, 'done'))
        await tasks.finish(batch.taskId, { resultHref: paths.certificates.batch(String(batch._id)) })
    })
  }

  /** Inside a transaction. What is counted from the papers is settled once a batch, not once a chunk. */
  async function end(
    { _id, sourceKind, sourceId, family }: CertificateBatchRecord,
    state: 'done' | 'stopped',
  ): Promise<boolean> {
    const { issued, refused: no } = await batchCounts(String(_id))
    const { modifiedCount } = await CertificateBatch.updateOne(
      { _id, state: 'running' },
      { $set: { state, issued, refused: no, finishedAt: clock.now() } },
    )
    if (modifiedCount === 0) return false
    await CertificateBatchTurn.deleteOne({ _id: turnId(sourceId, family) })
    await (await sources[sourceKind](sourceId))?.countAgain?.(`certificates:${_id}`)
    await outbox.publish('credits.settle-batch', String(_id), { batchId: String(_id) })
    return true
  }
}
export type CertificateIssueService = ReturnType<typeof createCertificateIssueService>
