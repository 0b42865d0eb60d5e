import mongoose from 'mongoose'
import { newId } from '../../src/infra/ids.js'

// Who was refused is written down: in the trail, and where guesses are counted.
const kept = ['sessions', 'audit-entries', 'guessed-names']
const marks = 'test-marks'

/** Says which collections were written since it was asked last; the database itself tells, so nothing is missed. */
export async function watchWrites(): Promise<{ since(): Promise<string[]>; stop(): Promise<void> }> {
  const database = mongoose.connection.db!
  const stream = database.watch([{ $match: { 'ns.coll': { $nin: kept } } }])
  const next = async () =>
    (await stream.next()) as { operationType: string; ns?: { coll?: string }; documentKey?: { _id: unknown } }
  await Promise.all([stream.hasNext(), mark()])
  await stream.next()

  async function mark(): Promise<string> {
    const id = newId()
    await database.collection(marks).insertOne({ _id: id as never })
    return id
  }
  return {
    async since() {
      const id = await mark()
      const written: string[] = []
      for (let one = await next(); one.documentKey?._id !== id; one = await next())
        if (one.ns?.coll !== marks) written.push(`${one.operationType} ${one.ns?.coll ?? ''}`)
      return written
    },
    stop: () => stream.close(),
  }
}
