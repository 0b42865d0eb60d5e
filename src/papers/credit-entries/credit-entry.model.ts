import { Schema, model, type InferSchemaType } from 'mongoose'

/**
 * The ledger of credits: entries are added and never changed or removed. The `_id` says which earning of which achievement an
 * entry is (`earned:<key>:<n>`) or what it reverses (`reversed:<entry>`), so that nothing is booked twice.
 */
const creditEntrySchema = new Schema(
  {
    _id: String,
    personId: { type: String, required: true },
    /** place in the person's ledger, from 1 */
    serial: { type: Number, required: true },
    act: { type: String, enum: ['earned', 'reversed'], required: true },
    /** the achievement that it comes from */
    key: { type: String, required: true },
    kind: { type: String, required: true },
    type: { type: String, required: true },
    title: { type: String, required: true },
    source: { type: String, required: true },
    grade: { type: String, required: true },
    /** day of the achievement; of a reversal, the day on which it was booked */
    on: { type: String, required: true },
    hours: Number,
    level: Number,
    number: String,
    /** signed hundredths of a credit */
    hundredths: { type: Number, required: true },
    /** what the rule gave before the cap of the year */
    full: { type: Number, required: true },
    reverses: String,
    /** closed set of `credit.rules.ts` */
    reason: String,
    policyKeys: [String],
    policyIds: [String],
    clause: { type: String, required: true },
    sample: { type: Boolean, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'credit-entries', versionKey: false, strict: 'throw' },
)
creditEntrySchema.index({ personId: 1, serial: 1 })

export type CreditEntryRecord = InferSchemaType<typeof creditEntrySchema>
export const CreditEntry = model('CreditEntry', creditEntrySchema)
