import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'

export const settlementStates = ['submitted', 'county-passed', 'approved', 'returned'] as const
export type SettlementState = (typeof settlementStates)[number]

const otherType = {
  kind: { type: String, required: true },
  id: { type: String, required: true },
  title: { type: String, required: true },
  number: { type: String, required: true },
  from: { type: String, required: true },
  to: { type: String, required: true },
} as const
const partType = {
  _id: false,
  from: { type: String, required: true },
  to: { type: String, required: true },
  days: { type: Number, required: true },
  ofDays: { type: Number, required: true },
  year: { type: Number, required: true },
  rateKind: { type: String, required: true },
  rateFen: { type: Number, required: true },
  policyId: { type: String, required: true },
  clause: { type: String, required: true },
  fen: { type: Number, required: true },
} as const
const lineType = {
  _id: false,
  apprenticeId: { type: String, required: true },
  personId: { type: String, required: true },
  personName: { type: String, required: true, pii: true },
  idMasked: { type: String, required: true },
  from: { type: String, required: true },
  to: { type: String, required: true },
  breakDays: { type: Number, required: true },
  status: { type: String, required: true },
  reason: String,
  days: { type: Number, required: true },
  fen: { type: Number, required: true },
  parts: [partType],
  barred: [
    { _id: false, month: { type: String, required: true }, days: { type: Number, required: true }, by: otherType },
  ],
} as const

/** The amount of one apprenticeship, as it was handed in; the `_id` is the apprenticeship's, so that it is settled once. */
const settlementSchema = new Schema(
  {
    _id: String,
    enterpriseId: { type: String, required: true },
    region: { type: String, required: true },
    state: { type: String, enum: settlementStates, required: true },
    lines: [lineType],
    fen: { type: Number, required: true },
    entitled: { type: Number, required: true },
    rounding: { type: String, required: true },
    roundingClause: { type: String, required: true },
    submittedById: String,
    submittedOn: { type: String, required: true },
    countyPassedById: String,
    timeline: timelineType,
  },
  { collection: 'settlements', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
settlementSchema.index({ state: 1, region: 1, submittedOn: 1 })
settlementSchema.index({ enterpriseId: 1 })

export type SettlementRecord = InferSchemaType<typeof settlementSchema>
export const Settlement = model('Settlement', settlementSchema)
