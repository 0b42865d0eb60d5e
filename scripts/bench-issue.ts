import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../src/config.js'
import { createIndexes } from '../src/infra/indexes.js'
import { createInfra } from '../src/infra/infra.js'
import { connectMongo, disconnectMongo } from '../src/infra/mongo.js'
import { CertificateBatch } from '../src/papers/certificate-batches/certificate-batch.model.js'
import { batchCounts } from '../src/papers/certificate-batches/certificate-batch.queries.js'
import { Certificate } from '../src/papers/certificates/certificate.model.js'
import { createServices } from '../src/services.js'
import type { Actor } from '../src/shared/permissions.js'
import { saveBenchRun } from './bench/issue-data.js'
import { cpuMsOf, memoryOf } from './bench/process-usage.js'
import { runToEnd, spawnNode } from './provision/app-process.js'
import { startMongo, startRedis } from './provision/embedded.js'
import { dataFolder } from './provision/paths.js'

/**
 * Certificates from end to end on real parts: Bull, numbers, rendering, bytes and rows with majority writes, and the audit trail.
 * mongod and redis-server of its own in a folder that is removed afterwards; worker processes as `npm start` has them.
 * npm run bench:issue -- --count 10000 --workers 2 --concurrency 2
 */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    workers: { type: 'string', default: '2' },
    concurrency: { type: 'string', default: '2' },
    photos: { type: 'string', default: '200' },
  },
})
const [count, workers, photos] = [Number(values.count), Number(values.workers), Number(values.photos)]
const goalSeconds = 20
const bench: Actor = { id: 'bench', username: 'bench', name: 'bench', role: 'administrator' }
const folder = mkdtempSync(join(tmpdir(), 'xs-bench-'))
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
const stops: (() => Promise<unknown>)[] = [async () => rmSync(folder, { recursive: true, force: true })]

async function open() {
  const mongo = await startMongo({ dataDir: join(folder, 'mongo'), varDir: dataFolder() })
  stops.unshift(mongo.stop)
  const redis = await startRedis({ dataDir: join(folder, 'redis'), varDir: dataFolder() })
  stops.unshift(redis.stop)
  const key = Buffer.alloc(32, 7).toString('base64')
  const env = {
    NODE_ENV: 'production',
    MONGODB_URI: mongo.uri,
    REDIS_URI: redis.uri,
    PORT: '0',
    PUBLIC_URL: 'https://skills.xiongan.example',
    SESSION_SECRET: key,
    DATA_KEY: key,
    INDEX_KEY: key,
    LOG_LEVEL: 'warn',
    UPLOAD_DIR: join(folder, 'uploads'),
    WORKER_CONCURRENCY: values.concurrency,
  }
  const config = readConfig(env)
  await connectMongo(mongo.uri)
  stops.unshift(disconnectMongo)
  await createIndexes()
  const infra = createInfra(config)
  return { env, infra, services: createServices(infra), pids: { mongod: mongo.pid, redis: redis.pid } }
}

function startWorkers(env: NodeJS.ProcessEnv): ChildProcess[] {
  return Array.from({ length: workers }, () => {
    const child = spawnNode('jobs/worker', [], env, ['ignore', 'inherit', 'inherit', 'ipc'])
    stops.unshift(async () => {
      child.kill('SIGKILL')
      await runToEnd(child)
    })
    return child
  })
}

async function untilDone(batchId: string): Promise<void> {
  while ((await CertificateBatch.findById(batchId).select('state').lean())?.state === 'running') await pause(50)
}

async function run(): Promise<number> {
  const { env, infra, services, pids } = await open()
  await services.policies.loadSeeds()
  const runId = await saveBenchRun(infra, count, photos)
  const children = startWorkers(env)
  await pause(6000)
  const processes = { ...pids, ...Object.fromEntries(children.map(({ pid }, i) => [`worker ${i + 1}`, pid!])) }
  const before = Object.fromEntries(Object.entries(processes).map(([name, pid]) => [name, cpuMsOf(pid)]))

  const started = performance.now()
  const { batchId } = await services.certificateIssue.startBatch(
    { sourceId: runId, family: 'level', issuedOn: '2022-03-25' },
    bench,
  )
  const asked = performance.now()
  await untilDone(batchId)
  const seconds = (performance.now() - started) / 1000

  const usage = Object.entries(processes).map(([name, pid]) => ({
    name,
    cpu: cpuMsOf(pid) - before[name]!,
    ...memoryOf(pid),
  }))
  const { issued, refused } = await batchCounts(batchId)
  const numbers = await Certificate.distinct('number', { sourceId: runId })
  report({ seconds, askedMs: asked - started, issued, refused, numbers: numbers.length, usage })
  return issued === count && numbers.length === count && seconds <= goalSeconds ? 0 : 1
}

interface Result {
  seconds: number
  askedMs: number
  issued: number
  refused: number
  numbers: number
  usage: { name: string; cpu: number; now: number; peak: number }[]
}

function report({ seconds, askedMs, issued, refused, numbers, usage }: Result): void {
  const total = usage.reduce((sum, { cpu }) => sum + cpu, 0)
  console.log(
    `${issued} certificates issued, ${refused} refused, ${numbers} numbers, in ${seconds.toFixed(1)} s (goal ${goalSeconds} s for 10,000 on 2 cores; asking took ${askedMs.toFixed(0)} ms)`,
  )
  console.log(
    `${(issued / seconds).toFixed(0)} certificates/s, ${(total / issued).toFixed(2)} ms CPU each, ${workers} workers with ${values.concurrency} jobs at once, ${(total / 1000 / seconds).toFixed(1)} of ${cpus().length} cores in use by this`,
  )
  for (const { name, cpu, now, peak } of usage)
    console.log(
      `  ${name.padEnd(9)} ${(cpu / issued).toFixed(2)} ms CPU each, ${((100 * cpu) / total).toFixed(0).padStart(3)} % of it; RSS ${now} MB, at most ${peak} MB`,
    )
}

let code = 1
try {
  code = await run()
} finally {
  for (const stop of stops) await stop().catch((error: unknown) => console.error(error))
}
process.exit(code)
