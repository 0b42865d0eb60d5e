import { join } from 'node:path'
import { startMongo, startRedis } from './embedded.js'
import type { EmbeddedOptions, EmbeddedServer } from './embedded.js'
import type { RunFile } from './run-file.js'
import { step } from './steps.js'
import { supervise } from './supervise.js'
import type { Supervised } from './supervise.js'

export type DatabaseUris = { MONGODB_URI: string; REDIS_URI: string }
type Keep = (name: string, server: Supervised) => void

/** Uses the databases that the environment names and starts embedded ones for the rest. */
export async function openDatabases(varDir: string, runFile: RunFile, keep: Keep): Promise<DatabaseUris> {
  const { MONGODB_URI, REDIS_URI } = process.env
  const mongo = MONGODB_URI || (await embed('mongod', startMongo, join(varDir, 'mongo'), runFile, keep))
  const redis = REDIS_URI || (await embed('redis-server', startRedis, join(varDir, 'redis'), runFile, keep))
  return { MONGODB_URI: mongo, REDIS_URI: redis }
}

type Start = (options: EmbeddedOptions) => Promise<EmbeddedServer>

async function embed(name: string, start: Start, dataDir: string, runFile: RunFile, keep: Keep): Promise<string> {
  let port: number | undefined
  const startOnce = async () => {
    const server = await start({ dataDir, port })
    runFile.addServer(name, server.pid)
    // After a crash it must come back where everybody looks for it.
    port = server.port
    return server
  }
  const label = `${name} started`
  const first = await step(label, startOnce, (server) => `version ${server.version}, port ${server.port}`)
  let given: EmbeddedServer | undefined = first
  const next = async () => {
    const server = given ?? (await startOnce())
    given = undefined
    return server
  }
  keep(name, await supervise({ name, start: next }))
  return first.uri
}
