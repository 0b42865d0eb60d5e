import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Redis } from 'ioredis'
import { MongoMemoryServer } from 'mongodb-memory-server-core'
import { findMongod } from './find-mongod.js'
import { findRedis } from './find-redis.js'
import { isFreePort, nextFreePort } from './free-port.js'
import { guardProcess } from './guard.js'
import { ensurePrimary, replicaSetName } from './replica-set.js'

export type EmbeddedOptions = {
  /** The server's own folder, such as `var/mongo`. */
  dataDir: string
  port?: number
  /** Where `bin/` with downloaded programs is; the folder above dataDir unless given. */
  varDir?: string
  /** Further `--setParameter` words of mongod. */
  mongoParameters?: readonly string[]
}

export type EmbeddedServer = {
  uri: string
  port: number
  pid: number
  version: string
  /** Settles when the server has ended, by stop() or by itself. */
  ended: Promise<void>
  stop(): Promise<void>
}

/** Starts mongod as a replica set of one on this machine's own address; its data stay in dataDir. */
export async function startMongo(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir)
  const { file, version } = await findMongod(resolve(options.varDir ?? dirname(dataDir)))
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const port = options.port ?? (await choosePort(dataDir, 27_117))
  const server = new MongoMemoryServer({
    binary: { systemBinary: file, version },
    instance: {
      port,
      dbPath: dataDir,
      ip: '127.0.0.1',
      replSet: replicaSetName,
      storageEngine: 'wiredTiger',
      // Recovery after a crash may take longer than the library's ten seconds.
      launchTimeout: 120_000,
      args: [
        ...['--quiet', '--wiredTigerCacheSizeGB', '1', '--setParameter', 'diagnosticDataCollectionEnabled=false'],
        ...(options.mongoParameters ?? []).flatMap((parameter) => ['--setParameter', parameter]),
      ],
    },
    // A session of its own: Ctrl-C in a terminal must not reach the database before those who still write to it.
    spawn: { detached: true },
  })
  await server.start()
  await ensurePrimary(port).catch(async (error: unknown) => {
    await server.stop({ doCleanup: false })
    throw error
  })
  return describeMongo(server, port, version)
}

function describeMongo(server: MongoMemoryServer, port: number, version: string): EmbeddedServer {
  const child = server.instanceInfo?.instance.mongodProcess
  if (!child?.pid) throw new Error('mongod ended right after its start')
  const ended = new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done()
    child.once('close', () => done())
  })
  const stop = async () => {
    await server.stop({ doCleanup: false })
    await ended
  }
  const uri = `mongodb://127.0.0.1:${port}/xiongan?replicaSet=${replicaSetName}`
  return { uri, port, pid: child.pid, version, ended, stop }
}

/** Starts a redis-server of our own: append-only file, no eviction, this machine's own address only. */
export async function startRedis(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir)
  const { file, version } = await findRedis(resolve(options.varDir ?? dirname(dataDir)))
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const port = options.port ?? (await choosePort(dataDir, 6479))
  await writeFile(join(dataDir, 'redis.conf'), redisConfig(port), { mode: 0o600 })
  const log = openSync(join(dataDir, 'redis.log'), 'w')
  const child = spawn(file, [join(dataDir, 'redis.conf')], {
    cwd: dataDir,
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done())
    child.once('error', () => done())
  })
  if (!child.pid) throw new Error(`${file} could not be started`)
  const dismiss = guardProcess(child.pid)
  void ended.then(dismiss)
  await waitForRedis(port, ended, join(dataDir, 'redis.log'))
  const stop = () => stopRedis(port, ended, () => child.kill('SIGKILL'))
  return { uri: `redis://127.0.0.1:${port}`, port, pid: child.pid, version, ended, stop }
}

/** The whole configuration of our Redis: a bell that keeps its jobs over a restart and never evicts one. */
export function redisConfig(port: number): string {
  return [
    'bind 127.0.0.1',
    'protected-mode yes',
    `port ${port}`,
    'daemonize no',
    'dir ./',
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory 512mb',
    'maxmemory-policy noeviction',
    '',
  ].join('\n')
}

/** The port this folder was served on last, if it is free again, else the next free one. */
async function choosePort(dataDir: string, first: number): Promise<number> {
  const file = `${dataDir}.port`
  const last = Number(await readFile(file, 'utf8').catch(() => ''))
  const port = last && (await isFreePort(last)) ? last : await nextFreePort(first + Math.floor(Math.random() * 100))
  await writeFile(file, `${port}\n`)
  return port
}

async function waitForRedis(port: number, ended: Promise<void>, logFile: string): Promise<void> {
  let over = false
  void ended.then(() => (over = true))
  for (const deadline = Date.now() + 60_000; Date.now() < deadline && !over;) {
    if (await redisAnswers(port)) return
    await new Promise((done) => setTimeout(done, 50))
  }
  const log = await readFile(logFile, 'utf8').catch(() => '')
  throw new Error(`redis-server did not start: ${log.trim().split('\n').at(-1) ?? 'no word from it'}`)
}

function openRedis(port: number): Redis {
  const redis = new Redis({ port, host: '127.0.0.1', lazyConnect: true, retryStrategy: null, maxRetriesPerRequest: 0 })
  redis.on('error', () => undefined)
  return redis
}

async function redisAnswers(port: number): Promise<boolean> {
  const redis = openRedis(port)
  try {
    await redis.connect()
    return (await redis.ping()) === 'PONG'
  } catch {
    return false
  } finally {
    redis.disconnect()
  }
}

async function stopRedis(port: number, ended: Promise<void>, kill: () => void): Promise<void> {
  const redis = openRedis(port)
  const force = setTimeout(kill, 15_000)
  await redis
    .connect()
    .then(() => redis.shutdown('SAVE'))
    .catch(() => undefined)
  redis.disconnect()
  await ended
  clearTimeout(force)
}
