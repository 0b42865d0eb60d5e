import { setTimeout as wait } from 'node:timers/promises'
import { Redis } from 'ioredis'
import mongoose from 'mongoose'
import { readConfig } from '../src/config.js'
import { createIndexes } from '../src/infra/indexes.js'
import { createInfra } from '../src/infra/infra.js'
import { connectMongo, disconnectMongo } from '../src/infra/mongo.js'
import { createServices } from '../src/services.js'
import { PersonTime } from '../src/counting/person-times/person-time.model.js'
import { Certificate } from '../src/papers/certificates/certificate.model.js'
import { CertificateNumber, NumberBlock } from '../src/papers/certificate-numbers/certificate-number.model.js'
import { OutboxRow } from '../src/infra/outbox/outbox.model.js'
import { spawnNode } from './provision/app-process.js'
import { issuedOn, makeClosedRun } from './drills/closed-run.js'

/** Kills the worker in the middle of a batch, empties Redis, starts a worker again and counts. A database of its own; dropped at the end. */
const people = Number(process.argv[2] ?? 1000)
const allowedSeconds = 60
const config = readConfig()
const address = new URL(config.MONGODB_URI)
address.pathname = `/drill-${Date.now()}`
const redisUri = new URL(config.REDIS_URI)
redisUri.pathname = '/9'
const uris = { MONGODB_URI: address.toString(), REDIS_URI: redisUri.toString() }

await connectMongo(uris.MONGODB_URI)
const infra = createInfra(config)
const services = createServices(infra)
const redis = new Redis(uris.REDIS_URI)
const startWorker = () =>
  spawnNode('jobs/worker', [], { ...process.env, ...uris, LOG_LEVEL: 'error' }, ['ignore', 'inherit', 'inherit', 'ipc'])
const issued = () => Certificate.countDocuments()

try {
  await createIndexes()
  await services.policies.loadSeeds()
  await services.occupations.loadSeeds()
  const courseRunId = await makeClosedRun(infra, people)
  const operator = { id: 'drill', username: 'drill', name: 'Drill', role: 'administrator' as const }
  await services.certificateIssue.startBatch({ sourceId: courseRunId, family: 'level', issuedOn }, operator)

  const first = startWorker()
  while ((await issued()) < people * 0.2) await wait(5)
  first.kill('SIGKILL')
  const atKill = await issued()
  await redis.flushall()
  console.log(`worker killed with SIGKILL at ${atKill} of ${people} certificates; Redis emptied`)

  const restarted = Date.now()
  const second = startWorker()
  while (!(await finished(courseRunId)) && Date.now() - restarted < 3 * allowedSeconds * 1000) await wait(100)
  const seconds = (Date.now() - restarted) / 1000
  // The database may only go when nobody reads it any more.
  const ended = new Promise((done) => second.once('exit', done))
  second.kill('SIGTERM')
  await ended

  const figures = {
    certificates: await issued(),
    'holders with a certificate': (await Certificate.distinct('lineId')).length,
    'different numbers': (await Certificate.distinct('number')).length,
    'numbers used': await CertificateNumber.countDocuments({ state: 'used' }),
    'numbers void with a reason': await CertificateNumber.countDocuments({ state: 'void', reason: { $ne: null } }),
    'numbers without an explanation': await NumberBlock.countDocuments({ state: 'held' }),
    'person-times counted': await PersonTime.countDocuments({ verdict: 'counted' }),
    'work left over': await OutboxRow.countDocuments({
      state: { $in: ['pending', 'dead'] },
      queue: { $in: ['certificates', 'person-times'] },
    }),
    'seconds after restart': Math.round(seconds * 10) / 10,
  }
  for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(32)}${value}`)
  const wrong = [
    figures.certificates,
    figures['holders with a certificate'],
    figures['different numbers'],
    figures['numbers used'],
    figures['person-times counted'],
  ].some((count) => count !== people)
  const bad = wrong || figures['numbers without an explanation'] > 0 || seconds > allowedSeconds || atKill >= people
  console.log(bad ? 'drill failed' : `drill passed: exactly ${people}, none twice`)
  process.exitCode = bad ? 1 : 0
} finally {
  redis.disconnect()
  await mongoose.connection.dropDatabase()
  await disconnectMongo()
}

async function finished(courseRunId: string): Promise<boolean> {
  const left = await OutboxRow.countDocuments({ state: 'pending', queue: { $in: ['certificates', 'person-times'] } })
  return left === 0 && (await PersonTime.countDocuments({ courseRunId, verdict: 'counted' })) === people
}
