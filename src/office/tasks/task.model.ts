import { Schema, model, type InferSchemaType } from 'mongoose'

export const taskStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export const taskKinds = [
  'certificate-batch',
  'roster-import',
  'register-import',
  'recognition-batch',
  'report-print',
  'list-export',
  'rebuild',
] as const

/** Background work as its owner sees it: progress, and where the result is. The work itself is in the outbox. */
const taskSchema = new Schema(
  {
    _id: String,
    kind: { type: String, enum: taskKinds, required: true },
    title: { type: String, required: true },
    ownerId: { type: String, required: true },
    organisationId: String,
    state: { type: String, enum: taskStates, required: true, default: 'waiting' },
    total: { type: Number, required: true, default: 0 },
    done: { type: Number, required: true, default: 0 },
    failed: { type: Number, required: true, default: 0 },
    /** what the work needs to know: ids and filters, never personal data */
    request: { type: Schema.Types.Mixed },
    resultHref: String,
    resultFile: String,
    resultName: String,
    message: String,
    createdAt: { type: Date, required: true },
    startedAt: Date,
    finishedAt: Date,
  },
  { collection: 'tasks', versionKey: false, minimize: false, strict: 'throw' },
)
taskSchema.index({ ownerId: 1, createdAt: -1 })

export type TaskRecord = InferSchemaType<typeof taskSchema>
export const Task = model('Task', taskSchema)
