import { Schema, model, type InferSchemaType } from 'mongoose'

const auditEntrySchema = new Schema(
  {
    _id: String,
    at: { type: Date, required: true },
    event: { type: String, required: true },
    actorId: String,
    actorName: String,
    role: String,
    method: String,
    path: String,
    status: Number,
    requestId: String,
    ip: String,
    notes: [{ _id: false, subject: String, id: String, details: Schema.Types.Mixed }],
  },
  { collection: 'audit-entries', versionKey: false, strict: 'throw' },
)
auditEntrySchema.index({ at: -1, _id: -1 })
auditEntrySchema.index({ actorId: 1, at: -1, _id: -1 })
auditEntrySchema.index({ 'notes.id': 1, at: -1, _id: -1 })
auditEntrySchema.index({ event: 1, at: -1 })

export type AuditEntryRecord = InferSchemaType<typeof auditEntrySchema>
export const AuditEntry = model('AuditEntry', auditEntrySchema)
