import { Person, type PersonRecord } from '../../registry/people/person.model.js'

/** What a paper needs of its holder, and not the encrypted rest. */
export async function holdersById(ids: readonly string[]): Promise<Map<string, PersonRecord>> {
  const people = await Person.find({ _id: { $in: [...ids] } })
    .select('name idType idMasked photoFile')
    .lean<PersonRecord[]>()
  return new Map(people.map((person) => [String(person._id), person]))
}
