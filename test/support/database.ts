import mongoose from 'mongoose'
import { createIndexes } from '../../src/infra/indexes.js'
import { connectMongo, disconnectMongo } from '../../src/infra/mongo.js'
import '../../src/services.js'

// One database for each process of Mocha: making some hundred indexes takes seconds, emptying collections does not.
const address = () => {
  const uri = process.env['TEST_MONGODB_URI']
  if (!uri)
    throw new Error('TEST_MONGODB_URI is not set. Run the tests by "npm test -- <file>", which starts the databases.')
  const own = new URL(uri)
  own.pathname = `/test-${process.pid}`
  return own.toString()
}
let indexed = 0

/** Gives the surrounding `describe` an empty database on the real replica set, with every index. */
export function usesDatabase(): void {
  before(async function () {
    this.timeout(60_000)
    await connectMongo(address())
    // A file may have brought models that those before it did not know.
    const models = Object.keys(mongoose.models).length
    if (models !== indexed) await createIndexes()
    indexed = models
    // What an earlier file began in the background may have been written after its end.
    await emptyAll()
  })
  after(async () => {
    await emptyAll()
    await disconnectMongo()
  })
}

async function emptyAll(): Promise<void> {
  const all = await mongoose.connection.db!.listCollections({}, { nameOnly: true }).toArray()
  await Promise.all(all.map(({ name }) => mongoose.connection.collection(name).deleteMany({})))
}

/** Empties the named collections between tests. */
export async function empty(...collections: string[]): Promise<void> {
  for (const name of collections) await mongoose.connection.collection(name).deleteMany({})
}
