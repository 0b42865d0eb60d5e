import { Schema, model, type InferSchemaType } from 'mongoose'

/** What happened, for an audience; the job gives each account its own copy. */
const notificationSchema = new Schema(
  {
    _id: String,
    audience: { accountId: String, organisationId: String, role: String, region: String },
    /** a word key and its parameters, so that everybody reads it in their own language */
    key: { type: String, required: true },
    params: Schema.Types.Mixed,
    href: { type: String, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'notifications', versionKey: false, minimize: false, strict: 'throw' },
)
notificationSchema.index({ createdAt: 1 }, { expireAfterSeconds: 90 * 24 * 3600 })
export type NotificationRecord = InferSchemaType<typeof notificationSchema>
export const Notification = model('Notification', notificationSchema)

/** `_id` is `<notification>:<account>`, so a job delivered twice tells nobody twice. */
const messageSchema = new Schema(
  {
    _id: String,
    accountId: { type: String, required: true },
    key: { type: String, required: true },
    params: Schema.Types.Mixed,
    href: { type: String, required: true },
    createdAt: { type: Date, required: true },
    readAt: Date,
  },
  { collection: 'messages', versionKey: false, minimize: false, strict: 'throw' },
)
messageSchema.index({ accountId: 1, createdAt: -1 })
messageSchema.index({ createdAt: 1 }, { expireAfterSeconds: 365 * 24 * 3600 })
export type MessageRecord = InferSchemaType<typeof messageSchema>
export const Message = model('Message', messageSchema)
