import { Schema, model, type InferSchemaType } from 'mongoose'
import { stagedFileFields } from '../../infra/sheets/staged-file.js'

/** An uploaded list of contestants: looked at first, then entered team by team. Forgotten after thirty days. */
const entryFileSchema = new Schema(
  {
    ...stagedFileFields,
    eventId: { type: String, required: true },
    organisationId: { type: String, required: true },
    state: { type: String, enum: ['preview', 'done'], required: true, default: 'preview' },
    faults: { type: Number, required: true },
  },
  { collection: 'competition-entry-files', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
entryFileSchema.index({ organisationId: 1, createdAt: -1 })
entryFileSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
export type EntryFileRecord = InferSchemaType<typeof entryFileSchema>
export const EntryFile = model('CompetitionEntryFile', entryFileSchema)
