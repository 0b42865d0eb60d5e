import { Schema, model, type InferSchemaType } from 'mongoose'
import { sealedType } from '../../infra/vault.js'

/** 参赛号 of each entry, 参赛号 → 赛位号, 赛位号 → 加密号: three draws by three people. */
export const drawSteps = ['entry', 'station', 'secret'] as const
export type DrawStep = (typeof drawSteps)[number]

/** The `_id` is `<eventId>:<step>`, so each draw happens once. Pairs and seed are sealed until they are opened. */
const codeMapSchema = new Schema(
  {
    _id: String,
    eventId: { type: String, required: true },
    step: { type: String, enum: drawSteps, required: true },
    /** SHA-256 of the seed, shown at once: after opening anybody can check that the seed was not chosen afterwards */
    seedHash: { type: String, required: true },
    seed: sealedType,
    /** `[[from, to], …]` as JSON */
    pairs: sealedType,
    count: { type: Number, required: true },
    drawnAt: { type: Date, required: true },
    byId: { type: String, required: true },
    byName: { type: String, required: true },
    openedAt: Date,
    openedById: String,
    openedByName: String,
  },
  { collection: 'competition-code-maps', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
codeMapSchema.index({ eventId: 1 })

export type CodeMapRecord = InferSchemaType<typeof codeMapSchema>
export const CodeMap = model('CompetitionCodeMap', codeMapSchema)

/** The secret codes alone, in the order of the alphabet: all that judges and scorers may know. `_id` is `<eventId>:<code>`. */
const secretCodeSchema = new Schema(
  { _id: String, eventId: { type: String, required: true }, code: { type: String, required: true } },
  { collection: 'competition-secret-codes', versionKey: false, strict: 'throw' },
)
secretCodeSchema.index({ eventId: 1, code: 1 })
export const SecretCode = model('CompetitionSecretCode', secretCodeSchema)
