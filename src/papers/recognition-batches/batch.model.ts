import { Schema, model, type InferSchemaType } from 'mongoose'
import { sealedType } from '../../infra/vault.js'

export const batchStates = ['preview', 'confirmed', 'done'] as const

/** An application by file: previewed, confirmed, written by a job. Nothing but this and its lines exists before. */
const batchSchema = new Schema(
  {
    _id: String,
    organisationId: { type: String, required: true },
    fileName: { type: String, required: true },
    state: { type: String, enum: batchStates, required: true },
    good: { type: Number, required: true },
    faults: { type: Number, required: true },
    taskId: String,
    actor: Schema.Types.Mixed,
    createdAt: { type: Date, required: true },
    expiresAt: Date,
  },
  { collection: 'recognition-batches', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
batchSchema.index({ organisationId: 1, createdAt: -1 })
batchSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
export type RecognitionBatchRecord = InferSchemaType<typeof batchSchema> & { version: number }
export const RecognitionBatch = model('RecognitionBatch', batchSchema)

/** `<batch>:<line>`; what the file said is sealed, name and mask stand open as on every list. */
const rowSchema = new Schema(
  {
    _id: String,
    batchId: { type: String, required: true },
    line: { type: Number, required: true },
    state: { type: String, enum: ['fault', 'waiting', 'written', 'refused'], required: true },
    name: { type: String, pii: true },
    idMasked: String,
    cells: sealedType,
    faults: [{ _id: false, column: String, code: String, text: { type: String, pii: true } }],
    caseId: String,
    expiresAt: { type: Date, required: true },
  },
  { collection: 'recognition-batch-rows', versionKey: false, strict: 'throw' },
)
rowSchema.index({ batchId: 1, state: 1, line: 1 })
rowSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
export type BatchRowRecord = InferSchemaType<typeof rowSchema>
export const BatchRow = model('RecognitionBatchRow', rowSchema)
