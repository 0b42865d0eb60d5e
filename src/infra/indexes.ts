import mongoose from 'mongoose'

const known = new Set(['_id_'])

/** Creates missing collections and declared indexes. Never drops: an index that is not declared is reported by `indexFaults`. */
export async function createIndexes(): Promise<void> {
  for (const model of Object.values(mongoose.models)) {
    await model.createCollection()
    await model.createIndexes()
  }
}

/** For a migration: an index that is declared otherwise now, by collection and name. One that is gone already is no fault. */
export async function dropIndexes(former: Readonly<Record<string, readonly string[]>>): Promise<void> {
  for (const model of Object.values(mongoose.models)) {
    const gone = former[model.collection.collectionName] ?? []
    for (const { name } of await model.listIndexes()) if (gone.includes(name)) await model.collection.dropIndex(name)
  }
}

/** Compares the indexes of the database with the declared ones; the processes refuse to start on any difference. */
export async function indexFaults(): Promise<string[]> {
  const faults: string[] = []
  for (const model of Object.values(mongoose.models)) {
    const { toDrop, toCreate } = await model.diffIndexes({ indexOptionsToCreate: false } as never)
    for (const name of toDrop) if (!known.has(name)) faults.push(`${model.collection.name}: unknown index ${name}`)
    for (const fields of toCreate) faults.push(`${model.collection.name}: missing index ${JSON.stringify(fields)}`)
  }
  return faults
}

export async function assertIndexes(): Promise<void> {
  const faults = await indexFaults()
  if (faults.length > 0)
    throw new Error(`Indexes differ from the declared ones. Run "npm run migrate".\n${faults.join('\n')}`)
}
