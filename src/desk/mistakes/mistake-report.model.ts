import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'

/** What a visitor found wrong on a page. How to reach the visitor is forgotten when the report is closed. */
const mistakeSchema = new Schema(
  {
    _id: String,
    page: String,
    text: { type: String, required: true, pii: true },
    contact: { type: String, pii: true },
    state: { type: String, enum: ['open', 'closed'], required: true, default: 'open' },
    outcome: String,
    sentAt: { type: Date, required: true },
    timeline: timelineType,
  },
  { collection: 'mistake-reports', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
mistakeSchema.index({ state: 1, sentAt: -1, _id: 1 })
export type MistakeRecord = InferSchemaType<typeof mistakeSchema>
export const MistakeReport = model('MistakeReport', mistakeSchema)
