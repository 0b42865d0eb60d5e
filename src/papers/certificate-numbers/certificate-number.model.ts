import { Schema, model, type InferSchemaType } from 'mongoose'

export const numberStates = ['reserved', 'used', 'void'] as const
export const voidReasons = ['not-used', 'crash'] as const

/** Numbers are unique, increasing and never used again; each gap is explained by a row that stays `void`. */
const numberSchema = new Schema(
  {
    /** the number itself, so that no two certificates can have it, whatever the sharding */
    _id: String,
    series: { type: String, required: true },
    sequence: { type: Number, required: true },
    state: { type: String, enum: numberStates, required: true },
    /** who holds it: a chunk of a batch, or a reissue */
    batchId: { type: String, required: true },
    chunk: { type: Number, required: true },
    certificateId: String,
    reason: { type: String, enum: voidReasons },
    at: { type: Date, required: true },
  },
  { collection: 'certificate-numbers', versionKey: false, strict: 'throw' },
)
numberSchema.index({ series: 1, state: 1, sequence: 1 })
numberSchema.index({ state: 1, at: 1 })
numberSchema.index({ batchId: 1, chunk: 1 })
export type CertificateNumberRecord = InferSchemaType<typeof numberSchema>
export const CertificateNumber = model('CertificateNumber', numberSchema)

/** The counter of a series; only ever raised, in blocks. */
const seriesSchema = new Schema({ _id: String, last: { type: Number, required: true } }, { collection: 'certificate-series', versionKey: false, strict: 'throw' })
export const CertificateSeries = model('CertificateSeries', seriesSchema)
