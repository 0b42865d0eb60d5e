import { Schema, model } from 'mongoose'
import { createIndexes } from './indexes.js'

const migrationSchema = new Schema(
  { _id: String, at: { type: Date, required: true } },
  { collection: 'migrations', versionKey: false, strict: 'throw' },
)
const Migration = model('Migration', migrationSchema)

export interface MigrationStep {
  name: string
  run(): Promise<void>
}

const lock = 'lock'
const staleLockMs = 10 * 60_000

/**
 * Creates what is missing, then runs each step that has not run yet, in order. Two runs at once: the `_id` of the lock lets one
 * through; a lock that a crash left behind gives way after ten minutes. Steps expand first and contract later, so that the
 * old and the new code can run side by side.
 */
export async function migrate(steps: readonly MigrationStep[], say: (line: string) => void): Promise<void> {
  await Migration.createCollection()
  await Migration.deleteOne({ _id: lock, at: { $lt: new Date(Date.now() - staleLockMs) } })
  try {
    await Migration.create([{ _id: lock, at: new Date() }])
  } catch (error) {
    throw new Error('Another migration is running. Wait for it to end, then try again.', { cause: error })
  }
  try {
    await createIndexes()
    for (const { name, run } of steps) {
      if (await Migration.exists({ _id: name })) continue
      say(`migration ${name}`)
      await run()
      await Migration.create([{ _id: name, at: new Date() }])
    }
  } finally {
    await Migration.deleteOne({ _id: lock })
  }
}
