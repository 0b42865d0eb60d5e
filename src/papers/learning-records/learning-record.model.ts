import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'
import { educationCodes, recordKinds, recordStates } from './learning-record.rules.js'

/** Work practice and diplomas that a holder added; they bring credits once an office or institution has confirmed them. */
const recordSchema = new Schema(
  {
    _id: String,
    personId: { type: String, required: true },
    personName: { type: String, required: true, pii: true, nameOf: 'personId' },
    idMasked: { type: String, required: true, idMaskedOf: 'personId' },
    kind: { type: String, enum: recordKinds, required: true },
    /** employer or school */
    place: { type: String, required: true, pii: true },
    /** post or field of study */
    title: { type: String, required: true, pii: true },
    education: { type: String, enum: educationCodes },
    from: String,
    /** last day of the practice, or day of graduation */
    to: { type: String, required: true },
    hours: Number,
    /** number of the diploma */
    number: { type: String, pii: true },
    file: { type: String, required: true },
    /** whom the holder asked: an organisation, or the office of the county */
    organisationId: String,
    organisationName: String,
    region: { type: String, required: true },
    state: { type: String, enum: recordStates, required: true, default: 'submitted' },
    decidedOn: String,
    timeline: timelineType,
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
  },
  { collection: 'learning-records', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
recordSchema.index({ personId: 1, to: 1 })
recordSchema.index({ organisationId: 1, state: 1, createdAt: 1 })
recordSchema.index({ region: 1, state: 1, createdAt: 1 })
recordSchema.index({ state: 1, createdAt: 1 })

export type LearningRecordRecord = InferSchemaType<typeof recordSchema> & { _id: string; version: number }
export const LearningRecord = model('LearningRecord', recordSchema)

/** "Only once" as an `_id`: two forms sent at the same moment write one record. */
const slotSchema = new Schema(
  { _id: String, recordId: { type: String, required: true } },
  { collection: 'learning-record-slots', versionKey: false, strict: 'throw' },
)
slotSchema.index({ recordId: 1 })
export const LearningRecordSlot = model('LearningRecordSlot', slotSchema)
