import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'

/** From the highest to the lowest; what a result is worth is told by tables of each tier. */
export const tiers = ['national-1', 'national-2', 'provincial', 'new-area', 'industry', 'post'] as const
export type Tier = (typeof tiers)[number]

export const competitionStates = [
  'draft',
  'submitted',
  'returned',
  'published',
  'entries-open',
  'entries-closed',
  'contest',
  'locked',
  'noticed',
  'final',
  'withdrawn',
  'cancelled',
] as const
export type CompetitionState = (typeof competitionStates)[number]

export const documentKinds = ['notice', 'technical', 'other'] as const
export type DocumentKind = (typeof documentKinds)[number]

const competitionSchema = new Schema(
  {
    _id: String,
    /** JS2022-03 */
    number: { type: String, required: true },
    title: { type: String, required: true },
    titlePinyin: String,
    titleInitials: String,
    tier: { type: String, enum: tiers, required: true },
    /** the year of its first day of contest: what the yearly target and report count by */
    year: { type: Number, required: true },
    /** 主办单位, as printed; 承办单位 is an organisation of the register and runs it here */
    sponsor: { type: String, required: true },
    hostOrganisationId: { type: String, required: true },
    hostOrganisationName: { type: String, required: true },
    /** the county where it is held */
    region: { type: String, required: true },
    place: { type: String, required: true },
    entriesFrom: { type: String, required: true },
    entriesTo: { type: String, required: true },
    contestFrom: { type: String, required: true },
    contestTo: { type: String, required: true },
    summary: String,
    contact: String,
    /** notice and technical documents, by the SHA-256 of the file; a replaced one stays with its day */
    documents: [
      {
        _id: false,
        id: { type: String, required: true },
        kind: { type: String, enum: documentKinds, required: true },
        title: { type: String, required: true },
        file: { type: String, required: true },
        fileName: { type: String, required: true },
        size: { type: Number, required: true },
        at: { type: Date, required: true },
        byId: String,
        byName: String,
        replacedAt: Date,
      },
    ],
    state: { type: String, enum: competitionStates, required: true, default: 'draft' },
    /** counted as entries come and go */
    entries: { type: Number, required: true, default: 0 },
    submittedById: String,
    submittedOn: String,
    publishedById: String,
    publishedOn: String,
    noticedOn: String,
    finalOn: String,
    timeline: timelineType,
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
  },
  { collection: 'competitions', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
competitionSchema.index({ hostOrganisationId: 1, contestFrom: -1 })
competitionSchema.index({ region: 1, state: 1, contestFrom: -1 })
competitionSchema.index({ state: 1, contestFrom: -1 })
competitionSchema.index({ year: 1, tier: 1 })

export type CompetitionRecord = InferSchemaType<typeof competitionSchema>
export const Competition = model('Competition', competitionSchema)
