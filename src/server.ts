import { createServer } from 'node:http'
import { createApp } from './app.js'
import { readConfig } from './config.js'
import { createInfra } from './infra/infra.js'
import { assertIndexes } from './infra/indexes.js'
import { connectMongo, disconnectMongo } from './infra/mongo.js'
import { onShutdown } from './infra/shutdown.js'
import { createQueues } from './infra/queues.js'
import { paths } from './paths.js'
import { createServices } from './services.js'
import { queueBoard } from './web/queue-board.js'

const config = readConfig()
await connectMongo(config.MONGODB_URI)
const infra = createInfra(config)
const services = createServices(infra)
await assertIndexes()

const app = createApp({
  config,
  infra,
  services,
  countsOf: services.counts,
  health: services.health,
  queueBoard: queueBoard(paths.queues(), () => createQueues(config.REDIS_URI)),
})
const server = createServer(app)
server.listen(config.PORT, () => infra.log.info({ port: config.PORT }, 'web process listens'))

onShutdown(
  [
    [
      'http',
      () =>
        new Promise<void>((done) => {
          server.close(() => done())
          server.closeIdleConnections()
          setTimeout(() => server.closeAllConnections(), 10_000).unref()
        }),
    ],
    ['mongodb', disconnectMongo],
  ],
  infra.log,
)
