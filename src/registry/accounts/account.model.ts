import { Schema, model, type InferSchemaType } from 'mongoose'
import { roles } from '../../shared/permissions.js'

const accountSchema = new Schema(
  {
    _id: String,
    name: { type: String, required: true, nameOf: 'personId' },
    role: { type: String, enum: roles, required: true },
    organisationId: String,
    region: String,
    personId: String,
    passwordHash: { type: String, required: true },
    mustChangePassword: { type: Boolean, required: true, default: false },
    state: { type: String, enum: ['active', 'disabled'], required: true, default: 'active' },
    failures: { type: Number, required: true, default: 0 },
    lockedUntil: Date,
    /** raised to end every session of the account at once */
    sessionEpoch: { type: Number, required: true, default: 1 },
    lastSignInAt: Date,
    createdAt: { type: Date, required: true },
    createdBy: String,
  },
  { collection: 'accounts', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
accountSchema.index({ organisationId: 1 })
accountSchema.index({ personId: 1 })
accountSchema.index({ role: 1 })

export type AccountRecord = InferSchemaType<typeof accountSchema>
export const Account = model('Account', accountSchema)

/** What is unique across shards is the `_id` of its own small collection: the user name in lower case. */
const usernameSchema = new Schema(
  { _id: String, accountId: { type: String, required: true } },
  { collection: 'usernames', versionKey: false, strict: 'throw' },
)
usernameSchema.index({ accountId: 1 })
export const Username = model('Username', usernameSchema)
