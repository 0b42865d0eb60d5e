import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'

/** `completed` has finished without a certificate; `transferred` goes on as the record that `transferredTo` names. */
export const apprenticeStates = [
  'training',
  'exited',
  'transferred',
  'certified',
  'completed',
  'not-completed',
] as const
export type ApprenticeState = (typeof apprenticeStates)[number]
export const apprenticeOutcomes = ['certified', 'completed', 'not-completed'] as const
export type ApprenticeOutcome = (typeof apprenticeOutcomes)[number]
export const exitReasons = [
  'resigned',
  'dismissed',
  'contract-ended',
  'illness',
  'military-service',
  'own-wish',
  'other',
] as const
export type ExitReason = (typeof exitReasons)[number]

/** One of the two contracts that an apprentice signs with the enterprise: first and last day, its number and the scanned paper. */
const contractSchema = new Schema(
  {
    number: String,
    from: { type: String, required: true },
    to: { type: String, required: true },
    signedOn: { type: String, required: true },
    file: String,
    fileName: String,
    at: Date,
    byId: String,
    byName: String,
  },
  { _id: false, strict: 'throw' },
)

/** Marks of 100; `absent` instead of marks. */
const checkSchema = new Schema(
  {
    on: { type: String, required: true },
    theory: Number,
    practice: Number,
    absent: Boolean,
    passed: { type: Boolean, required: true },
    reasons: [String],
    note: String,
    at: { type: Date, required: true },
    byId: { type: String, required: true },
    byName: { type: String, required: true },
  },
  { _id: false, strict: 'throw' },
)

/**
 * One person in one apprenticeship. The `_id` is `<apprenticeshipId>:<personId>`, so nobody is in it twice; who changes to another
 * enterprise or school goes on in another record, and the two name each other.
 */
const apprenticeSchema = new Schema(
  {
    _id: String,
    apprenticeshipId: { type: String, required: true },
    personId: { type: String, required: true },
    enterpriseId: { type: String, required: true },
    institutionId: { type: String, required: true },
    region: { type: String, required: true },
    level: { type: Number, required: true },
    personName: { type: String, required: true, pii: true, nameOf: 'personId' },
    namePinyin: String,
    nameInitials: String,
    idMasked: { type: String, required: true, idMaskedOf: 'personId' },
    /** the post in the enterprise */
    post: String,
    importId: String,
    /** first and last day as planned; breaks move the last one (`dueOn` of the rules) */
    from: { type: String, required: true },
    to: { type: String, required: true },
    /** both days belong to the break */
    breaks: [
      {
        _id: false,
        from: { type: String, required: true },
        to: { type: String, required: true },
        reason: { type: String, required: true },
      },
    ],
    state: { type: String, enum: apprenticeStates, required: true, default: 'training' },
    labourContract: contractSchema,
    trainingAgreement: contractSchema,
    /** the last day in the enterprise */
    exitedOn: String,
    exitReason: { type: String, enum: exitReasons },
    midTerm: checkSchema,
    assessment: checkSchema,
    /** what was in force before a correction, newest last */
    corrections: [
      { _id: false, what: String, reason: String, before: Schema.Types.Mixed, at: Date, byId: String, byName: String },
    ],
    outcome: { type: String, enum: apprenticeOutcomes },
    outcomeReasons: [String],
    outcomeOn: String,
    certificateId: String,
    transferredFrom: String,
    transferredTo: String,
    transferredOn: String,
    timeline: timelineType,
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
  },
  { collection: 'apprentices', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
apprenticeSchema.index({ apprenticeshipId: 1, namePinyin: 1, _id: 1 })
apprenticeSchema.index({ personId: 1, from: -1 })
apprenticeSchema.index({ enterpriseId: 1, state: 1, namePinyin: 1 })
apprenticeSchema.index({ institutionId: 1, state: 1, namePinyin: 1 })
apprenticeSchema.index({ importId: 1 }, { sparse: true })

export type ApprenticeRecord = InferSchemaType<typeof apprenticeSchema>
export const Apprentice = model('Apprentice', apprenticeSchema)
export const apprenticeIdOf = (apprenticeshipId: string, personId: string): string => `${apprenticeshipId}:${personId}`

/** A person learns in one apprenticeship at a time: the person's id is the `_id`, so no second place can be taken. */
const apprenticePlaceSchema = new Schema(
  { _id: String, apprenticeId: { type: String, required: true } },
  { collection: 'apprentice-places', versionKey: false, strict: 'throw' },
)
export const ApprenticePlace = model('ApprenticePlace', apprenticePlaceSchema)
