import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'
import { identities } from '../events/event.model.js'

/** 已报名 waits for the host; confirmed entries are drawn. Absent and disqualified are facts of marking, not of an entry. */
export const entryStates = ['entered', 'confirmed', 'refused', 'withdrawn'] as const
export type EntryState = (typeof entryStates)[number]
export const entryWays = ['person', 'organisation', 'file'] as const
export type EntryWay = (typeof entryWays)[number]
/** 中华技能大奖, 全国技术能手 */
export const honours = ['none', 'grand-skills-award', 'national-expert'] as const
export type Honour = (typeof honours)[number]

const memberType = {
  _id: false,
  personId: { type: String, required: true },
  name: { type: String, required: true, pii: true, nameOf: 'personId' },
  idMasked: { type: String, required: true, idMaskedOf: 'personId' },
  identity: { type: String, enum: identities, required: true },
  /** whom the member works or studies for: judges of the same organisation step back */
  organisationId: String,
  organisationName: String,
  honour: { type: String, enum: honours, required: true, default: 'none' },
} as const

/** One contestant or one team in one event. */
const entrySchema = new Schema(
  {
    _id: String,
    competitionId: { type: String, required: true },
    eventId: { type: String, required: true },
    hostOrganisationId: { type: String, required: true },
    region: { type: String, required: true },
    /** the delegation; none for somebody who enters alone */
    organisationId: String,
    organisationName: String,
    teamName: String,
    members: { type: [memberType], required: true },
    personIds: [String],
    way: { type: String, enum: entryWays, required: true },
    importId: String,
    /** 参赛号, given by the draw: 01-007 */
    number: String,
    state: { type: String, enum: entryStates, required: true, default: 'entered' },
    /** why it was refused, from the closed set of `entry.rules.ts` */
    refusal: String,
    decidedById: String,
    timeline: timelineType,
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
  },
  { collection: 'competition-entries', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
entrySchema.index({ eventId: 1, state: 1, number: 1 })
entrySchema.index({ competitionId: 1, state: 1 })
entrySchema.index({ organisationId: 1, createdAt: -1 })
entrySchema.index({ personIds: 1 })

export type EntryRecord = InferSchemaType<typeof entrySchema>
export type EntryMember = EntryRecord['members'][number]
export const Entry = model('CompetitionEntry', entrySchema)

/** Nobody is twice in one competition: `<competitionId>:<personId>`, removed when the entry ends. */
const entrantSchema = new Schema(
  { _id: String, entryId: { type: String, required: true } },
  { collection: 'competition-entrants', versionKey: false, strict: 'throw' },
)
entrantSchema.index({ entryId: 1 })
export const Entrant = model('CompetitionEntrant', entrantSchema)
