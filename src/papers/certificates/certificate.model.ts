import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'

export const certificateStates = ['issued', 'suspended', 'revoked', 'superseded'] as const
export type CertificateState = (typeof certificateStates)[number]
export const issuedFamilies = ['level', 'completion'] as const

/** What is printed is frozen here: a later change of the person changes neither the paper nor what verification says. */
const certificateSchema = new Schema(
  {
    _id: String,
    number: { type: String, required: true },
    /** 16 letters of 5 bits, in the QR; its `_id` collection is `certificate-tokens` */
    token: { type: String, required: true },
    family: { type: String, enum: issuedFamilies, required: true },
    state: { type: String, enum: certificateStates, required: true, default: 'issued' },
    personId: { type: String, required: true },
    enrolmentId: String,
    courseRunId: String,
    batchId: String,
    organisationId: { type: String, required: true },
    /** the training institution, which may see it too */
    institutionId: String,
    region: { type: String, required: true },
    holderName: { type: String, required: true, pii: true },
    /** the printed data of the paper (LevelCertificatePaper or CompletionCertificatePaper without photo) */
    paper: { type: Schema.Types.Mixed, required: true },
    photoFile: String,
    occupationId: String,
    lineage: String,
    level: Number,
    issuedOn: { type: String, required: true },
    expiresOn: String,
    /** SHA-256 of the PDF: any other file is not ours */
    fileSha256: { type: String, required: true },
    revokedOn: String,
    revokedReason: String,
    supersededBy: String,
    supersedes: String,
    timeline: timelineType,
    issuedAt: { type: Date, required: true },
  },
  { collection: 'certificates', versionKey: 'version', optimisticConcurrency: true, strict: 'throw', minimize: false },
)
certificateSchema.index({ personId: 1, issuedOn: -1 })
certificateSchema.index({ organisationId: 1, issuedOn: -1 })
certificateSchema.index({ institutionId: 1, issuedOn: -1 })
certificateSchema.index({ region: 1, issuedOn: -1 })
certificateSchema.index({ courseRunId: 1 })
certificateSchema.index({ batchId: 1 })
certificateSchema.index({ issuedOn: -1, _id: 1 })

export type CertificateRecord = InferSchemaType<typeof certificateSchema>
export const Certificate = model('Certificate', certificateSchema)

/** Numbers are unique, increasing and never used again; each gap is explained by a row that stays `void`. */
const numberSchema = new Schema(
  { _id: String, series: { type: String, required: true }, sequence: { type: Number, required: true }, state: { type: String, enum: ['reserved', 'used', 'void'], required: true }, batchId: String, chunk: Number, certificateId: String, reason: String, at: { type: Date, required: true } },
  { collection: 'certificate-numbers', versionKey: false, strict: 'throw' },
)
numberSchema.index({ series: 1, sequence: 1 })
numberSchema.index({ state: 1, at: 1 })
numberSchema.index({ batchId: 1, chunk: 1 })
export const CertificateNumber = model('CertificateNumber', numberSchema)

const seriesSchema = new Schema({ _id: String, last: { type: Number, required: true } }, { collection: 'certificate-series', versionKey: false, strict: 'throw' })
export const CertificateSeries = model('CertificateSeries', seriesSchema)

const tokenSchema = new Schema({ _id: String, certificateId: { type: String, required: true } }, { collection: 'certificate-tokens', versionKey: false, strict: 'throw' })
export const CertificateToken = model('CertificateToken', tokenSchema)

export const batchStates = ['running', 'done', 'stopped'] as const
const batchSchema = new Schema(
  {
    _id: String,
    courseRunId: { type: String, required: true },
    organisationId: { type: String, required: true },
    family: { type: String, enum: issuedFamilies, required: true },
    issuedOn: { type: String, required: true },
    enrolmentIds: [String],
    chunkSize: { type: Number, required: true },
    total: { type: Number, required: true },
    issued: { type: Number, required: true, default: 0 },
    chunksDone: { type: Number, required: true, default: 0 },
    /** refused with their reason: requested = issued + refused + still to do */
    refused: [{ _id: false, enrolmentId: String, personName: { type: String, pii: true }, code: String, details: Schema.Types.Mixed }],
    state: { type: String, enum: batchStates, required: true, default: 'running' },
    taskId: String,
    requestedBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
    finishedAt: Date,
  },
  { collection: 'certificate-batches', versionKey: false, strict: 'throw', minimize: false },
)
batchSchema.index({ courseRunId: 1, createdAt: -1 })
batchSchema.index({ state: 1 })
export type CertificateBatchRecord = InferSchemaType<typeof batchSchema>
export const CertificateBatch = model('CertificateBatch', batchSchema)
