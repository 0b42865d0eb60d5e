import { Schema, model, type InferSchemaType } from 'mongoose'

/** The agreement between enterprise and institution (企校合作协议), one for each apprenticeship, whose id is the `_id`. */
const cooperationSchema = new Schema(
  {
    _id: String,
    number: String,
    from: { type: String, required: true },
    to: { type: String, required: true },
    signedOn: { type: String, required: true },
    file: String,
    fileName: String,
    at: { type: Date, required: true },
    byId: { type: String, required: true },
    byName: { type: String, required: true },
    /** what was in force before, newest last */
    earlier: [Schema.Types.Mixed],
  },
  { collection: 'cooperation-agreements', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
export type CooperationRecord = InferSchemaType<typeof cooperationSchema>
export const Cooperation = model('Cooperation', cooperationSchema)
