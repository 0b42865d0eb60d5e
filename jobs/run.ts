import type { Infra } from '../src/infra/infra.js'
import { createDelivery, type Works } from '../src/infra/outbox/delivery.js'
import { createRelay } from '../src/infra/outbox/relay.js'
import { createQueues } from '../src/infra/queues.js'
import { createScheduler } from '../src/infra/schedules.js'
import { beat } from '../src/infra/heartbeat.js'
import type { Services } from '../src/services.js'
import { createSchedules } from './schedule.js'

interface Needs {
  redisUri: string
  concurrency: number
  works: Works
  infra: Infra
  services: Services
}

/** Relay, Bull processors and schedules of one worker process; `stop` lets running work end. */
export function startWorker({ redisUri, concurrency, works, infra, services }: Needs) {
  const { clock, log } = infra
  const queues = createQueues(redisUri)
  const deliver = createDelivery({ works, clock, log })
  const relay = createRelay({ queues, clock, log })
  const tick = createScheduler({ schedules: createSchedules(infra, services), clock })

  for (const queue of Object.values(queues)) {
    queue.on('error', (error) => log.warn({ err: error }, 'queue'))
    void queue
      .process(concurrency, (job) => deliver(job.data.id))
      .catch((error: unknown) => log.warn({ err: error }, 'queue'))
  }
  relay.start()
  const clockwork = setInterval(
    () => void tick().catch((error: unknown) => log.error({ err: error }, 'schedule')),
    15_000,
  )
  const pulse = setInterval(() => void beat(clock.now()).catch(() => undefined), 5_000)
  void beat(clock.now())

  return {
    async stop() {
      clearInterval(clockwork)
      clearInterval(pulse)
      await relay.stop()
      await Promise.all(Object.values(queues).map((queue) => queue.close().catch(() => undefined)))
    },
  }
}
