import { Schema, model, type InferSchemaType } from 'mongoose'
import { checkResults, comparedFields } from './source-check.rules.js'

export const checkKinds = ['register', 'look-up'] as const

/** One verification at the source: by a register (`<case>:<register>`, so a second delivery adds nothing) or by somebody who looked. */
const checkSchema = new Schema(
  {
    _id: String,
    caseId: { type: String, required: true },
    kind: { type: String, enum: checkKinds, required: true },
    result: { type: String, enum: checkResults, required: true },
    fields: [{ type: String, enum: comparedFields }],
    /** the site that was looked at, or the sender of the register */
    place: { type: String, required: true },
    registerId: String,
    asOf: String,
    pictureFile: String,
    note: { type: String, pii: true },
    at: { type: Date, required: true },
    byId: { type: String, required: true },
    byName: { type: String, required: true },
  },
  { collection: 'source-checks', versionKey: false, strict: 'throw' },
)
checkSchema.index({ caseId: 1, at: -1 })
export type SourceCheckRecord = InferSchemaType<typeof checkSchema>
export const SourceCheck = model('SourceCheck', checkSchema)
