import { Schema, model, type InferSchemaType } from 'mongoose'
import { sealedType } from '../../infra/vault.js'

/** An uploaded list of contestants: looked at first, then entered team by team. Forgotten after thirty days. */
const entryFileSchema = new Schema(
  {
    _id: String,
    eventId: { type: String, required: true },
    organisationId: { type: String, required: true },
    fileName: { type: String, required: true },
    state: { type: String, enum: ['preview', 'done'], required: true, default: 'preview' },
    good: { type: Number, required: true },
    faults: { type: Number, required: true },
    /** lines and teams as JSON: they hold ID numbers */
    cells: sealedType,
    /** teams that were entered, and those refused with their reason, by their place in the file */
    written: [Number],
    refused: [
      {
        _id: false,
        team: { type: Number, required: true },
        code: { type: String, required: true },
        params: Schema.Types.Mixed,
      },
    ],
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    expiresAt: Date,
  },
  { collection: 'competition-entry-files', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
entryFileSchema.index({ organisationId: 1, createdAt: -1 })
entryFileSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
export type EntryFileRecord = InferSchemaType<typeof entryFileSchema>
export const EntryFile = model('CompetitionEntryFile', entryFileSchema)
