import { Schema, model, type InferSchemaType } from 'mongoose'
import { measures } from './person-time.rules.js'

export const verdicts = ['counted', 'excluded', 'pending'] as const
export type Verdict = (typeof verdicts)[number]

/**
 * The ledger of verdicts: one row for each candidate (one enrolment), with the verdict, its reason, the rule's clause and the
 * facts it is tallied by. 人次 is the number of counted rows, 人 the number of distinct persons in them.
 */
const personTimeSchema = new Schema(
  {
    /** the enrolment's or the apprentice's id: one candidate, one row */
    _id: String,
    personId: { type: String, required: true },
    personName: { type: String, required: true, pii: true, nameOf: 'personId' },
    idMasked: { type: String, required: true, idMaskedOf: 'personId' },
    /** the course run, or the apprenticeship, whose completion is judged */
    courseRunId: String,
    apprenticeshipId: String,
    courseRunTitle: { type: String, required: true },
    organisationId: { type: String, required: true },
    organisationName: { type: String, required: true },
    region: { type: String, required: true },
    /** the figure of the plan that it belongs to (`measureOf`) */
    measure: { type: String, enum: measures, required: true },
    programme: { type: String, required: true },
    funding: { type: String, required: true },
    category: { type: String, required: true },
    tags: [String],
    occupationId: String,
    occupationName: String,
    lineage: String,
    level: Number,
    /** day of completion (counted, excluded) or the run's last day (pending) */
    on: { type: String, required: true },
    year: { type: Number, required: true },
    quarter: { type: String, required: true },
    month: { type: String, required: true },
    verdict: { type: String, enum: verdicts, required: true },
    /** closed set of `person-time.rules.ts` */
    reason: String,
    clause: String,
    /** the policy rows that decided, by id */
    policyIds: [String],
    /** what the rule was told, in figures; `otherIds` are the rows that stood before this one */
    evidence: {
      attendedHours: Number,
      requiredHours: Number,
      theoryScore: Number,
      practiceScore: Number,
      age: Number,
      otherIds: { type: [String], default: undefined },
      apprenticeshipId: String,
    },
    decidedAt: { type: Date, required: true },
    /** every verdict this candidate ever had, newest last */
    history: [{ _id: false, verdict: String, reason: String, at: Date }],
  },
  { collection: 'person-times', versionKey: false, strict: 'throw' },
)
personTimeSchema.index({ measure: 1, verdict: 1, on: -1, _id: 1 })
// Holds all that the sums of a report read, so that they are counted in the index alone.
personTimeSchema.index({
  year: 1,
  measure: 1,
  verdict: 1,
  region: 1,
  month: 1,
  reason: 1,
  courseRunId: 1,
  personId: 1,
  programme: 1,
})
personTimeSchema.index({ decidedAt: -1 })
personTimeSchema.index({ on: -1, _id: 1 })
personTimeSchema.index({ organisationId: 1, year: 1 })
personTimeSchema.index({ region: 1, on: -1, _id: 1 })
personTimeSchema.index({ organisationId: 1, on: -1, _id: 1 })
personTimeSchema.index({ personId: 1, on: 1 })
personTimeSchema.index({ courseRunId: 1 })
personTimeSchema.index({ apprenticeshipId: 1 }, { sparse: true })
personTimeSchema.index({ month: 1, verdict: 1 })

export type PersonTimeRecord = InferSchemaType<typeof personTimeSchema>
export const PersonTime = model('PersonTime', personTimeSchema)

/** "Only once" rules as `_id`s, so that two settlements at once cannot both count: lineage and level, and the yearly slots. */
const slotSchema = new Schema(
  { _id: String, enrolmentId: { type: String, required: true }, personId: { type: String, required: true } },
  { collection: 'person-time-slots', versionKey: false, strict: 'throw' },
)
slotSchema.index({ enrolmentId: 1 })
slotSchema.index({ personId: 1 })
export const PersonTimeSlot = model('PersonTimeSlot', slotSchema)

/** Raised by every settlement of a person: two at once collide here, so that each sees what the other wrote. */
const turnSchema = new Schema(
  { _id: String, turn: { type: Number, required: true } },
  { collection: 'person-time-turns', versionKey: false, strict: 'throw' },
)
export const PersonTimeTurn = model('PersonTimeTurn', turnSchema)
