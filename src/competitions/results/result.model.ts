import { Schema, model, type InferSchemaType } from 'mongoose'
import { tieBreaks } from '../events/event.model.js'
import { standings } from '../rankings/ranking.rules.js'

/** What one entry came to, once both maps are open. The `_id` is the entry's; marks are exact fractions as text (`4/3`). */
const resultSchema = new Schema(
  {
    _id: String,
    eventId: { type: String, required: true },
    competitionId: { type: String, required: true },
    number: { type: String, required: true },
    station: { type: String, required: true },
    code: { type: String, required: true },
    personIds: [String],
    /** as published: the team or the contestants, and their delegation */
    name: { type: String, required: true, pii: true },
    organisationId: String,
    organisationName: String,
    standing: { type: String, enum: standings, required: true },
    theory: String,
    practice: String,
    total: String,
    /** thousandths of a second */
    time: Number,
    rank: Number,
    by: { type: String, enum: ['total', ...tieBreaks] },
    sharedWith: { type: Number, required: true, default: 0 },
    rankedAt: { type: Date, required: true },
  },
  { collection: 'competition-results', versionKey: 'version', strict: 'throw' },
)
resultSchema.index({ eventId: 1, rank: 1 })
resultSchema.index({ competitionId: 1 })
resultSchema.index({ personIds: 1 })
export type ResultRecord = InferSchemaType<typeof resultSchema>
export const Result = model('CompetitionResult', resultSchema)
