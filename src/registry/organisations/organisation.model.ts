import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'

export const capabilities = [
  'training-institution',
  'vocational-school',
  'enterprise',
  'assessment-body',
  'practice-base',
] as const
export type Capability = (typeof capabilities)[number]
export const organisationStates = ['draft', 'submitted', 'approved', 'returned', 'suspended'] as const
export type OrganisationState = (typeof organisationStates)[number]

/** what it may teach or examine, by occupation lineage and highest level, from day to day */
const licenceType = {
  _id: false,
  occupation: { type: String, required: true },
  maxLevel: { type: Number, required: true },
  from: { type: String, required: true },
  to: String,
  document: String,
} as const

const proposalSchema = new Schema(
  {
    state: { type: String, enum: ['submitted', 'returned'], required: true },
    name: { type: String, required: true },
    creditCode: { type: String, required: true },
    creditCodeWarning: Boolean,
    creditCodeAcceptedBy: String,
    capabilities: [{ type: String, enum: capabilities }],
    homeRegion: { type: String, required: true },
    region: { type: String, required: true },
    address: String,
    contactName: String,
    contactPhone: String,
    licences: [licenceType],
    certificatePrefix: String,
  },
  { _id: false, strict: 'throw' },
)

const organisationSchema = new Schema(
  {
    _id: String,
    name: { type: String, required: true },
    namePinyin: String,
    nameInitials: String,
    creditCode: { type: String, required: true },
    /** the check digit does not fit; a reviewer may accept the code all the same */
    creditCodeWarning: Boolean,
    creditCodeAcceptedBy: String,
    capabilities: [{ type: String, enum: capabilities }],
    /** where it comes from: 110000 Beijing, 120000 Tianjin, 1306xx, 133100 */
    homeRegion: { type: String, required: true },
    /** the county whose officers review it first: 130629, 130632, 130638 */
    region: { type: String, required: true },
    address: String,
    contactName: String,
    contactPhone: String,
    licences: [licenceType],
    /** positions 1-13 of certificate numbers, given by the authority to assessment bodies */
    certificatePrefix: String,
    state: { type: String, enum: organisationStates, required: true, default: 'draft' },
    /** facts that an approved organisation asks to change; what was approved stays in force until a reviewer agrees */
    proposal: proposalSchema,
    /** set while somebody has to review it, first come first served */
    waitingSince: Date,
    timeline: timelineType,
    createdAt: { type: Date, required: true },
  },
  { collection: 'organisations', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
organisationSchema.index({ state: 1, region: 1 })
organisationSchema.index({ region: 1, namePinyin: 1 })
organisationSchema.index({ capabilities: 1, state: 1 })
organisationSchema.index({ waitingSince: 1 }, { sparse: true })

export type OrganisationRecord = InferSchemaType<typeof organisationSchema>
export const Organisation = model('Organisation', organisationSchema)

const creditCodeSchema = new Schema(
  { _id: String, organisationId: { type: String, required: true } },
  { collection: 'credit-codes', versionKey: false, strict: 'throw' },
)
export const CreditCode = model('CreditCode', creditCodeSchema)

/** Two bodies with one prefix would issue the same numbers. */
const certificatePrefixSchema = new Schema(
  { _id: String, organisationId: { type: String, required: true } },
  { collection: 'certificate-prefixes', versionKey: false, strict: 'throw' },
)
export const CertificatePrefix = model('CertificatePrefix', certificatePrefixSchema)
