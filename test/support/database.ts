import { randomBytes } from 'node:crypto'
import mongoose from 'mongoose'
import { createIndexes } from '../../src/infra/indexes.js'
import { connectMongo, disconnectMongo } from '../../src/infra/mongo.js'
import '../../src/services.js'

/** Gives the surrounding `describe` a database of its own on the real replica set, with every index; dropped at the end. */
export function usesDatabase(): void {
  before(async function () {
    this.timeout(60_000)
    const uri = process.env['TEST_MONGODB_URI']
    if (!uri)
      throw new Error('TEST_MONGODB_URI is not set. Run the tests by "npm test -- <file>", which starts the databases.')
    const address = new URL(uri)
    address.pathname = `/test-${process.pid}-${randomBytes(3).toString('hex')}`
    await connectMongo(address.toString())
    await createIndexes()
  })
  after(async () => {
    await mongoose.connection.dropDatabase()
    await disconnectMongo()
  })
}

/** Empties the named collections between tests. */
export async function empty(...collections: string[]): Promise<void> {
  for (const name of collections) await mongoose.connection.collection(name).deleteMany({})
}
