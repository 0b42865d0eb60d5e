import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'
import { agreementKinds, recognitionEffects, sourceFamilies } from '../recognition-agreements/agreement.data.js'
import { equivalenceRowSchema } from '../recognition-agreements/agreement.model.js'
import { checkResults } from '../source-checks/source-check.rules.js'
import { origins, recognitionStates, refusalCodes } from './recognition.data.js'

/** The paper of the neighbour, as the applicant gives it: pointed at, never copied into our own certificates. */
const sourceType = {
  region: { type: String, required: true },
  family: { type: String, enum: sourceFamilies, required: true },
  occupationId: { type: String, required: true },
  edition: { type: String, required: true },
  lineage: { type: String, required: true },
  occupationName: { type: String, required: true },
  level: { type: Number, required: true },
  number: { type: String, required: true },
  issuer: { type: String, required: true },
  issuedOn: { type: String, required: true },
  expiresOn: String,
} as const

/** The table as it was on the day of the application; a later version never changes it. */
const equivalenceSchema = new Schema(
  {
    ok: { type: Boolean, required: true },
    reason: { type: String, enum: refusalCodes },
    agreementId: String,
    version: Number,
    number: String,
    title: String,
    kind: { type: String, enum: agreementKinds },
    clause: String,
    from: String,
    to: String,
    row: equivalenceRowSchema,
  },
  { _id: false, strict: 'throw' },
)

const recognitionSchema = new Schema(
  {
    _id: String,
    /** XA-HS-2026-0012: of the application; the statement has a number of its own */
    number: { type: String, required: true },
    origin: { type: String, enum: origins, required: true },
    applicantId: { type: String, required: true },
    /** the enterprise that applied */
    organisationId: String,
    organisationName: String,
    batchId: String,
    personId: { type: String, required: true },
    personName: { type: String, required: true, pii: true, nameOf: 'personId' },
    idMasked: { type: String, required: true, idMaskedOf: 'personId' },
    /** the county whose officers handle it */
    region: { type: String, required: true },
    source: { type: new Schema(sourceType, { _id: false, strict: 'throw' }), required: true },
    copyFile: String,
    claimId: { type: String, required: true },
    appliedOn: { type: String, required: true },
    state: { type: String, enum: recognitionStates, required: true },
    handledBy: [String],
    checkResult: { type: String, enum: checkResults },
    checkId: String,
    checkedText: String,
    firstNotFoundOn: String,
    nextCheckOn: String,
    equivalence: equivalenceSchema,
    opinion: { _id: false, reasons: [{ type: String, enum: refusalCodes }], note: String, byName: String },
    decision: {
      _id: false,
      on: String,
      granted: Boolean,
      reasons: [{ type: String, enum: refusalCodes }],
      note: String,
      byId: String,
      byName: String,
    },
    effects: [{ type: String, enum: recognitionEffects }],
    inForceOn: String,
    endedOn: String,
    flaggedOn: String,
    /** as the statement prints it: what was known of the source at the decision */
    statement: { _id: false, checkedText: String },
    /** the statement that holds; the certificates queue makes it after the decision */
    certificateId: String,
    timeline: timelineType,
    createdAt: { type: Date, required: true },
  },
  { collection: 'recognitions', versionKey: 'version', optimisticConcurrency: true, strict: 'throw', minimize: false },
)
recognitionSchema.index({ personId: 1, appliedOn: -1 })
recognitionSchema.index({ organisationId: 1, appliedOn: -1 })
recognitionSchema.index({ region: 1, state: 1, appliedOn: -1 })
recognitionSchema.index({ state: 1, nextCheckOn: 1 })
recognitionSchema.index({ 'source.number': 1, 'source.region': 1 })
recognitionSchema.index({ appliedOn: -1, _id: -1 })
export type RecognitionRecord = InferSchemaType<typeof recognitionSchema> & { version: number }
export const Recognition = model('Recognition', recognitionSchema)

/** `_id` is the keyed fingerprint of issuer, number and person: one paper of one person has one case at a time. */
const claimSchema = new Schema(
  { _id: String, caseId: { type: String, required: true }, caseNumber: { type: String, required: true } },
  { collection: 'recognition-claims', versionKey: false, strict: 'throw' },
)
export const RecognitionClaim = model('RecognitionClaim', claimSchema)

/** `<case>:<organisation>`: an employer that relies on a recognition hears when its source ends. */
const relianceSchema = new Schema(
  {
    _id: String,
    caseId: { type: String, required: true },
    organisationId: { type: String, required: true },
    organisationName: { type: String, required: true },
    purpose: { type: String, required: true },
    at: { type: Date, required: true },
    byName: { type: String, required: true },
  },
  { collection: 'recognition-reliances', versionKey: false, strict: 'throw' },
)
relianceSchema.index({ caseId: 1 })
relianceSchema.index({ organisationId: 1, at: -1 })
export type RelianceRecord = InferSchemaType<typeof relianceSchema>
export const RecognitionReliance = model('RecognitionReliance', relianceSchema)
export const relianceId = (caseId: string, organisationId: string): string => `${caseId}:${organisationId}`
