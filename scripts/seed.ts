import { readConfig } from '../src/config.js'
import { assertIndexes } from '../src/infra/indexes.js'
import { createInfra } from '../src/infra/infra.js'
import { connectMongo, disconnectMongo } from '../src/infra/mongo.js'
import { Account } from '../src/registry/accounts/account.model.js'
import { createServices } from '../src/services.js'
import { dayOf, regionClock } from '../src/shared/dates.js'
import { accountLines, tellEverything } from './demonstration/chapters.js'
import { tellStory, type MovableClock } from './demonstration/story.js'

/** `--print-accounts` names the accounts; `--if-empty` does nothing where anybody can sign in already. */
const wants = new Set(process.argv.slice(2))
if (wants.has('--print-accounts')) {
  for (const line of accountLines()) console.log(line)
  process.exit(0)
}

const config = readConfig()
await connectMongo(config.MONGODB_URI)
await assertIndexes()
if (await Account.exists({})) {
  console.log('There are accounts already; the demonstration data were not loaded.')
  if (!wants.has('--if-empty')) process.exitCode = 1
} else {
  const clock: MovableClock = { now: new Date() }
  const infra = createInfra(
    { ...config, LOG_LEVEL: 'warn' },
    regionClock(() => clock.now),
  )
  const started = Date.now()
  await tellEverything(tellStory(createServices(infra), infra, clock), dayOf(new Date()), (line) =>
    console.log(`  … ${line}`),
  )
  console.log(`  demonstration data loaded in ${Math.round((Date.now() - started) / 1000)} s`)
}
await disconnectMongo()
