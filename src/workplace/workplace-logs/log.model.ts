import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'
import { logStates, logWriters } from './log.rules.js'

/** What was done and learnt at work on one day. The `_id` is `<apprenticeId>:<day>`, so a day has one entry. */
const logSchema = new Schema(
  {
    _id: String,
    apprenticeId: { type: String, required: true },
    apprenticeshipId: { type: String, required: true },
    enterpriseId: { type: String, required: true },
    personId: { type: String, required: true },
    personName: { type: String, required: true, pii: true, nameOf: 'personId' },
    on: { type: String, required: true },
    /** hours of 60 minutes at work under guidance */
    hours: { type: Number, required: true },
    task: { type: String, required: true },
    learnt: String,
    writer: { type: String, enum: logWriters, required: true },
    writtenById: { type: String, required: true },
    /** the mentor of that day */
    mentorId: { type: String, required: true },
    mentorName: { type: String, required: true },
    state: { type: String, enum: logStates, required: true, default: 'waiting' },
    signedAt: Date,
    signedById: String,
    timeline: timelineType,
  },
  { collection: 'workplace-logs', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
logSchema.index({ mentorId: 1, state: 1, on: 1 })
logSchema.index({ apprenticeId: 1, on: -1 })
logSchema.index({ apprenticeshipId: 1, state: 1 })

export type LogRecord = InferSchemaType<typeof logSchema>
export const WorkplaceLog = model('WorkplaceLog', logSchema)
export const logIdOf = (apprenticeId: string, on: string): string => `${apprenticeId}:${on}`
