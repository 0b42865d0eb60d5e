import { Schema, model, type InferSchemaType } from 'mongoose'
import { sealedType } from '../../infra/vault.js'
import { rosterOutcomes } from '../roster-files/roster-change.rules.js'

export const rosterImportStates = ['preview', 'confirmed', 'done', 'failed', 'withdrawn'] as const
export type RosterImportState = (typeof rosterImportStates)[number]

const counts = {
  _id: false,
  new: { type: Number, default: 0 },
  update: { type: Number, default: 0 },
  same: { type: Number, default: 0 },
  fault: { type: Number, default: 0 },
}

/** One uploaded roster: previewed, then confirmed, then written by a job. Nothing but this and its rows exists before the confirmation. */
const rosterImportSchema = new Schema(
  {
    _id: String,
    courseRunId: { type: String, required: true },
    courseRunTitle: { type: String, required: true },
    organisationId: { type: String, required: true },
    region: { type: String, required: true },
    fileName: { type: String, required: true },
    state: { type: String, enum: rosterImportStates, required: true, default: 'preview' },
    /** of the preview */
    counts,
    faults: { type: Number, required: true, default: 0 },
    warned: { type: Number, required: true, default: 0 },
    /** columns of the file that were not used */
    unused: [String],
    /** of the writing */
    written: counts,
    refused: { type: Number, required: true, default: 0 },
    removed: Number,
    taskId: String,
    /** why the whole import was not written */
    failure: String,
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    confirmedAt: Date,
    confirmedBy: String,
    finishedAt: Date,
    withdrawnAt: Date,
    withdrawnBy: String,
    /** an unconfirmed upload is forgotten after seven days */
    expiresAt: Date,
  },
  {
    collection: 'roster-imports',
    versionKey: 'version',
    optimisticConcurrency: true,
    strict: 'throw',
    minimize: false,
  },
)
rosterImportSchema.index({ courseRunId: 1, createdAt: -1 })
rosterImportSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })

export type RosterImportRecord = InferSchemaType<typeof rosterImportSchema>
export const RosterImport = model('RosterImport', rosterImportSchema)

export const rosterRowStates = ['fault', 'waiting', 'written', 'refused'] as const

/** One staged line. What the file said is sealed; only name and mask stand open, as on every list. */
const rosterRowSchema = new Schema(
  {
    /** `<import>:<line>` */
    _id: String,
    importId: { type: String, required: true },
    line: { type: Number, required: true },
    state: { type: String, enum: rosterRowStates, required: true },
    outcome: { type: String, enum: rosterOutcomes, required: true },
    name: { type: String, pii: true },
    idMasked: String,
    cells: sealedType,
    faults: [{ _id: false, column: String, code: String, params: Schema.Types.Mixed }],
    warnings: [{ _id: false, code: String, params: Schema.Types.Mixed }],
    changes: [{ _id: false, column: String, from: String, to: String }],
    expiresAt: { type: Date, required: true },
  },
  { collection: 'roster-import-rows', versionKey: false, strict: 'throw' },
)
rosterRowSchema.index({ importId: 1, outcome: 1, line: 1 })
rosterRowSchema.index({ importId: 1, state: 1, line: 1 })
rosterRowSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })

export type RosterRowRecord = InferSchemaType<typeof rosterRowSchema>
export const RosterRow = model('RosterRow', rosterRowSchema)
export const rosterRowId = (importId: string, line: number): string => `${importId}:${line}`
