import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'
import { agreementKinds, recognitionEffects, recognitionObjects, sourceFamilies } from './agreement.data.js'
import { draftStates } from '../equivalences/equivalence.rules.js'

const rowFields = {
  key: { type: String, required: true },
  object: { type: String, enum: recognitionObjects, required: true },
  region: { type: String, required: true },
  family: { type: String, enum: sourceFamilies },
  edition: String,
  lineage: String,
  occupationName: String,
  level: Number,
  targetLevel: Number,
  effects: [{ type: String, enum: recognitionEffects }],
} as const
export const equivalenceRowSchema = new Schema(rowFields, { _id: false, strict: 'throw' })

const heading = {
  /** 文号 */
  number: { type: String, required: true },
  title: { type: String, required: true },
  kind: { type: String, enum: agreementKinds, required: true },
  clause: { type: String, required: true },
  /** not Xiong'an's own: carries 样例 */
  sample: { type: Boolean, required: true },
} as const

/** An agreement with its neighbours; its draft becomes the next version when a second person publishes it. */
const agreementSchema = new Schema(
  {
    _id: String,
    ...heading,
    /** the last published version; 0 before the first */
    version: { type: Number, required: true, default: 0 },
    draftState: { type: String, enum: draftStates, required: true, default: 'editing' },
    from: { type: String, required: true },
    to: String,
    rows: [equivalenceRowSchema],
    /** everybody who wrote in this draft */
    makers: [String],
    timeline: timelineType,
    createdAt: { type: Date, required: true },
  },
  {
    collection: 'recognition-agreements',
    versionKey: 'edition',
    optimisticConcurrency: true,
    strict: 'throw',
    minimize: false,
  },
)
agreementSchema.index({ createdAt: -1 })
export type AgreementRecord = InferSchemaType<typeof agreementSchema>
export const Agreement = model('RecognitionAgreement', agreementSchema)

/** `<agreement>:<version>`; written once, so that an old decision can always be read with its table. */
const versionSchema = new Schema(
  {
    _id: String,
    agreementId: { type: String, required: true },
    version: { type: Number, required: true },
    ...heading,
    from: { type: String, required: true },
    to: String,
    rows: [equivalenceRowSchema],
    publishedOn: { type: String, required: true },
    publishedByName: { type: String, required: true },
  },
  { collection: 'recognition-agreement-versions', versionKey: false, strict: 'throw', minimize: false },
)
versionSchema.index({ agreementId: 1, version: 1 })
export type AgreementVersionRecord = InferSchemaType<typeof versionSchema>
export const AgreementVersion = model('RecognitionAgreementVersion', versionSchema)
export const agreementVersionId = (agreementId: string, version: number): string => `${agreementId}:${version}`
