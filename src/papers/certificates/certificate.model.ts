import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'

export const certificateStates = ['issued', 'suspended', 'revoked', 'superseded'] as const
export type CertificateState = (typeof certificateStates)[number]
export const issuedFamilies = ['level', 'completion', 'award', 'statement'] as const
/** A statement points at a paper of a neighbour: it is stored and verified like the others and counted nowhere as issued here. */
export const issuedHere = { family: { $ne: 'statement' as const } }
export type IssuedFamily = (typeof issuedFamilies)[number]
/** What papers are issued for; each kind has its provider in `certificate-sources`. */
export const sourceKinds = ['course-run', 'apprenticeship', 'competition', 'recognition'] as const
export type SourceKind = (typeof sourceKinds)[number]
export const revocationReasons = [
  'wrong-result',
  'impersonation',
  'false-papers',
  'beyond-licence',
  'issued-in-error',
  'source-ended',
  'other',
] as const
export type RevocationReason = (typeof revocationReasons)[number]
export const reissueReasons = [
  'holder-corrected',
  'result-corrected',
  'course-corrected',
  'photo-replaced',
  'revocation-lifted',
] as const
export type ReissueReason = (typeof reissueReasons)[number]

/** What is printed is frozen here: a later change of the person changes neither the paper nor what verification says. */
const certificateSchema = new Schema(
  {
    _id: String,
    number: { type: String, required: true },
    /** 16 letters of 5 bits, in the QR; its `_id` collection is `certificate-tokens` */
    token: { type: String, required: true },
    family: { type: String, enum: issuedFamilies, required: true },
    state: { type: String, enum: certificateStates, required: true, default: 'issued' },
    personId: { type: String, required: true },
    /** the course run, apprenticeship, competition … that it proves, and the line in it: an enrolment, an apprentice … */
    sourceKind: { type: String, enum: sourceKinds, required: true },
    sourceId: { type: String, required: true },
    lineId: { type: String, required: true },
    batchId: String,
    organisationId: { type: String, required: true },
    /** the training institution, which may see it too */
    institutionId: String,
    region: { type: String, required: true },
    holderName: { type: String, required: true, pii: true },
    /** the printed data of the paper (`Papers` of its family, without photo) */
    paper: { type: Schema.Types.Mixed, required: true },
    photoFile: String,
    occupationId: String,
    lineage: String,
    level: Number,
    issuedOn: { type: String, required: true },
    expiresOn: String,
    /** SHA-256 of the PDF: any other file is not ours */
    fileSha256: { type: String, required: true },
    revokedOn: String,
    /** from a closed set, shown to everybody */
    revokedReason: { type: String, enum: revocationReasons },
    /** number of the decision, shown to everybody */
    revokedDocument: String,
    /** for those in charge only */
    revokedNote: { type: String, pii: true },
    /** the chain of corrections: the paper that came after, and the one before */
    supersededBy: String,
    supersedes: String,
    /** what the new paper changed, named by field */
    reissueReason: { type: String, enum: reissueReasons },
    timeline: timelineType,
    issuedAt: { type: Date, required: true },
  },
  { collection: 'certificates', versionKey: 'version', optimisticConcurrency: true, strict: 'throw', minimize: false },
)
certificateSchema.index({ personId: 1, issuedOn: -1 })
certificateSchema.index({ organisationId: 1, issuedOn: -1, _id: -1 })
certificateSchema.index({ institutionId: 1, issuedOn: -1, _id: -1 })
certificateSchema.index({ region: 1, issuedOn: -1, _id: -1 })
certificateSchema.index({ sourceId: 1, family: 1 })
certificateSchema.index({ number: 1 })
certificateSchema.index({ holderName: 1 })
certificateSchema.index({ fileSha256: 1 })
certificateSchema.index({ issuedOn: -1, _id: -1 })

export type CertificateRecord = InferSchemaType<typeof certificateSchema>
export const Certificate = model('Certificate', certificateSchema)

const tokenSchema = new Schema(
  { _id: String, certificateId: { type: String, required: true } },
  { collection: 'certificate-tokens', versionKey: false, strict: 'throw' },
)
export const CertificateToken = model('CertificateToken', tokenSchema)
