import mongoose from 'mongoose'
import { readConfig } from '../src/config.js'
import { assertIndexes } from '../src/infra/indexes.js'
import { createInfra } from '../src/infra/infra.js'
import { migrate } from '../src/infra/migrations.js'
import { connectMongo, disconnectMongo } from '../src/infra/mongo.js'
import { AuditEntry } from '../src/office/audit/audit-entry.model.js'
import { Account } from '../src/registry/accounts/account.model.js'
import { createServices } from '../src/services.js'
import { dayOf, regionClock } from '../src/shared/dates.js'
import { migrationSteps } from './migration-steps.js'
import { accountLines, tellEverything } from './demonstration/chapters.js'
import { tellStory, type MovableClock } from './demonstration/story.js'

/** `--print-accounts` names the accounts; `--if-empty` does nothing where anybody can sign in already. */
const wants = new Set(process.argv.slice(2))
if (wants.has('--print-accounts')) {
  for (const line of accountLines()) console.log(line)
  process.exit(0)
}

const config = readConfig()
await connectMongo(config.MONGODB_URI, 'repeatable')
await assertIndexes()
const clock: MovableClock = { now: new Date() }
const infra = createInfra(
  { ...config, LOG_LEVEL: 'warn' },
  regionClock(() => clock.now),
)
const services = createServices(infra)
const marks = mongoose.connection.collection<{ _id: string }>('migrations')
const unfinished = { _id: 'demonstration-unfinished' }

// The first start lets nobody in before the whole story is told; where somebody came in all the same, their work stays.
if ((await marks.findOne(unfinished)) && !(await AuditEntry.exists({ event: 'SIGNED_IN' }))) {
  console.log('  … the demonstration data were interrupted: loading them anew')
  await mongoose.connection.dropDatabase()
  await migrate(migrationSteps(services, infra), () => undefined)
}
if (await Account.exists({})) {
  console.log('There are accounts already; the demonstration data were not loaded.')
  if (!wants.has('--if-empty')) process.exitCode = 1
} else {
  const started = Date.now()
  await marks.insertOne(unfinished)
  await tellEverything(tellStory(services, infra, clock), dayOf(new Date()), (line) => console.log(`  … ${line}`))
  await marks.deleteOne(unfinished)
  console.log(`  demonstration data loaded in ${Math.round((Date.now() - started) / 1000)} s`)
}
await disconnectMongo()
