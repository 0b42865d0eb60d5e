import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Redis } from 'ioredis'
import { setTimeout as pause } from 'node:timers/promises'
import { createWorks } from '../../jobs/index.js'
import { startWorker } from '../../jobs/run.js'
import type { Infra } from '../../src/infra/infra.js'
import { OutboxRow } from '../../src/infra/outbox/outbox.model.js'
import type { Services } from '../../src/services.js'
import { instantAt, type Day } from '../../src/shared/dates.js'
import { makeApp } from './app.js'

/** A clock that a story sets to a day and that goes on from there, as clocks do. */
export function movableClock(day: Day, time = '09:00') {
  let ahead = 0
  const moveTo = (instant: Date) => void (ahead = instant.getTime() - Date.now())
  moveTo(instantAt(day, time))
  return { now: () => new Date(Date.now() + ahead), moveTo, set: (to: Day, at = '09:00') => moveTo(instantAt(to, at)) }
}

export interface Stack {
  base: string
  infra: Infra
  services: Services
  clock: ReturnType<typeof movableClock>
  /** When the worker has done all that is waiting. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** Web and worker in this process as they run in two: a listening port, a Redis database of its own, a clock to move. */
export async function startStack(day: Day, { worker = true }: { worker?: boolean } = {}): Promise<Stack> {
  const clock = movableClock(day)
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { app, infra, services } = makeApp({ now: clock.now, publicUrl: base })
  server.on('request', app as RequestListener)
  const running = worker
    ? startWorker({ redisUri: await emptyRedis(), concurrency: 2, works: createWorks(services), infra, services })
    : undefined
  return {
    base,
    infra,
    services,
    clock,
    async settled() {
      while (await OutboxRow.exists({ state: 'pending', notBefore: { $lte: clock.now() } })) await pause(50)
    },
    async stop() {
      await running?.stop()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** One of Redis' numbered databases for each process that mocha runs beside the others. */
async function emptyRedis(): Promise<string> {
  const uri = process.env['TEST_REDIS_URI']
  if (!uri)
    throw new Error('TEST_REDIS_URI is not set. Run the tests by "npm test -- <file>", which starts the databases.')
  const own = `${uri.replace(/\/\d*$/, '')}/${Number(process.env['MOCHA_WORKER_ID'] ?? 0) + 1}`
  const redis = new Redis(own)
  await redis.flushdb()
  redis.disconnect()
  return own
}
