import mongoose, { type Schema, type SchemaType } from 'mongoose'
import { personPinyin } from '../../shared/pinyin.js'

interface Copy {
  collection: string
  path: string
  /** the field beside it that holds the person's id */
  person: string
  /** the list that holds both */
  list?: string
}

/**
 * Every working list that shows a person's name beside its own facts; its schema says so by `nameOf`. What was issued, published
 * or handed in has no such mark: it keeps the name it was made with.
 */
export const nameCopies = (): Copy[] =>
  Object.entries(mongoose.models).flatMap(([collection, { schema }]) =>
    pathsOf(schema).flatMap(([path, type]) => [
      ...(type.options.nameOf ? [{ collection, path, person: String(type.options.nameOf) }] : []),
      ...(type.schema ? pathsOf(type.schema) : [])
        .filter(([, inner]) => inner.options.nameOf)
        .map(([name, inner]) => ({ collection, list: path, path: name, person: String(inner.options.nameOf) })),
    ]),
  )

/** Writes the name wherever it follows; a second time it changes nothing. Forms that are open meanwhile stay good. */
export async function writeName(personId: string, name: string): Promise<void> {
  for (const { collection, path, person, list } of nameCopies()) {
    const model = mongoose.model(collection)
    if (list)
      await model.updateMany(
        { [`${list}.${person}`]: personId },
        { $set: { [`${list}.$[one].${path}`]: name } },
        { arrayFilters: [{ [`one.${person}`]: personId }] },
      )
    else
      await model.updateMany(
        { [person]: personId },
        { $set: { [path]: name, ...(model.schema.path('namePinyin') && personPinyin(name)) } },
      )
  }
}

const pathsOf = (schema: Schema): [string, SchemaType & { schema?: Schema }][] => Object.entries(schema.paths)
