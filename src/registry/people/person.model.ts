import { Schema, model, type InferSchemaType } from 'mongoose'
import { sealedType } from '../../infra/vault.js'

export const idTypes = [
  'resident-id',
  'passport',
  'hk-macao-permit',
  'taiwan-permit',
  'foreigner-permanent-residence',
  'officer-card',
] as const
export type IdType = (typeof idTypes)[number]

const datedCode = {
  _id: false,
  code: { type: String, required: true },
  from: { type: String, required: true },
  to: String,
  proof: String,
}

const personSchema = new Schema(
  {
    _id: String,
    name: { type: String, required: true, pii: true },
    /** as it was entered until that day, newest last */
    formerNames: [{ _id: false, name: { type: String, pii: true }, until: String, ground: String, byId: String }],
    /** papers shown before, newest last; a renewed one still finds the person */
    formerDocuments: [
      {
        _id: false,
        idType: { type: String, enum: idTypes },
        idMasked: String,
        until: String,
        ground: String,
        byId: String,
      },
    ],
    namePinyin: String,
    nameInitials: String,
    idType: { type: String, enum: idTypes, required: true },
    idNumber: sealedType,
    /** shown in lists: 130632********0025 */
    idMasked: { type: String, required: true },
    sex: { type: String, enum: ['male', 'female', 'unknown'], required: true, default: 'unknown' },
    birthOn: { type: String, pii: true },
    phone: sealedType,
    phoneMasked: String,
    residenceRegion: String,
    /** dated: the category of a day is the last one from before it; a tag holds from its first to its last day */
    categories: [datedCode],
    tags: [datedCode],
    photoFile: String,
    /** organisations that taught or examined this person: they may see the record */
    organisationIds: [String],
    /** counties of those organisations and of the residence: their officers may see the record */
    regions: [String],
    /** the number of the learning account, told from above when it is opened: a list of accounts is a list of people */
    learningAccount: String,
    /** the account in which this person signs in */
    accountId: String,
    mergedInto: String,
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
  },
  { collection: 'people', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
// With the `_id` that sorts people of one name, a page of a list is read from the index and not sorted out of the register.
personSchema.index({ organisationIds: 1, namePinyin: 1, _id: 1 })
personSchema.index({ regions: 1, namePinyin: 1, _id: 1 })
personSchema.index({ namePinyin: 1, _id: 1 })
personSchema.index({ name: 1 })
personSchema.index({ nameInitials: 1 })
personSchema.index({ learningAccount: 1, regions: 1 }, { sparse: true })

export type PersonRecord = InferSchemaType<typeof personSchema>
export const Person = model('Person', personSchema)

/** One human is one person: the blind index of each ID document is an `_id`, so no second person can hold it. */
const identitySchema = new Schema(
  { _id: String, personId: { type: String, required: true } },
  { collection: 'person-identities', versionKey: false, strict: 'throw' },
)
identitySchema.index({ personId: 1 })
export const PersonIdentity = model('PersonIdentity', identitySchema)
