import { Schema, model, type InferSchemaType } from 'mongoose'

/** A dated figure with the clause it comes from. `sample` marks figures that are not Xiong'an's own. */
const policySchema = new Schema(
  {
    _id: String,
    /** what it is the figure of, e.g. `person-time.min-attendance-percent` */
    key: { type: String, required: true },
    value: { type: Schema.Types.Mixed, required: true },
    from: { type: String, required: true },
    to: String,
    clause: { type: String, required: true },
    sample: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
  },
  { collection: 'policies', versionKey: false, strict: 'throw' },
)
policySchema.index({ key: 1, from: -1 })

export type PolicyRecord = InferSchemaType<typeof policySchema>
export const Policy = model('Policy', policySchema)
