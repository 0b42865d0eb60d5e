import { Schema, model, type InferSchemaType } from 'mongoose'

/** 裁判长, 裁判员, 参赛号登记, 赛位号抽签, 加密, 统分, 录入 */
export const duties = ['chief-judge', 'judge', 'registrar', 'draw-keeper', 'code-keeper', 'scorer', 'keyer'] as const
export type Duty = (typeof duties)[number]

/** One duty of one account in one event: the `_id` is `<eventId>:<accountId>`, so nobody keeps two maps or judges what he keeps. */
const assignmentSchema = new Schema(
  {
    _id: String,
    eventId: { type: String, required: true },
    competitionId: { type: String, required: true },
    accountId: { type: String, required: true },
    accountName: { type: String, required: true },
    /** whom the account belongs to: a judge does not mark its people */
    organisationId: String,
    duty: { type: String, enum: duties, required: true },
    /** 1-3 of judges, 1-2 of keyers, 1 of everybody else */
    seat: { type: Number, required: true },
    at: { type: Date, required: true },
    byId: { type: String, required: true },
    byName: { type: String, required: true },
  },
  { collection: 'competition-assignments', versionKey: false, strict: 'throw' },
)
assignmentSchema.index({ eventId: 1, duty: 1, seat: 1 }, { unique: true })
assignmentSchema.index({ accountId: 1 })
assignmentSchema.index({ competitionId: 1 })

export type AssignmentRecord = InferSchemaType<typeof assignmentSchema>
export const Assignment = model('CompetitionAssignment', assignmentSchema)
