import { readConfig } from '../src/config.js'
import { assertIndexes } from '../src/infra/indexes.js'
import { createInfra } from '../src/infra/infra.js'
import { connectMongo, disconnectMongo } from '../src/infra/mongo.js'
import { assertRedis } from '../src/infra/queues.js'
import { onShutdown } from '../src/infra/shutdown.js'
import { createServices } from '../src/services.js'
import { createWorks } from './index.js'
import { startWorker } from './run.js'

const config = readConfig()
await connectMongo(config.MONGODB_URI)
await assertRedis(config.REDIS_URI)
const infra = createInfra(config)
const services = createServices(infra)
await assertIndexes()

const worker = startWorker({
  redisUri: config.REDIS_URI,
  concurrency: config.WORKER_CONCURRENCY,
  works: createWorks(services),
  infra,
  services,
})
infra.log.info('worker process runs')

onShutdown(
  [
    ['worker', worker.stop],
    ['mongodb', disconnectMongo],
  ],
  infra.log,
)
