import { Schema, model, type InferSchemaType } from 'mongoose'

export const correctionKinds = ['mark', 'theory', 'standing'] as const
export type CorrectionKind = (typeof correctionKinds)[number]
const moveType = { _id: false, code: { type: String, required: true }, from: Number, to: Number } as const

/** 更正 after the lock: written by the chief judge, signed by a second person; the old value stays. */
const correctionSchema = new Schema(
  {
    _id: String,
    eventId: { type: String, required: true },
    competitionId: { type: String, required: true },
    code: { type: String, required: true },
    kind: { type: String, enum: correctionKinds, required: true },
    judgeId: String,
    judgeName: String,
    aspect: String,
    /** as stored: a step, thousandths of a unit, hundredths of a theory mark, or a standing */
    from: { type: String, required: true },
    to: { type: String, required: true },
    reason: { type: String, required: true },
    state: { type: String, enum: ['proposed', 'signed', 'dropped'], required: true, default: 'proposed' },
    /** who stands elsewhere by it: as foreseen, then as it came */
    moves: [moveType],
    byId: { type: String, required: true },
    byName: { type: String, required: true },
    at: { type: Date, required: true },
    signedById: String,
    signedByName: String,
    signedAt: Date,
  },
  { collection: 'competition-corrections', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
correctionSchema.index({ eventId: 1, at: 1 })
correctionSchema.index({ state: 1, eventId: 1 })
export type CorrectionRecord = InferSchemaType<typeof correctionSchema>
export const Correction = model('CompetitionCorrection', correctionSchema)
