import { Schema, model, type InferSchemaType } from 'mongoose'

/** The programme kinds of the plan, section 四; `apprenticeship` is the central teaching of apprentices, which their own subsidy pays; `contest` is 以赛代训, training for a skills competition (四(四)5). */
export const programmeKinds = [
  'skills',
  'social',
  'new-citizen',
  'start-up',
  'dual-certificate',
  'special-work',
  'labour-brand',
  'farmer',
  'tourism',
  'home-services',
  'apprenticeship',
  'contest',
] as const
export type ProgrammeKind = (typeof programmeKinds)[number]
export const fundings = ['subsidised', 'self-funded'] as const
export type Funding = (typeof fundings)[number]
export const certificateFamilies = ['level', 'completion', 'single-ability', 'work-permit', 'award'] as const
export type CertificateFamily = (typeof certificateFamilies)[number]
export const deliveries = ['classroom', 'online', 'blended'] as const
/** The plan's section 四(二)3: awareness, starting a firm, online trade, simulated practice, running and growing. */
export const startUpKinds = ['awareness', 'start', 'online', 'simulation', 'improve'] as const
export const courseStates = ['draft', 'active', 'archived'] as const
export type CourseState = (typeof courseStates)[number]

/** What is taught. Copied into each course run, so that a later change of the course does not change what was filed. */
export const courseFacts = {
  title: { type: String, required: true },
  /** `<edition>:<code>`; none for courses without an occupation (new-citizen, start-up) */
  occupationId: String,
  occupationName: String,
  lineage: String,
  workType: String,
  level: Number,
  theoryHours: { type: Number, required: true },
  practiceHours: { type: Number, required: true },
  programme: { type: String, enum: programmeKinds, required: true },
  startUpKind: String,
  funding: { type: String, enum: fundings, required: true },
  certificateFamily: { type: String, enum: certificateFamilies, required: true },
  feeFen: { type: Number, required: true, default: 0 },
  delivery: { type: String, enum: deliveries, required: true },
} as const

const courseSchema = new Schema(
  {
    _id: String,
    organisationId: { type: String, required: true },
    organisationName: { type: String, required: true },
    /** the county of its organisation, whose officers see it */
    region: { type: String, required: true },
    number: { type: String, required: true },
    ...courseFacts,
    titlePinyin: String,
    titleInitials: String,
    summary: String,
    state: { type: String, enum: courseStates, required: true, default: 'draft' },
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
  },
  { collection: 'courses', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
courseSchema.index({ organisationId: 1, state: 1, createdAt: -1 })
courseSchema.index({ state: 1, programme: 1 })
courseSchema.index({ region: 1, state: 1, createdAt: -1 })

export type CourseRecord = InferSchemaType<typeof courseSchema>
export const Course = model('Course', courseSchema)

/** One document per sequence: `course:2022` for the numbers of a year, `run:<course id>` for the runs of a course. */
const courseCounterSchema = new Schema(
  { _id: String, last: { type: Number, required: true, default: 0 } },
  { collection: 'course-counters', versionKey: false, strict: 'throw' },
)
export const CourseCounter = model('CourseCounter', courseCounterSchema)
