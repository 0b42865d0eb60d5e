import { Schema, model, type InferSchemaType } from 'mongoose'

/** What the plan promises, by period; `region` splits a target over the counties. */
const targetSchema = new Schema(
  {
    _id: String,
    measure: {
      type: String,
      enum: ['subsidised', 'social', 'new-citizen', 'dual-certificate', 'start-up'],
      required: true,
    },
    /** counted in 人次 or in 人 */
    unit: { type: String, enum: ['person-times', 'people'], required: true },
    from: { type: String, required: true },
    to: { type: String, required: true },
    amount: { type: Number, required: true },
    region: String,
    clause: { type: String, required: true },
    sample: { type: Boolean, required: true },
  },
  { collection: 'targets', versionKey: false, strict: 'throw' },
)
targetSchema.index({ measure: 1, from: 1 })

export type TargetRecord = InferSchemaType<typeof targetSchema>
export const Target = model('Target', targetSchema)
