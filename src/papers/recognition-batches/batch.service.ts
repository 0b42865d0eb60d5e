import { waitingFiles, type WaitingFile } from '../../infra/sheets/staged-file.js'
import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import { inPortions, inTurns } from '../../infra/in-turns.js'
import type { Infra } from '../../infra/infra.js'
import { transact } from '../../infra/mongo.js'
import type { Delivery } from '../../infra/outbox/delivery.js'
import type { SheetRow } from '../../infra/sheet-reading/sheet-read.js'
import type { Sealed } from '../../infra/vault.js'
import type { TaskService } from '../../office/tasks/task.service.js'
import { paths } from '../../paths.js'
import type { OccupationService } from '../../registry/occupations/occupation.service.js'
import { forbidden, invalid, isAppError, notFound, refused, type AppError } from '../../shared/errors.js'
import { maskId } from '../../shared/id-card.js'
import type { Actor } from '../../shared/permissions.js'
import type { RecognitionService } from '../recognitions/recognition.service.js'
import { placesOf } from '../../shared/columns.js'
import { batchColumns } from './batch-columns.data.js'
import { readBatch, type BatchCellFault, type BatchFacts, type BatchLine, type BatchTexts } from './batch-row.rules.js'
import { BatchRow, RecognitionBatch, type BatchRowRecord, type RecognitionBatchRecord } from './batch.model.js'
import { batchQueries } from './batch.queries.js'

type Needs = Pick<Infra, 'clock' | 'vault' | 'outbox'> & {
  tasks: TaskService
  occupations: OccupationService
  recognitions: RecognitionService
}
interface SealedLine {
  texts: BatchTexts
  facts?: BatchFacts
}
const day = 24 * 3_600_000
const place = (id: string): string => `recognition-batch-rows.cells.${id}`

/** Applications by file: staged and previewed, written after the confirmation, by a job, each line a case of its own. */
export function createBatchService({ clock, vault, outbox, tasks, occupations, recognitions }: Needs) {
  const service = {
    async stage(
      { fileName, header, rows }: { fileName: string; header: readonly string[]; rows: readonly SheetRow[] },
      actor: Actor,
    ): Promise<string> {
      const header1 = placesOf(header, batchColumns)
      if (!header1.ok) throw invalid('recognitionBatches.header-missing', { columns: header1.missing.join('、') })
      const known = (await occupations.list()).map(({ _id, edition, name, levels }) => ({
        id: String(_id),
        edition,
        name,
        levels,
      }))
      const lines = await inTurns(readBatch(rows, header1.at, known, clock.today()))
      if (lines.length === 0) throw invalid('recognitionBatches.no-lines')
      const id = newId()
      const good = lines.filter(({ facts }) => facts).length
      const expiresAt = new Date(Date.now() + 30 * day)
      await inPortions(lines, (some) => BatchRow.insertMany(some.map((line) => rowOf(id, line, expiresAt))))
      await transact(async () => {
        await RecognitionBatch.create([
          {
            _id: id,
            organisationId: actor.organisationId ?? 'none',
            fileName,
            state: 'preview',
            good,
            faults: lines.length - good,
            createdAt: clock.now(),
            expiresAt,
          },
        ])
        noteAct('recognition-batch', id, { lines: lines.length })
      })
      return id
    },

    /** Files of one's own that were read and not confirmed. */
    waiting: ({ organisationId = 'none' }: Actor): Promise<WaitingFile[]> =>
      waitingFiles(RecognitionBatch, { organisationId }),

    async getFor(id: string, actor: Actor): Promise<RecognitionBatchRecord> {
      const batch = await RecognitionBatch.findById(id).lean<RecognitionBatchRecord>()
      if (!batch) throw notFound('recognition-batch', id)
      if (batch.organisationId !== actor.organisationId) throw forbidden('not-yours')
      return batch
    },

    /** Hands the good lines to the job; asked again it gives the same task. */
    async confirm(id: string, actor: Actor): Promise<string> {
      return transact(async () => {
        const batch = await service.getFor(id, actor)
        if (batch.taskId) return batch.taskId
        if (batch.good === 0) throw refused('recognitionBatches.nothing')
        const taskId = await tasks.create({
          kind: 'recognition-batch',
          title: batch.fileName,
          ownerId: actor.id,
          organisationId: batch.organisationId,
          total: batch.good,
          request: { batchId: id },
        })
        await RecognitionBatch.updateOne(
          { _id: id, version: batch.version },
          { $set: { state: 'confirmed', taskId, actor: { ...actor } }, $unset: { expiresAt: 1 }, $inc: { version: 1 } },
        )
        await outbox.publish('recognitions.write-batch', id, { batchId: id })
        noteAct('recognition-batch', id, { to: 'confirmed' })
        return taskId
      })
    },

    /** The job: each line is marked in the transaction that makes its case; what is refused by then goes back with its reason. */
    async write(batchId: string, delivery?: Pick<Delivery, 'fence'>): Promise<void> {
      const batch = await RecognitionBatch.findById(batchId).lean<RecognitionBatchRecord>()
      if (batch?.state !== 'confirmed') return
      // Counted from the lines themselves, so that a second delivery goes on from the truth; not after each of 20,000.
      const tell = async () =>
        tasks.progress(batch.taskId!, {
          done: await batchQueries.count(batchId, 'written'),
          failed: await batchQueries.count(batchId, 'refused'),
        })
      let row = await nextOf(batchId)
      for (let n = 1; row; n += 1, row = await nextOf(batchId)) {
        await writeRow(batch, row, delivery)
        if (n % 20 === 0) await tell()
      }
      await tell()
      await transact(async () => {
        await delivery?.fence()
        await RecognitionBatch.updateOne(
          { _id: batchId, state: 'confirmed' },
          { $set: { state: 'done' }, $inc: { version: 1 } },
        )
        await tasks.finish(batch.taskId!, { resultHref: paths.recognitionBatches.show(batchId) })
      })
    },

    textsOf: (row: BatchRowRecord): BatchTexts => open(row).texts,
  }
  return service

  async function writeRow(batch: RecognitionBatchRecord, row: BatchRowRecord, delivery?: Pick<Delivery, 'fence'>) {
    const id = String(row._id)
    const { name, idNumber, phone, county, ...paper } = open(row).facts!
    const mark = (set: Record<string, unknown>) => BatchRow.updateOne({ _id: id, state: 'waiting' }, { $set: set })
    try {
      await transact(async () => {
        await delivery?.fence()
        if (!(await BatchRow.exists({ _id: id, state: 'waiting' }))) return
        const caseId = await recognitions.apply(
          {
            person: { name, idType: 'resident-id', idNumber, ...(phone && { phone }) },
            county,
            paper,
            batchId: String(batch._id),
          },
          batch.actor as Actor,
        )
        await mark({ state: 'written', caseId })
      })
    } catch (error) {
      if (!isAppError(error, 'refused') && !isAppError(error, 'invalid')) throw error
      await mark({ state: 'refused', faults: [faultOf(error)] })
    }
  }

  function rowOf(batchId: string, { line, texts, facts, faults }: BatchLine, expiresAt: Date) {
    const _id = `${batchId}:${line}`
    const state = facts ? ('waiting' as const) : ('fault' as const)
    return {
      _id,
      batchId,
      line,
      state,
      name: texts.name,
      idMasked: texts.idNumber && maskId(facts?.idNumber ?? texts.idNumber),
      cells: vault.seal(JSON.stringify({ texts, facts }), place(_id)),
      faults,
      expiresAt,
    }
  }
  function open(row: BatchRowRecord): SealedLine {
    return JSON.parse(vault.open(row.cells as unknown as Sealed, place(String(row._id)))) as SealedLine
  }
}
export type RecognitionBatchService = ReturnType<typeof createBatchService>

const nextOf = (batchId: string) =>
  BatchRow.findOne({ batchId, state: 'waiting' }).sort({ line: 1 }).lean<BatchRowRecord>()

function faultOf({ code, details }: AppError): BatchCellFault {
  if (code === 'recognitions.duplicate') return { column: 'number', code: 'duplicate', text: String(details['number']) }
  return code === 'people.name-differs'
    ? { column: 'name', code: 'name-differs' }
    : { column: 'idNumber', code: 'id-wrong' }
}
