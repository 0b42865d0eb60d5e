import { Schema, model, type InferSchemaType } from 'mongoose'

export const outboxStates = ['pending', 'done', 'dead', 'void'] as const

const outboxSchema = new Schema(
  {
    /** `<type>:<key>`: unique over all shards, so that one business change asks for one piece of work. */
    _id: String,
    type: { type: String, required: true },
    queue: { type: String, required: true },
    payload: { type: Schema.Types.Mixed, required: true },
    state: { type: String, enum: outboxStates, required: true, default: 'pending' },
    attempts: { type: Number, required: true, default: 0 },
    notBefore: { type: Date, required: true },
    /** when Bull was last told of it */
    rungAt: Date,
    leaseToken: String,
    leaseUntil: Date,
    lastError: String,
    lastErrorCode: String,
    requestedBy: String,
    createdAt: { type: Date, required: true },
    doneAt: Date,
    voidedBy: String,
    voidReason: String,
  },
  { collection: 'outbox', versionKey: false, minimize: false, strict: 'throw' },
)
outboxSchema.index({ state: 1, notBefore: 1 })
outboxSchema.index({ doneAt: 1 }, { expireAfterSeconds: 30 * 24 * 3600 })

export type OutboxRecord = InferSchemaType<typeof outboxSchema>
export const OutboxRow = model('OutboxRow', outboxSchema)

const effectSchema = new Schema(
  { _id: String, at: { type: Date, required: true } },
  { collection: 'effects', versionKey: false, strict: 'throw' },
)
export const Effect = model('Effect', effectSchema)
