import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'

/** 申诉 of an entry against its result, while it is on public notice. The `_id` is the entry's: one appeal an entry. */
const appealSchema = new Schema(
  {
    _id: String,
    eventId: { type: String, required: true },
    competitionId: { type: String, required: true },
    code: { type: String, required: true },
    text: { type: String, required: true, pii: true },
    state: { type: String, enum: ['open', 'upheld', 'dismissed'], required: true, default: 'open' },
    decision: String,
    decidedById: String,
    byId: { type: String, required: true },
    byName: { type: String, required: true },
    at: { type: Date, required: true },
    timeline: timelineType,
  },
  { collection: 'competition-appeals', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
appealSchema.index({ state: 1, eventId: 1 })
appealSchema.index({ eventId: 1, at: 1 })
export type AppealRecord = InferSchemaType<typeof appealSchema>
export const Appeal = model('CompetitionAppeal', appealSchema)
