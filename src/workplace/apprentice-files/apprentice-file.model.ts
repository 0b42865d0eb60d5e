import { Schema, model, type InferSchemaType } from 'mongoose'
import { stagedFileFields } from '../../infra/sheets/staged-file.js'

/** An uploaded roster of apprentices: looked at first, then written line by line. Forgotten after thirty days. */
const apprenticeFileSchema = new Schema(
  {
    ...stagedFileFields,
    classId: { type: String, required: true },
    enterpriseId: { type: String, required: true },
    state: { type: String, enum: ['preview', 'done', 'withdrawn'], required: true, default: 'preview' },
  },
  { collection: 'apprentice-files', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
apprenticeFileSchema.index({ classId: 1, createdAt: -1 })
apprenticeFileSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
export type ApprenticeFileRecord = InferSchemaType<typeof apprenticeFileSchema>
export const ApprenticeFile = model('ApprenticeFile', apprenticeFileSchema)
