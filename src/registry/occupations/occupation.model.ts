import { Schema, model, type InferSchemaType } from 'mongoose'

const occupationSchema = new Schema(
  {
    /** `<edition>:<code>`: the same code means another occupation in another edition */
    _id: String,
    edition: { type: String, required: true },
    code: { type: String, required: true },
    name: { type: String, required: true },
    nameEn: { type: String, required: true },
    /** occupations of different editions that are one and the same for the rules */
    lineage: { type: String, required: true },
    /** ordinals that the standard offers */
    levels: [Number],
    workTypes: [String],
    field: String,
    /** V confirmed in a standard, W only in a weak list, M from memory: W and M carry 待核 on screen */
    status: { type: String, enum: ['V', 'W', 'M'], required: true },
  },
  { collection: 'occupations', versionKey: false, strict: 'throw' },
)
occupationSchema.index({ lineage: 1 })

export type OccupationRecord = InferSchemaType<typeof occupationSchema>
export const Occupation = model('Occupation', occupationSchema)
