import { Schema, model, type InferSchemaType } from 'mongoose'

/** One account for one human, for life: the `_id` is the person's. */
const accountSchema = new Schema(
  {
    _id: String,
    /** XA-LA- and twelve digits, as printed */
    number: { type: String, required: true },
    openedOn: { type: String, required: true },
    /** by the person's own wish, or with the first result */
    openedBy: { type: String, enum: ['holder', 'first-result'], required: true },
    /** raised by each settlement: two at once collide here, so that each sees what the other wrote */
    turn: { type: Number, required: true, default: 0 },
    /** how many entries the ledger has; the serial of the last one */
    entries: { type: Number, required: true, default: 0 },
  },
  { collection: 'learning-accounts', versionKey: false, strict: 'throw' },
)

export type LearningAccountRecord = InferSchemaType<typeof accountSchema>
export const LearningAccount = model('LearningAccount', accountSchema)

/** Each number belongs to one account for ever. */
const numberSchema = new Schema(
  { _id: String, personId: { type: String, required: true } },
  { collection: 'learning-account-numbers', versionKey: false, strict: 'throw' },
)
export const LearningAccountNumber = model('LearningAccountNumber', numberSchema)
