import Bull from 'bull'
import { Redis } from 'ioredis'
import { queueNames, type QueueName } from './job-contracts.js'

export type Queues = Record<QueueName, Bull.Queue<{ id: string }>>

/** Bull's own retries, repeats and delays are not used: MongoDB decides. The prefix is a hash tag, as Redis Cluster needs. */
export function createQueues(redisUri: string): Queues {
  const options: Bull.QueueOptions = {
    prefix: '{xs}',
    settings: { lockDuration: 15_000, stalledInterval: 5_000, maxStalledCount: 5 },
    createClient: (type) => connect(redisUri, type),
  }
  return Object.fromEntries(queueNames.map((name) => [name, new Bull(name, options)])) as Queues
}

const connect = (uri: string, type: 'client' | 'subscriber' | 'bclient') =>
  new Redis(
    uri,
    type === 'client'
      ? { maxRetriesPerRequest: 2, retryStrategy }
      : { maxRetriesPerRequest: null, enableReadyCheck: false, retryStrategy },
  )

const retryStrategy = (times: number): number => Math.min(2000, times * 100)

/** Redis must never throw work away by itself. */
export async function assertRedis(uri: string): Promise<void> {
  const redis = new Redis(uri, { lazyConnect: true, maxRetriesPerRequest: 1 })
  try {
    await redis.connect()
    const [, policy] = (await redis.config('GET', 'maxmemory-policy')) as string[]
    if (policy !== 'noeviction')
      throw new Error(`Redis evicts keys (maxmemory-policy ${policy}). Set it to noeviction.`)
  } finally {
    redis.disconnect()
  }
}
