import { Schema, model, type InferSchemaType } from 'mongoose'
import type { TranscriptRow, TranscriptSums } from './transcript.rules.js'

/** A print of an account with everything it said. The `_id` names what was printed, so that two clicks make one print. */
const transcriptSchema = new Schema(
  {
    _id: String,
    personId: { type: String, required: true },
    /** opens the public answer; its `_id` collection is `transcript-tokens` */
    token: { type: String, required: true },
    name: { type: String, required: true, pii: true },
    idMasked: { type: String, required: true },
    accountNumber: { type: String, required: true },
    from: { type: String, required: true },
    to: { type: String, required: true },
    rows: { type: Schema.Types.Mixed, required: true },
    sums: { type: Schema.Types.Mixed, required: true },
    /** SHA-256 of the rows of each page, as printed on it */
    pages: [{ _id: false, rows: { type: Number, required: true }, digest: { type: String, required: true } }],
    /** the last entry of the ledger that it tells of */
    lastSerial: { type: Number, required: true },
    fileSha256: { type: String, required: true },
    printedAt: { type: Date, required: true },
    printedBy: { type: String, required: true },
  },
  { collection: 'transcripts', versionKey: false, strict: 'throw' },
)
transcriptSchema.index({ personId: 1, printedAt: -1 })

export type TranscriptRecord = Omit<InferSchemaType<typeof transcriptSchema>, 'rows' | 'sums'> & {
  _id: string
  rows: TranscriptRow[]
  sums: TranscriptSums
}
export const Transcript = model('Transcript', transcriptSchema)

const tokenSchema = new Schema(
  { _id: String, transcriptId: { type: String, required: true } },
  { collection: 'transcript-tokens', versionKey: false, strict: 'throw' },
)
export const TranscriptToken = model('TranscriptToken', tokenSchema)
