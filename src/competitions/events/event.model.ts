import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'

/** 赛项: open while it is prepared and entered; then drawn, marked, locked, ranked, noticed and final. */
export const eventStates = ['open', 'marking', 'locked', 'ranked', 'noticed', 'final', 'cancelled'] as const
export type EventState = (typeof eventStates)[number]

/** 单人, 双人, 三人 */
export const teamSizes = [1, 2, 3] as const
export type TeamSize = (typeof teamSizes)[number]

export const identities = ['worker', 'student', 'teacher'] as const
export type Identity = (typeof identities)[number]

/** What decides between equal totals, in the order of the event's technical document; at the end the rank is shared. */
export const tieBreaks = ['practice', 'theory', 'time'] as const
export type TieBreak = (typeof tieBreaks)[number]

const eventSchema = new Schema(
  {
    _id: String,
    competitionId: { type: String, required: true },
    /** 01, 02 … within its competition */
    number: { type: String, required: true },
    title: { type: String, required: true },
    /** `<edition>:<code>` of the occupation whose standard it follows, from this level on */
    occupationId: { type: String, required: true },
    occupationName: { type: String, required: true },
    lineage: { type: String, required: true },
    level: { type: Number, required: true },
    teamSize: { type: Number, enum: teamSizes, required: true },
    minEntries: { type: Number, required: true },
    maxEntries: { type: Number, required: true },
    /** whole percents that make 100; the dated figure's clause when they are not the organiser's own */
    theoryWeight: { type: Number, required: true },
    practiceWeight: { type: Number, required: true },
    weightClause: String,
    /** parts of the practice; each criterion of the marking scheme belongs to one */
    modules: [
      { _id: false, code: { type: String, required: true }, title: { type: String, required: true }, minutes: Number },
    ],
    tieChain: [{ type: String, enum: tieBreaks }],
    identities: [{ type: String, enum: identities }],
    minAge: Number,
    /** holders of these honours may not compete */
    honoursBarred: { type: Boolean, required: true, default: true },
    state: { type: String, enum: eventStates, required: true, default: 'open' },
    /** entries that are neither withdrawn nor refused */
    entries: { type: Number, required: true, default: 0 },
    /** the first day of the public notice, and the last on which an appeal is taken */
    noticedOn: String,
    appealsUntil: String,
    finalOn: String,
    timeline: timelineType,
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
  },
  { collection: 'competition-events', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
eventSchema.index({ competitionId: 1, number: 1 }, { unique: true })
eventSchema.index({ state: 1 })

export type EventRecord = InferSchemaType<typeof eventSchema>
export const CompetitionEvent = model('CompetitionEvent', eventSchema)
