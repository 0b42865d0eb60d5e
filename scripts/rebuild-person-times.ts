import { readConfig } from '../src/config.js'
import { createInfra } from '../src/infra/infra.js'
import { connectMongo, disconnectMongo } from '../src/infra/mongo.js'
import { createServices } from '../src/services.js'

// Counts every person-time again from the raw facts and prints what differs. --check only compares.
const repair = !process.argv.includes('--check')
const shown = 200
let printed = 0

const config = readConfig()
await connectMongo(config.MONGODB_URI)
const { personTimes } = createServices(createInfra(config))
const { people, rows, differences } = await personTimes.rebuild({
  repair,
  onDifference: ({ id, was, now }) => {
    printed += 1
    if (printed <= shown) console.log(`${id}  ${was} -> ${now}`)
  },
})
if (differences > shown) console.log(`… ${differences - shown} more`)
console.log(
  `${people} people, ${rows} candidates, ${differences} differences${differences === 0 ? '' : repair ? ', mended' : ''}`,
)
await disconnectMongo()
process.exitCode = differences > 0 && !repair ? 1 : 0
