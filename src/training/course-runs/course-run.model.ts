import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'
import { courseFacts } from '../courses/course.model.js'

export const courseRunStates = [
  'draft',
  'submitted',
  'county-passed',
  'filed',
  'running',
  'awaiting-assessment',
  'closed',
  'returned',
  'rejected',
  'withdrawn',
  'suspended',
] as const
export type CourseRunState = (typeof courseRunStates)[number]

export const lessonType = {
  _id: false,
  on: { type: String, required: true },
  from: { type: String, required: true },
  to: { type: String, required: true },
  topic: { type: String, required: true },
  kind: { type: String, enum: ['theory', 'practice'], required: true },
  hours: { type: Number, required: true },
  teacher: String,
  place: String,
} as const

/** The facts that are frozen when a run is filed; they change only by a change request, and every version is kept. */
export const filedFacts = {
  startsOn: { type: String, required: true },
  endsOn: { type: String, required: true },
  place: { type: String, required: true },
  capacity: { type: Number, required: true },
  teachers: [{ _id: false, name: { type: String, required: true }, qualification: String }],
  lessons: [lessonType],
  /** the body that examines, for level certificates */
  assessmentBodyId: String,
  assessmentBodyName: String,
} as const

/** What an institution asks to change of a filed run, until somebody has decided it. */
const changeRequestSchema = new Schema(
  { reason: String, facts: Schema.Types.Mixed, requestedAt: Date, requestedById: String, requestedByName: String },
  { _id: false, strict: 'throw' },
)

const courseRunSchema = new Schema(
  {
    _id: String,
    /** XA2022-0233-03: course number and run */
    number: { type: String, required: true },
    /** 砌筑工（五级）第3期 */
    title: { type: String, required: true },
    titlePinyin: String,
    titleInitials: String,
    courseId: { type: String, required: true },
    /** the course as it was when the run was submitted */
    course: { type: new Schema(courseFacts, { _id: false }), required: true },
    organisationId: { type: String, required: true },
    organisationName: { type: String, required: true },
    organisationInitials: String,
    /** the county where it is taught; its officers review first */
    region: { type: String, required: true },
    ...filedFacts,
    /** 0 before filing; each accepted change request raises it */
    filedVersion: { type: Number, required: true, default: 0 },
    versions: [
      {
        _id: false,
        version: Number,
        at: Date,
        byId: String,
        byName: String,
        reason: String,
        facts: Schema.Types.Mixed,
      },
    ],
    changeRequest: changeRequestSchema,
    state: { type: String, enum: courseRunStates, required: true, default: 'draft' },
    stateBefore: String,
    submittedById: String,
    /** the day of the last submission: how early a run is filed is counted from here */
    submittedOn: String,
    /** what was typed on a step and could not be saved yet; shown again on that step */
    typed: Schema.Types.Mixed,
    countyPassedById: String,
    enrolled: { type: Number, required: true, default: 0 },
    closedOn: String,
    filedOn: String,
    withdrawnOn: String,
    timeline: timelineType,
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
  },
  { collection: 'course-runs', versionKey: 'version', optimisticConcurrency: true, strict: 'throw', minimize: false },
)
courseRunSchema.index({ organisationId: 1, startsOn: -1 })
courseRunSchema.index({ region: 1, state: 1, startsOn: -1 })
courseRunSchema.index({ state: 1, startsOn: -1 })
courseRunSchema.index({ courseId: 1 })
courseRunSchema.index({ 'changeRequest.requestedAt': 1 }, { sparse: true })
courseRunSchema.index({ assessmentBodyId: 1, state: 1 })

export type CourseRunRecord = InferSchemaType<typeof courseRunSchema>
export const CourseRun = model('CourseRun', courseRunSchema)
