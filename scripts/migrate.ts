import { readConfig } from '../src/config.js'
import { createInfra } from '../src/infra/infra.js'
import { migrate } from '../src/infra/migrations.js'
import { connectMongo, disconnectMongo } from '../src/infra/mongo.js'
import { createServices } from '../src/services.js'
import { migrationSteps } from './migration-steps.js'

const config = readConfig()
await connectMongo(config.MONGODB_URI)
const infra = createInfra(config)
await migrate(migrationSteps(createServices(infra), infra), (line) => console.log(line))
await disconnectMongo()
