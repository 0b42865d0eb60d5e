import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import type { Infra } from '../../infra/infra.js'
import { transact } from '../../infra/mongo.js'
import type { Delivery } from '../../infra/outbox/delivery.js'
import { Effect } from '../../infra/outbox/outbox.model.js'
import { once } from '../../infra/outbox/outbox.js'
import type { TaskService } from '../../office/tasks/task.service.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import { inScope, type Actor } from '../../shared/permissions.js'
import { CourseRun, type CourseRunRecord } from '../../training/course-runs/course-run.model.js'
import { Enrolment } from '../../training/enrolments/enrolment.model.js'
import { paths } from '../../paths.js'
import type { CertificateNumberService } from './certificate-number.service.js'
import { CertificateBatch, type CertificateBatchRecord } from './certificate.model.js'
import { createChunkWriter, type IssuerOf } from './certificate-chunk.js'
import { batchVerdict } from './issue.rules.js'

// Measured: about 50 certificates a transaction is the fastest on a replica set of one (performance.md).
const chunkSize = 50

interface Needs extends Pick<Infra, 'clock' | 'files' | 'outbox' | 'publicUrl'> { tasks: TaskService; numbers: CertificateNumberService; issuerOf: IssuerOf }
export interface BatchRequest { courseRunId: string; family: 'level' | 'completion'; issuedOn: string }

/** Certificates of a run, made by Bull in chunks: requested = issued + refused, whatever crashes in between. */
export function createCertificateIssueService({ clock, files, outbox, publicUrl, tasks, numbers, issuerOf }: Needs) {
  const writeChunk = createChunkWriter({ clock, files, outbox, publicUrl, numbers, issuerOf })
  return {
    /** Starts a batch for everybody of the run who completed and has no certificate of this family yet; returns the task to follow. */
    async startBatch({ courseRunId, family, issuedOn }: BatchRequest, actor: Actor): Promise<string> {
      const run = await CourseRun.findById(courseRunId).lean<CourseRunRecord>()
      if (!run) throw notFound('course-run', courseRunId)
      assertIssuer(run, family, actor)
      const verdict = batchVerdict(run, family, issuedOn, clock.today())
      if (!verdict.ok) throw refused(`certificates.${verdict.reason}`)
      await issuerOf(run, family, issuedOn)
      const enrolmentIds = await waiting(courseRunId, family)
      if (enrolmentIds.length === 0) throw refused('certificates.nobody-waits')
      return transact(async () => {
        if (await CertificateBatch.exists({ courseRunId, family, state: 'running' })) throw refused('certificates.batch-runs')
        const id = newId()
        const taskId = await tasks.create({ kind: 'certificate-batch', title: run.title, ownerId: actor.id, organisationId: run.organisationId, total: enrolmentIds.length })
        await CertificateBatch.create([{ _id: id, courseRunId, organisationId: run.organisationId, family, issuedOn, enrolmentIds, chunkSize, total: enrolmentIds.length, taskId, requestedBy: actor.id, createdAt: clock.now() }])
        for (let chunk = 0; chunk * chunkSize < enrolmentIds.length; chunk += 1) await outbox.publish('certificates.issue-chunk', `${id}:${chunk}`, { batchId: id, chunk })
        noteAct('certificate-batch', id, { courseRunId, family, count: enrolmentIds.length })
        return taskId
      })
    },

    /** One chunk; delivered again it finds its mark and only settles the progress. */
    async issueChunk(batchId: string, chunk: number, delivery?: Delivery): Promise<void> {
      const batch = await CertificateBatch.findById(batchId).lean<CertificateBatchRecord>()
      if (!batch) throw notFound('certificate-batch', batchId)
      if (!(await Effect.exists({ _id: `certificate-chunk:${batchId}:${chunk}` }))) {
        const write = await writeChunk(batch, chunk)
        await once('certificate-chunk', `${batchId}:${chunk}`, async () => {
          await delivery?.fence()
          await write()
        })
      }
      await settle(batchId)
    },
  }

  /** Totals are read from the batch, so a late or doubled delivery shows the truth. */
  async function settle(batchId: string) {
    const batch = await CertificateBatch.findById(batchId).lean<CertificateBatchRecord>()
    if (!batch?.taskId) return
    await tasks.progress(batch.taskId, { done: batch.issued, failed: batch.refused.length })
    if (batch.chunksDone * batch.chunkSize < batch.total) return
    await CertificateBatch.updateOne({ _id: batchId, state: 'running' }, { $set: { state: 'done', finishedAt: clock.now() } })
    await tasks.finish(batch.taskId, { resultHref: paths.certificates.batch(batchId) })
  }
}
export type CertificateIssueService = ReturnType<typeof createCertificateIssueService>

function assertIssuer(run: CourseRunRecord, family: string, actor: Actor) {
  if (actor.role === 'administrator') return
  const owner = family === 'level' ? run.assessmentBodyId : run.organisationId
  if (!inScope(actor, { organisationId: owner, region: run.region })) throw forbidden('not-yours')
}

async function waiting(courseRunId: string, family: string): Promise<string[]> {
  const rows = await Enrolment.find({ courseRunId, state: 'enrolled', completed: true }).sort({ _id: 1 }).select('_id').lean<{ _id: string }[]>()
  const marks = await Effect.find({ _id: { $in: rows.map(({ _id }) => `certificate:${family}:${_id}`) } }).select('_id').lean<{ _id: string }[]>()
  const done = new Set(marks.map(({ _id }) => _id))
  return rows.map(({ _id }) => _id).filter((id) => !done.has(`certificate:${family}:${id}`))
}
