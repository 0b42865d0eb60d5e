import { Schema, model, type InferSchemaType } from 'mongoose'
import { issuedFamilies, sourceKinds } from '../certificates/certificate.model.js'

export const batchStates = ['running', 'done', 'stopped'] as const

/** Certificates of one family for one source, asked for at once. Requested = issued + refused + not done (only when stopped). */
const batchSchema = new Schema(
  {
    _id: String,
    sourceKind: { type: String, enum: sourceKinds, required: true },
    sourceId: { type: String, required: true },
    sourceTitle: { type: String, required: true },
    /** whose source it is: the training institution of a run */
    organisationId: { type: String, required: true },
    /** whose name and number the papers bear */
    issuerId: { type: String, required: true },
    region: { type: String, required: true },
    family: { type: String, enum: issuedFamilies, required: true },
    issuedOn: { type: String, required: true },
    total: { type: Number, required: true },
    /** as it ended; how far it is, and what is true, the chunks say */
    issued: { type: Number, required: true, default: 0 },
    refused: { type: Number, required: true, default: 0 },
    state: { type: String, enum: batchStates, required: true, default: 'running' },
    taskId: { type: String, required: true },
    requestedBy: { type: String, required: true },
    requestedByName: { type: String, required: true },
    createdAt: { type: Date, required: true },
    finishedAt: Date,
  },
  { collection: 'certificate-batches', versionKey: false, strict: 'throw' },
)
batchSchema.index({ sourceId: 1, createdAt: -1 })
batchSchema.index({ state: 1, createdAt: 1 })
export type CertificateBatchRecord = InferSchemaType<typeof batchSchema>
export const CertificateBatch = model('CertificateBatch', batchSchema)

/** The work of a batch, part by part, each its own document: parts that end at once do not wait for one another. */
const chunkSchema = new Schema(
  {
    /** `<batch>:<chunk>` */
    _id: String,
    batchId: { type: String, required: true },
    chunk: { type: Number, required: true },
    lineIds: [String],
    /** `done` commits with the certificates, so a second delivery has no effect */
    state: { type: String, enum: ['waiting', 'done'], required: true, default: 'waiting' },
    issued: { type: Number, required: true, default: 0 },
    refused: [
      {
        _id: false,
        lineId: { type: String, required: true },
        personId: String,
        personName: { type: String, pii: true },
        code: { type: String, required: true },
        details: Schema.Types.Mixed,
      },
    ],
  },
  { collection: 'certificate-chunks', versionKey: false, strict: 'throw', minimize: false },
)
chunkSchema.index({ batchId: 1, chunk: 1 })
export type CertificateChunkRecord = InferSchemaType<typeof chunkSchema>
export const CertificateChunk = model('CertificateChunk', chunkSchema)
export const chunkId = (batchId: string, chunk: number): string => `${batchId}:${chunk}`

/** `<source>:<family>`: one batch of a source and family at a time, however many are asked for at once. */
const turnSchema = new Schema(
  { _id: String, batchId: { type: String, required: true } },
  { collection: 'certificate-batch-turns', versionKey: false, strict: 'throw' },
)
export const CertificateBatchTurn = model('CertificateBatchTurn', turnSchema)
export const turnId = (sourceId: string, family: string): string => `${sourceId}:${family}`
