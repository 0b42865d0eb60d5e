import { Schema, model, type InferSchemaType } from 'mongoose'

export const enrolmentStates = ['enrolled', 'withdrawn'] as const

/** One person in one course run. The `_id` is `<courseRunId>:<personId>`, so nobody is enrolled twice in a run. */
const enrolmentSchema = new Schema(
  {
    _id: String,
    courseRunId: { type: String, required: true },
    personId: { type: String, required: true },
    organisationId: { type: String, required: true },
    region: { type: String, required: true },
    /** as listed; follows corrections of the person, while a certificate keeps what it was made with */
    personName: { type: String, required: true, pii: true, nameOf: 'personId' },
    namePinyin: String,
    nameInitials: String,
    idMasked: { type: String, required: true, idMaskedOf: 'personId' },
    /** the primary category on the day of filing decides fund and count; tags are those of the day, too */
    category: { type: String, required: true },
    tags: [String],
    state: { type: String, enum: enrolmentStates, required: true, default: 'enrolled' },
    importId: String,
    // Attendance, in hours of 45 minutes; typed or imported.
    attendedTheoryHours: Number,
    attendedPracticeHours: Number,
    attendanceSource: { type: String, enum: ['typed', 'imported'] },
    // Marks of 100; null means absent.
    theoryScore: Number,
    practiceScore: Number,
    absent: Boolean,
    assessedOn: String,
    /** who typed the marks last: an account, with its name and role on that day */
    scoredById: String,
    scoredByName: String,
    scoredByRole: String,
    /** the verdict of completion, with its reasons, once the run is closed */
    completed: Boolean,
    completionReasons: [String],
    completedOn: String,
    certificateId: String,
    /** changes after the run was closed, with their reason; newest last */
    corrections: [
      {
        _id: false,
        at: Date,
        byId: String,
        byName: String,
        reason: String,
        before: Schema.Types.Mixed,
        after: Schema.Types.Mixed,
      },
    ],
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    /** of a withdrawn enrolment: when it was withdrawn */
    updatedAt: Date,
  },
  { collection: 'enrolments', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
enrolmentSchema.index({ courseRunId: 1, state: 1, _id: 1 })
enrolmentSchema.index({ personId: 1, createdAt: -1 })
enrolmentSchema.index({ importId: 1 })

export type EnrolmentRecord = InferSchemaType<typeof enrolmentSchema>
export const Enrolment = model('Enrolment', enrolmentSchema)
export { enrolmentIdOf as enrolmentId } from './enrolment.rules.js'
