import { Schema, model, type InferSchemaType } from 'mongoose'
import { sealedType } from '../../infra/vault.js'

/** An uploaded roster of apprentices: looked at first, then written line by line. Forgotten after thirty days. */
const apprenticeFileSchema = new Schema(
  {
    _id: String,
    classId: { type: String, required: true },
    enterpriseId: { type: String, required: true },
    fileName: { type: String, required: true },
    state: { type: String, enum: ['preview', 'done', 'withdrawn'], required: true, default: 'preview' },
    good: { type: Number, required: true },
    /** lines as JSON: they hold ID numbers */
    cells: sealedType,
    /** numbers of the lines that were written, and of those refused with the reason */
    written: [Number],
    refused: [
      {
        _id: false,
        line: { type: Number, required: true },
        code: { type: String, required: true },
        params: Schema.Types.Mixed,
      },
    ],
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    expiresAt: Date,
  },
  { collection: 'apprentice-files', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
apprenticeFileSchema.index({ classId: 1, createdAt: -1 })
apprenticeFileSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
export type ApprenticeFileRecord = InferSchemaType<typeof apprenticeFileSchema>
export const ApprenticeFile = model('ApprenticeFile', apprenticeFileSchema)
