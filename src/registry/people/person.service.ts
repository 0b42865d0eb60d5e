import { pinyin } from 'pinyin-pro'
import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import type { Infra } from '../../infra/infra.js'
import { transact } from '../../infra/mongo.js'
import type { Day } from '../../shared/dates.js'
import { forbidden, invalid, notFound, refused } from '../../shared/errors.js'
import { canonicalPersonId, maskId, maskName, maskPhone, personIdVerdict } from '../../shared/id-card.js'
import type { Actor } from '../../shared/permissions.js'
import { scopeOf } from '../../shared/permissions.js'
import { normaliseName } from '../../shared/text.js'
import { Person, PersonIdentity, type IdType, type PersonRecord } from './person.model.js'
import { categoryOn, sameName, tagsOn } from './person.rules.js'
import { photoJpeg } from './photo.js'

export interface PersonInput {
  name: string
  idType: IdType
  idNumber: string
  phone?: string
  sex?: 'male' | 'female' | 'unknown'
  birthOn?: Day
  category?: string
  tags?: readonly string[]
  /** the day from which category and tags hold */
  on: Day
  residenceRegion?: string
  organisationId: string
}
export type PersonOutcome = 'new' | 'updated' | 'same'
export interface LookUp { personId?: string; nameDiffers?: boolean; knownName?: string }

export const namePinyin = (name: string) => ({
  namePinyin: pinyin(name, { toneType: 'none', mode: 'surname', type: 'array' }).join('').toLowerCase(),
  nameInitials: pinyin(name, { pattern: 'first', toneType: 'none', mode: 'surname', type: 'array' }).join('').toLowerCase(),
})

const place = (id: string, field: 'idNumber' | 'phone'): string => `people.${field}.${id}`

/** Real-name people: one human is one person, whoever enrols them. */
export function createPersonService({ clock, vault, files }: Pick<Infra, 'clock' | 'vault' | 'files'>) {
  const indexOf = (idType: IdType, idNumber: string): string => vault.blindIndex(`id:${idType}`, canonicalPersonId(idType, idNumber))

  return {
    indexOf,
    /**
     * Called inside `transact`. Throws `refused('people.name-differs')` when the document belongs to somebody of another name,
     * `invalid('people.id-…')` when the number cannot be one.
     */
    async findOrCreate(input: PersonInput, byId: string): Promise<{ person: PersonRecord; outcome: PersonOutcome }> {
      const verdict = personIdVerdict(input.idType, input.idNumber)
      if (!verdict.ok) throw invalid(`people.id-${verdict.reason}`)
      const identity = await PersonIdentity.findById(indexOf(input.idType, verdict.id)).lean<{ personId: string }>()
      if (identity) return update(await load(identity.personId), input)
      return { person: await create(input, verdict, byId), outcome: 'new' }
    },

    /** The preview of an import: who is known, in one query, writing nothing. */
    async lookUp(inputs: readonly { idType: IdType; idNumber: string; name: string }[]): Promise<LookUp[]> {
      const indexes = inputs.map(({ idType, idNumber }) => indexOf(idType, idNumber))
      const identities = await PersonIdentity.find({ _id: { $in: indexes } }).lean<{ _id: string; personId: string }[]>()
      const personOf = new Map(identities.map(({ _id, personId }) => [_id, personId]))
      const people = await Person.find({ _id: { $in: [...new Set(personOf.values())] } }).select('name').lean<{ _id: string; name: string }[]>()
      const nameOf = new Map(people.map(({ _id, name }) => [_id, name]))
      return indexes.map((index, i) => {
        const personId = personOf.get(index)
        const known = personId && nameOf.get(personId)
        if (!personId || !known) return {}
        return sameName(known, inputs[i]!.name) ? { personId } : { personId, nameDiffers: true, knownName: maskName(known) }
      })
    },

    get: load,
    categoryOn: (person: Pick<PersonRecord, 'categories'>, day: Day) => categoryOn(person.categories, day),
    tagsOn: (person: Pick<PersonRecord, 'tags'>, day: Day) => tagsOn(person.tags, day),

    /** Opens one value for a stated reason; the caller's audit event carries who, whom and why. */
    async reveal(personId: string, field: 'idNumber' | 'phone', reason: string, actor: Actor): Promise<string> {
      const person = await load(personId)
      assertMaySee(person, actor)
      if (reason.trim().length < 2) throw invalid('people.reveal-reason')
      noteAct('person', personId, { field, reason })
      const sealed = person[field]
      if (!sealed?.ct) throw notFound(field, personId)
      return vault.open(sealed as never, place(personId, field))
    },
    /** For matching photo names and printing official lists; never for a page. */
    openId: (person: PersonRecord): string => vault.open(person.idNumber as never, place(String(person._id), 'idNumber')),
    openPhone: (person: PersonRecord): string | undefined => (person.phone?.ct ? vault.open(person.phone as never, place(String(person._id), 'phone')) : undefined),

    /** Crops to 26:32 on white, strips what the camera wrote, and keeps the JPEG. Throws `invalid('people.photo-…')`. */
    async setPhoto(personId: string, bytes: Buffer, actor: Actor): Promise<void> {
      const person = await load(personId)
      assertMaySee(person, actor)
      const photoFile = await files.put(await photoJpeg(bytes), 'image/jpeg')
      await transact(async () => {
        await Person.updateOne({ _id: personId }, { $set: { photoFile }, $inc: { version: 1 } })
        noteAct('person', personId, { act: 'photo' })
      })
    },

    /** Changes what may change: phone, residence, and from a day on category and tags. */
    async edit(personId: string, change: { phone?: string; residenceRegion?: string; category?: string; tags?: readonly string[]; on: Day }, actor: Actor): Promise<void> {
      const person = await load(personId)
      assertMaySee(person, actor)
      await transact(async () => {
        await Person.updateOne({ _id: personId }, changesOf(person, change) ?? {})
        noteAct('person', personId, { act: 'edited' })
      })
    },
  }

  async function create(input: PersonInput, verdict: { id: string; birthOn?: Day; sex?: 'male' | 'female' }, byId: string): Promise<PersonRecord> {
    const id = newId()
    const name = normaliseName(input.name)
    await PersonIdentity.create([{ _id: indexOf(input.idType, verdict.id), personId: id }])
    const [person] = await Person.create([{
      _id: id, name, ...namePinyin(name), idType: input.idType, idNumber: vault.seal(verdict.id, place(id, 'idNumber')), idMasked: maskId(verdict.id),
      sex: verdict.sex ?? input.sex ?? 'unknown', birthOn: verdict.birthOn ?? input.birthOn, ...phoneOf(id, input.phone), residenceRegion: input.residenceRegion,
      categories: input.category ? [{ code: input.category, from: input.on }] : [], tags: (input.tags ?? []).map((code) => ({ code, from: input.on })),
      organisationIds: [input.organisationId], createdAt: clock.now(), createdBy: byId,
    }])
    return person!.toObject() as PersonRecord
  }

  async function update(person: PersonRecord, input: PersonInput): Promise<{ person: PersonRecord; outcome: PersonOutcome }> {
    if (!sameName(person.name, input.name)) throw refused('people.name-differs', { known: maskName(person.name) })
    const change = changesOf(person, input)
    const joins = !person.organisationIds.includes(input.organisationId)
    if (!change && !joins) return { person, outcome: 'same' }
    const id = String(person._id)
    await Person.updateOne({ _id: id }, { ...change, ...(joins && { $addToSet: { organisationIds: input.organisationId } }) })
    return { person: await load(id), outcome: change ? 'updated' : 'same' }
  }

  function phoneOf(id: string, phone: string | undefined) {
    return phone ? { phone: vault.seal(phone, place(id, 'phone')), phoneMasked: maskPhone(phone) } : {}
  }

  function changesOf(person: PersonRecord, input: Partial<PersonInput> & { on: Day }): Record<string, unknown> | undefined {
    const id = String(person._id)
    const knownPhone = person.phone?.ct ? vault.open(person.phone as never, place(id, 'phone')) : undefined
    const set = { ...(input.phone && input.phone !== knownPhone && phoneOf(id, input.phone)), ...(input.residenceRegion && input.residenceRegion !== person.residenceRegion && { residenceRegion: input.residenceRegion }) }
    const held = new Set(tagsOn(person.tags, input.on))
    const tags = (input.tags ?? []).filter((code) => !held.has(code)).map((code) => ({ code, from: input.on }))
    const category = input.category && input.category !== categoryOn(person.categories, input.on) ? [{ code: input.category, from: input.on }] : []
    const push = { ...(category.length > 0 && { categories: { $each: category } }), ...(tags.length > 0 && { tags: { $each: tags } }) }
    if (Object.keys(set).length === 0 && Object.keys(push).length === 0) return undefined
    return { ...(Object.keys(set).length > 0 && { $set: set }), ...(Object.keys(push).length > 0 && { $push: push }), $inc: { version: 1 } }
  }
}
export type PersonService = ReturnType<typeof createPersonService>

async function load(id: string): Promise<PersonRecord> {
  const person = await Person.findById(id).lean<PersonRecord>()
  if (!person) throw notFound('person', id)
  return person.mergedInto ? load(person.mergedInto) : person
}

/** An organisation sees the people it taught or examined; a trainee only himself. */
export function assertMaySee(person: PersonRecord, actor: Actor): void {
  const { organisationId, personId } = scopeOf(actor)
  if (organisationId !== undefined && !person.organisationIds.includes(organisationId)) throw forbidden('not-yours')
  if (personId !== undefined && personId !== person._id) throw forbidden('not-yours')
}
