import mongoose, { type Schema, type SchemaType } from 'mongoose'
import { personPinyin } from '../../shared/pinyin.js'

/** What working lists keep of a person, by the option of the schema that says so. */
const facts = { nameOf: 'name', idMaskedOf: 'idMasked' } as const
type Fact = (typeof facts)[keyof typeof facts]
export type PersonFactsKept = Record<Fact, string>

export interface PersonCopy {
  collection: string
  path: string
  fact: Fact
  /** the field beside it that holds the person's id */
  person: string
  /** the list that holds both */
  list?: string
}

/**
 * Every working list that shows a person's name or masked number beside its own facts; its schema says so by `nameOf` and
 * `idMaskedOf`. What was issued, published or handed in has no such mark: it keeps what it was made with.
 */
export const personCopies = (): PersonCopy[] =>
  Object.entries(mongoose.models).flatMap(([collection, { schema }]) =>
    Object.entries(schema.paths).flatMap(([path, type]: [string, SchemaType & { schema?: Schema }]) => [
      ...marksOf(path, type).map((mark) => ({ collection, ...mark })),
      ...Object.entries(type.schema?.paths ?? {}).flatMap(([inner, one]) =>
        marksOf(inner, one).map((mark) => ({ collection, list: path, ...mark })),
      ),
    ]),
  )

const marksOf = (path: string, { options }: SchemaType): Pick<PersonCopy, 'path' | 'fact' | 'person'>[] =>
  Object.entries(facts).flatMap(([mark, fact]) =>
    options[mark] ? [{ path, fact, person: String(options[mark]) }] : [],
  )

/** Writes the facts wherever they follow; a second time it changes nothing. Forms that are open meanwhile stay good. */
export async function writeCopies(personId: string, known: PersonFactsKept): Promise<void> {
  for (const { collection, path, fact, person, list } of personCopies()) {
    const model = mongoose.model(collection)
    if (list)
      await model.updateMany(
        { [`${list}.${person}`]: personId },
        { $set: { [`${list}.$[one].${path}`]: known[fact] } },
        { arrayFilters: [{ [`one.${person}`]: personId }] },
      )
    else {
      const sorts = fact === 'name' && model.schema.path('namePinyin') ? personPinyin(known.name) : {}
      await model.updateMany({ [person]: personId }, { $set: { [path]: known[fact], ...sorts } })
    }
  }
}
