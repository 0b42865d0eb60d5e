import { readConfig } from '../src/config.js'
import { createInfra } from '../src/infra/infra.js'
import { migrate } from '../src/infra/migrations.js'
import { connectMongo, disconnectMongo } from '../src/infra/mongo.js'
import { renameSourceFields } from '../src/papers/certificate-sources/source-fields.migration.js'
import { createServices } from '../src/services.js'

const config = readConfig()
await connectMongo(config.MONGODB_URI)
const { policies, occupations, targets } = createServices(createInfra(config))
await migrate(
  [
    { name: '0001-policies', run: policies.loadSeeds },
    { name: '0002-occupations', run: occupations.loadSeeds },
    { name: '0003-targets', run: targets.loadSeeds },
    { name: '0004-certificate-sources', run: renameSourceFields },
    // Figures that came later: what an installation has already stays as it is.
    { name: '0005-figures-of-competitions', run: policies.loadSeeds },
  ],
  (line) => console.log(line),
)
await disconnectMongo()
