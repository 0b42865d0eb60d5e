import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'

export const apprenticeshipStates = [
  'draft',
  'submitted',
  'county-passed',
  'filed',
  'running',
  'mid-checked',
  'awaiting-assessment',
  'completed',
  'settled',
  'returned',
  'rejected',
  'withdrawn',
  'suspended',
] as const
export type ApprenticeshipState = (typeof apprenticeshipStates)[number]

/** What an enterprise plans, and what is frozen when the plan is filed (一班一方案). */
export const planFacts = {
  /** the county whose officers review first */
  region: { type: String, required: true },
  institutionId: { type: String, required: true },
  institutionName: { type: String, required: true },
  /** `<edition>:<code>` */
  occupationId: { type: String, required: true },
  occupationName: { type: String, required: true },
  lineage: { type: String, required: true },
  /** the level aimed at: 3 intermediate, 4 senior, 5 technician, 6 senior technician */
  level: { type: Number, required: true },
  startsOn: { type: String, required: true },
  endsOn: { type: String, required: true },
  /** apprentices planned */
  planned: { type: Number, required: true },
  /** class hours of the whole term, assessment included */
  totalHours: { type: Number, required: true },
  /** of them taught centrally by the institution */
  centralHours: { type: Number, required: true },
  /** 学徒培养方案 */
  trainingPlan: { type: String, required: true },
  /** the body that examines at the end */
  assessmentBodyId: String,
  assessmentBodyName: String,
} as const

/** One class of apprentices of one enterprise with one institution, from the plan to the settled amount. */
const apprenticeshipSchema = new Schema(
  {
    _id: String,
    /** XT2022-0007 */
    number: { type: String, required: true },
    /** 电工（三级）新型学徒制 第1期 */
    title: { type: String, required: true },
    titlePinyin: String,
    titleInitials: String,
    enterpriseId: { type: String, required: true },
    enterpriseName: { type: String, required: true },
    enterpriseInitials: String,
    ...planFacts,
    state: { type: String, enum: apprenticeshipStates, required: true, default: 'draft' },
    stateBefore: String,
    submittedById: String,
    submittedOn: String,
    countyPassedById: String,
    filedOn: String,
    midCheckedOn: String,
    completedOn: String,
    settledOn: String,
    timeline: timelineType,
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
  },
  { collection: 'apprenticeships', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
apprenticeshipSchema.index({ enterpriseId: 1, startsOn: -1 })
apprenticeshipSchema.index({ institutionId: 1, startsOn: -1 })
apprenticeshipSchema.index({ assessmentBodyId: 1, state: 1 })
apprenticeshipSchema.index({ region: 1, state: 1, startsOn: -1 })
apprenticeshipSchema.index({ state: 1, startsOn: -1 })

export type ApprenticeshipRecord = InferSchemaType<typeof apprenticeshipSchema>
export const Apprenticeship = model('Apprenticeship', apprenticeshipSchema)
