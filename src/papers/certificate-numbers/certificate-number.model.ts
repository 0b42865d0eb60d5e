import { Schema, model, type InferSchemaType } from 'mongoose'

export const numberStates = ['used', 'void'] as const
export const voidReasons = ['not-used', 'crash'] as const
export type VoidReason = (typeof voidReasons)[number]

/** Numbers are unique, increasing and never used again; a number that was not needed keeps a row that says why. */
const numberSchema = new Schema(
  {
    /** the number itself, so that no two certificates can have it, whatever the sharding */
    _id: String,
    series: { type: String, required: true },
    sequence: { type: Number, required: true },
    state: { type: String, enum: numberStates, required: true },
    /** the part of a batch, or the reissue, that had taken it */
    holder: { type: String, required: true },
    certificateId: String,
    reason: { type: String, enum: voidReasons },
    at: { type: Date, required: true },
  },
  { collection: 'certificate-numbers', versionKey: false, strict: 'throw' },
)
numberSchema.index({ series: 1, state: 1, sequence: 1 })
export type CertificateNumberRecord = InferSchemaType<typeof numberSchema>
export const CertificateNumber = model('CertificateNumber', numberSchema)

/** The counter of a series; only ever raised, by blocks. */
const seriesSchema = new Schema(
  { _id: String, last: { type: Number, required: true } },
  { collection: 'certificate-series', versionKey: false, strict: 'throw' },
)
export const CertificateSeries = model('CertificateSeries', seriesSchema)

/** Numbers that were taken and have no row yet. Settled in the transaction that writes their rows. */
const blockSchema = new Schema(
  {
    _id: String,
    series: { type: String, required: true },
    first: { type: Number, required: true },
    count: { type: Number, required: true },
    holder: { type: String, required: true },
    state: { type: String, enum: ['held', 'settled'], required: true },
    at: { type: Date, required: true },
  },
  { collection: 'certificate-number-blocks', versionKey: false, strict: 'throw' },
)
blockSchema.index({ holder: 1, state: 1 })
blockSchema.index({ state: 1, at: 1 })
blockSchema.index({ series: 1, state: 1, first: 1 })
export type NumberBlockRecord = InferSchemaType<typeof blockSchema>
export const NumberBlock = model('NumberBlock', blockSchema)
