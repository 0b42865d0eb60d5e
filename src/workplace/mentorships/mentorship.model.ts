import { Schema, model, type InferSchemaType } from 'mongoose'
import { guideKinds } from './mentorship.rules.js'

/** One guide of one apprentice from one day on. The `_id` is `<apprenticeId>:<kind>:<from>`: nobody gets two guides of a kind on one day. */
const mentorshipSchema = new Schema(
  {
    _id: String,
    apprenticeId: { type: String, required: true },
    apprenticeshipId: { type: String, required: true },
    enterpriseId: { type: String, required: true },
    institutionId: { type: String, required: true },
    kind: { type: String, enum: guideKinds, required: true },
    /** the account of a mentor; the institution's own key of a teacher, who needs no account */
    guideId: { type: String, required: true },
    guideName: { type: String, required: true },
    qualification: String,
    from: { type: String, required: true },
    /** the last day; none while it goes on */
    to: String,
    createdAt: { type: Date, required: true },
    createdById: { type: String, required: true },
    createdByName: { type: String, required: true },
  },
  { collection: 'mentorships', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
mentorshipSchema.index({ apprenticeId: 1, kind: 1, from: -1 })
mentorshipSchema.index({ guideId: 1, to: 1 })
mentorshipSchema.index({ apprenticeshipId: 1 })

export type MentorshipRecord = InferSchemaType<typeof mentorshipSchema>
export const Mentorship = model('Mentorship', mentorshipSchema)
