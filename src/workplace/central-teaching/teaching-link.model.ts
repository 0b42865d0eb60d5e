import { Schema, model, type InferSchemaType } from 'mongoose'

/** A course run that is the central teaching of an apprenticeship. The run's id is the `_id`: it teaches one class of apprentices. */
const teachingLinkSchema = new Schema(
  {
    _id: String,
    apprenticeshipId: { type: String, required: true },
    at: { type: Date, required: true },
    byId: { type: String, required: true },
    byName: { type: String, required: true },
  },
  { collection: 'teaching-links', versionKey: false, strict: 'throw' },
)
teachingLinkSchema.index({ apprenticeshipId: 1 })

export type TeachingLinkRecord = InferSchemaType<typeof teachingLinkSchema>
export const TeachingLink = model('TeachingLink', teachingLinkSchema)
