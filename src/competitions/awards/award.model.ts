import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'
import { prizes } from './award.rules.js'

export const promotionStates = ['none', 'proposed', 'forwarded', 'declined'] as const
export type PromotionState = (typeof promotionStates)[number]

/** What one contestant takes home: the `_id` is `<entryId>:<personId>`, so it is worked out once. */
const awardSchema = new Schema(
  {
    _id: String,
    eventId: { type: String, required: true },
    competitionId: { type: String, required: true },
    entryId: { type: String, required: true },
    personId: { type: String, required: true },
    personName: { type: String, required: true, pii: true, nameOf: 'personId' },
    organisationId: String,
    organisationName: String,
    year: { type: Number, required: true },
    tier: { type: String, required: true },
    rank: Number,
    /** exact, as text */
    total: String,
    prize: { type: String, enum: prizes },
    /** why there is no prize, from the closed set of `award.rules.ts` */
    noPrize: String,
    /** the dated table that decided, and its clause; both stay whatever comes later */
    prizeTableId: String,
    prizeClause: String,
    /** 晋级建议: never a certificate by itself */
    promotion: { type: String, enum: promotionStates, required: true, default: 'none' },
    promotionTo: Number,
    noPromotion: String,
    promotionTableId: String,
    promotionClause: String,
    promotionNote: String,
    certificateId: String,
    timeline: timelineType,
    at: { type: Date, required: true },
  },
  { collection: 'competition-awards', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
awardSchema.index({ eventId: 1, rank: 1 })
awardSchema.index({ personId: 1 })
awardSchema.index({ promotion: 1, eventId: 1 })
awardSchema.index({ year: 1, tier: 1 })
export type AwardRecord = InferSchemaType<typeof awardSchema>
export const Award = model('CompetitionAward', awardSchema)
export const awardId = (entryId: string, personId: string): string => `${entryId}:${personId}`
