import { readConfig } from '../src/config.js'
import { createInfra } from '../src/infra/infra.js'
import { connectMongo, disconnectMongo } from '../src/infra/mongo.js'
import { creditText } from '../src/papers/credit-entries/credit.rules.js'
import { createServices } from '../src/services.js'

// Judges every learning account again from the raw facts, books what differs and prints it. --check only compares.
const repair = !process.argv.includes('--check')
const shown = 200
let printed = 0

const config = readConfig()
await connectMongo(config.MONGODB_URI)
const { creditRecounts } = createServices(createInfra(config))
const { people, differences } = await creditRecounts.rebuild({
  repair,
  onDifference: ({ personId, id, hundredths }) => {
    printed += 1
    if (printed <= shown) console.log(`${personId}  ${id}  ${creditText(hundredths)}`)
  },
})
if (differences > shown) console.log(`… ${differences - shown} more`)
console.log(`${people} people, ${differences} differences${differences === 0 ? '' : repair ? ', booked' : ''}`)
await disconnectMongo()
process.exitCode = differences > 0 && !repair ? 1 : 0
