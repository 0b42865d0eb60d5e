import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'
import { sourceFamilies } from '../recognition-agreements/agreement.data.js'
import { sourceStatuses } from './registry-columns.data.js'
import { signatureAlgorithms } from '../source-keys/registry-signature.js'

export const keyStates = ['proposed', 'active', 'retired'] as const

/** The public key by which a neighbour's files are known; `_id` is its SHA-256, and a second administrator activates it. */
const keySchema = new Schema(
  {
    _id: String,
    region: { type: String, required: true },
    sender: { type: String, required: true },
    algorithm: { type: String, enum: signatureAlgorithms, required: true },
    pem: { type: String, required: true },
    state: { type: String, enum: keyStates, required: true },
    proposedById: { type: String, required: true },
    timeline: timelineType,
    createdAt: { type: Date, required: true },
  },
  { collection: 'source-keys', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
export type SourceKeyRecord = InferSchemaType<typeof keySchema> & { version: number }
export const SourceKey = model('SourceKey', keySchema)

export const registerStates = ['preview', 'confirmed', 'done', 'discarded'] as const
export type RegisterState = (typeof registerStates)[number]

/** A register as it came, named by the SHA-256 of its bytes: the same file is never taken twice. */
const registerSchema = new Schema(
  {
    _id: String,
    keyId: { type: String, required: true },
    region: { type: String, required: true },
    sender: { type: String, required: true },
    fileName: { type: String, required: true },
    signature: { type: String, required: true },
    /** the day of which the register speaks; it stands in the signed bytes */
    asOf: { type: String, required: true },
    state: { type: String, enum: registerStates, required: true },
    counts: { _id: false, lines: Number, valid: Number, ended: Number, faults: Number },
    faults: [{ _id: false, line: Number, column: String, code: String, text: { type: String, pii: true } }],
    written: { type: Number, required: true, default: 0 },
    taskId: String,
    timeline: timelineType,
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
  },
  {
    collection: 'source-registers',
    versionKey: 'version',
    optimisticConcurrency: true,
    strict: 'throw',
    minimize: false,
  },
)
registerSchema.index({ createdAt: -1 })
export type SourceRegisterRecord = InferSchemaType<typeof registerSchema> & { version: number }
export const SourceRegister = model('SourceRegister', registerSchema)

/** What a register says of one paper. The holder is known by the blind index of the ID alone. */
export const registryFactsType = {
  name: { type: String, required: true, pii: true },
  personIndex: { type: String, required: true },
  idMasked: { type: String, required: true },
  number: { type: String, required: true },
  issuer: { type: String, required: true },
  family: { type: String, enum: sourceFamilies, required: true },
  occupation: { type: String, required: true },
  edition: { type: String, required: true },
  level: { type: Number, required: true },
  issuedOn: { type: String, required: true },
  expiresOn: String,
  status: { type: String, enum: sourceStatuses, required: true },
  statusOn: String,
} as const

/** `<register>:<line>`; kept, so that it can be said which line of which file an answer rests on. */
const lineSchema = new Schema(
  {
    _id: String,
    registerId: { type: String, required: true },
    line: { type: Number, required: true },
    state: { type: String, enum: ['waiting', 'written'], required: true },
    ...registryFactsType,
  },
  { collection: 'source-register-lines', versionKey: false, strict: 'throw' },
)
lineSchema.index({ registerId: 1, state: 1, line: 1 })
export type SourceLineRecord = InferSchemaType<typeof lineSchema>
export const SourceLine = model('SourceRegisterLine', lineSchema)

/** The latest that is known of a paper of a neighbour: `<region>:<number>`; an older file never overwrites a newer one. */
const entrySchema = new Schema(
  {
    _id: String,
    region: { type: String, required: true },
    ...registryFactsType,
    registerId: { type: String, required: true },
    sender: { type: String, required: true },
    asOf: { type: String, required: true },
  },
  { collection: 'source-entries', versionKey: false, strict: 'throw' },
)
export type SourceEntryRecord = InferSchemaType<typeof entrySchema>
export const SourceEntry = model('SourceEntry', entrySchema)
export const sourceEntryId = (region: string, number: string): string => `${region}:${number}`
