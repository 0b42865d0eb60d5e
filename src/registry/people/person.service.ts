import { newId } from '../../infra/ids.js'
import type { Infra } from '../../infra/infra.js'
import { transact } from '../../infra/mongo.js'
import type { Delivery } from '../../infra/outbox/delivery.js'
import type { Day } from '../../shared/dates.js'
import { invalid, refused } from '../../shared/errors.js'
import { canonicalPersonId, maskId, maskName, personIdVerdict, type IdDocumentType } from '../../shared/id-card.js'
import type { Actor } from '../../shared/permissions.js'
import { personPinyin } from '../../shared/pinyin.js'
import { normaliseName } from '../../shared/text.js'
import { createPersonChanges } from '../person-changes/person-change.service.js'
import { writeCopies } from './person-copies.js'
import { Person, PersonIdentity, type PersonRecord } from './person.model.js'
import type { PersonRow } from './person.queries.js'
import { assertMaySee, countiesOf, createSealing, loadPerson, maySee } from './person-record.js'
import { categoriesWith, categoryOn, sameName, tagsOn, tagsWith } from './person.rules.js'

export interface PersonInput {
  name: string
  idType: IdDocumentType
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
export interface LookUp {
  personId?: string
  nameDiffers?: boolean
  knownName?: string
}
interface KnownId {
  id: string
  birthOn?: Day
  sex?: 'male' | 'female'
}

/** Real-name people: one human is one person, whoever enrols them. */
export function createPersonService({ clock, vault, files }: Pick<Infra, 'clock' | 'vault' | 'files'>) {
  const sealing = createSealing(vault)
  const indexOf = (idType: IdDocumentType, idNumber: string): string =>
    vault.blindIndex(`id:${idType}`, canonicalPersonId(idType, idNumber))

  return {
    indexOf,
    ...createPersonChanges({ files, sealing }),

    /**
     * Finds the human behind a document, or makes the record. Throws `refused('people.name-differs')` when the document belongs to
     * somebody of another name, `invalid('people.id-…')` when the number cannot be one.
     */
    async findOrCreate(input: PersonInput, byId: string): Promise<{ person: PersonRecord; outcome: PersonOutcome }> {
      const verdict = personIdVerdict(input.idType, input.idNumber)
      if (!verdict.ok) throw invalid(`people.id-${verdict.reason}`, { expected: verdict.expected ?? '' })
      return transact(async () => {
        const identity = await PersonIdentity.findById(indexOf(input.idType, verdict.id)).lean<{ personId: string }>()
        return identity
          ? update(await loadPerson(identity.personId), input)
          : { person: await create(input, verdict, byId), outcome: 'new' }
      })
    },

    /** The preview of an import: who is known, in one query, writing nothing. */
    async lookUp(inputs: readonly { idType: IdDocumentType; idNumber: string; name: string }[]): Promise<LookUp[]> {
      const indexes = inputs.map(({ idType, idNumber }) => indexOf(idType, idNumber))
      const personOf = await personsOf(indexes)
      return indexes.map((index, i) => {
        const known = personOf.get(index)
        if (!known) return {}
        return sameName(known.name, inputs[i]!.name)
          ? { personId: known._id }
          : { personId: known._id, nameDiffers: true, knownName: maskName(known.name) }
      })
    },

    get: loadPerson,
    /** As `get`, for somebody to look at. */
    async getFor(id: string, actor: Actor): Promise<PersonRow> {
      const person = await loadPerson(id)
      assertMaySee(person, actor)
      return person
    },
    /** Whoever holds this document, if the actor may know; the same answer for nobody and for somebody else's trainee. */
    async findByDocument(idType: IdDocumentType, idNumber: string, actor: Actor): Promise<PersonRecord | undefined> {
      const identity = await PersonIdentity.findById(indexOf(idType, idNumber)).lean<{ personId: string }>()
      const person = identity ? await loadPerson(identity.personId) : undefined
      return person && maySee(person, actor) ? person : undefined
    },
    categoryOn: (person: Pick<PersonRecord, 'categories'>, day: Day) => categoryOn(person.categories, day),
    tagsOn: (person: Pick<PersonRecord, 'tags'>, day: Day) => tagsOn(person.tags, day),

    /** No fact of the person changes: a form that is open meanwhile stays good. */
    async noteLearningAccount(id: string, number: string): Promise<void> {
      await Person.updateOne({ _id: id }, { $set: { learningAccount: number } })
    },

    /** The facts of today, to every list that shows them; two corrections in any order end with the last. */
    async writeCopies(personId: string, delivery: Pick<Delivery, 'fence'>): Promise<void> {
      await transact(async () => {
        await delivery.fence()
        await writeCopies(personId, await loadPerson(personId))
      })
    },

    /** For matching photo names and printing official lists; never for a page. */
    openId: (person: PersonRecord): string => sealing.open(person, 'idNumber') ?? '',
    openPhone: (person: PersonRecord): string | undefined => sealing.open(person, 'phone'),
  }

  async function create(
    input: PersonInput,
    { id: idNumber, birthOn, sex }: KnownId,
    byId: string,
  ): Promise<PersonRecord> {
    const id = newId()
    const name = normaliseName(input.name)
    const { idType, organisationId, residenceRegion, on } = input
    await PersonIdentity.create([{ _id: indexOf(idType, idNumber), personId: id }])
    const [person] = await Person.create([
      {
        _id: id,
        name,
        ...personPinyin(name),
        idType,
        ...sealing.idNumber(id, idNumber),
        idMasked: maskId(idNumber),
        ...sealing.phone(id, input.phone),
        sex: sex ?? input.sex ?? 'unknown',
        birthOn: birthOn ?? input.birthOn,
        residenceRegion,
        categories: input.category ? [{ code: input.category, from: on }] : [],
        tags: [...new Set(input.tags ?? [])].map((code) => ({ code, from: on })),
        organisationIds: [organisationId],
        regions: await countiesOf(organisationId, residenceRegion),
        createdAt: clock.now(),
        createdBy: byId,
      },
    ])
    return person!.toObject() as PersonRecord
  }

  async function update(
    person: PersonRecord,
    input: PersonInput,
  ): Promise<{ person: PersonRecord; outcome: PersonOutcome }> {
    if (!sameName(person.name, input.name)) throw refused('people.name-differs', { known: maskName(person.name) })
    const set = newFactsOf(person, input)
    const changes = Object.keys(set).length > 0
    const joins = !person.organisationIds.includes(input.organisationId)
    if (!changes && !joins) return { person, outcome: 'same' }
    const id = String(person._id)
    const counties = joins || set.residenceRegion ? await countiesOf(input.organisationId, input.residenceRegion) : []
    await Person.updateOne(
      { _id: id },
      {
        ...(changes && { $set: set }),
        $addToSet: { organisationIds: input.organisationId, regions: { $each: counties } },
        $inc: { version: 1 },
      },
    )
    return { person: await loadPerson(id), outcome: changes ? 'updated' : 'same' }
  }

  function newFactsOf(person: PersonRecord, { phone, residenceRegion, category, tags, on }: PersonInput) {
    const categories = category ? categoriesWith(person.categories, category, on) : undefined
    const newTags = tagsWith(person.tags, tags ?? [], on)
    return {
      ...sealing.changedPhone(person, phone),
      ...(residenceRegion && residenceRegion !== person.residenceRegion && { residenceRegion }),
      ...(categories && { categories }),
      ...(newTags && { tags: newTags }),
    }
  }
}
export type PersonService = ReturnType<typeof createPersonService>

async function personsOf(indexes: readonly string[]): Promise<Map<string, { _id: string; name: string }>> {
  const identities = await PersonIdentity.find({ _id: { $in: [...indexes] } }).lean<
    { _id: string; personId: string }[]
  >()
  const people = await Person.find({ _id: { $in: identities.map(({ personId }) => personId) } })
    .select('name')
    .lean<{ _id: string; name: string }[]>()
  const byId = new Map(people.map((person) => [person._id, person]))
  return new Map(
    identities.flatMap(({ _id, personId }) => (byId.has(personId) ? [[_id, byId.get(personId)!] as const] : [])),
  )
}
