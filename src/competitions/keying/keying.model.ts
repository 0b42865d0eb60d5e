import { Schema, model, type InferSchemaType } from 'mongoose'

/** What one of the two keyers has read from the paper of one contestant. The `_id` is `<eventId>:<code>:<seat>`. */
const keyedSchema = new Schema(
  {
    _id: String,
    eventId: { type: String, required: true },
    code: { type: String, required: true },
    seat: { type: Number, required: true },
    /** hundredths of a mark; absent when the contest has no theory paper */
    theory: Number,
    /** one value for each judge and aspect that stands on the paper; contestants marked on tablets have none */
    values: [
      {
        _id: false,
        judgeId: { type: String, required: true },
        aspect: { type: String, required: true },
        value: { type: Number, required: true },
      },
    ],
    byId: { type: String, required: true },
    byName: { type: String, required: true },
    at: { type: Date, required: true },
    /** both have keyed the same and it was taken over */
    settledAt: Date,
  },
  { collection: 'competition-keyed-sheets', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
keyedSchema.index({ eventId: 1, code: 1 })
export type KeyedRecord = InferSchemaType<typeof keyedSchema>
export const KeyedSheet = model('CompetitionKeyedSheet', keyedSchema)
export const keyedId = (eventId: string, code: string, seat: number): string => `${eventId}:${code}:${seat}`
