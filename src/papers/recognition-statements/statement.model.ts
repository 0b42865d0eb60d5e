import { Schema, model } from 'mongoose'

/** The unguessable code of a statement's QR; its `_id` keeps it unique. */
const tokenSchema = new Schema(
  { _id: String, caseId: { type: String, required: true } },
  { collection: 'recognition-statement-tokens', versionKey: false, strict: 'throw' },
)
export const StatementToken = model('RecognitionStatementToken', tokenSchema)
