import { runToEnd, spawnNode } from './provision/app-process.js'
import { appEnvironment } from './provision/app-environment.js'
import { openDatabases } from './provision/databases.js'
import type { DatabaseUris } from './provision/databases.js'
import { dataFolder } from './provision/paths.js'
import { AlreadyRunning, readRunning, takeRunFile } from './provision/run-file.js'
import type { Supervised } from './provision/supervise.js'

// Runs one command with the databases it needs: given ones, else those of a running npm start, else its own for a while.

const [name = '', ...args] = process.argv.slice(2)
const varDir = dataFolder()
const defaultPort = Number(process.env.PORT || 3000)

async function run(): Promise<number> {
  const { MONGODB_URI, REDIS_URI } = process.env
  if (MONGODB_URI && REDIS_URI) return runScript(name, args, { MONGODB_URI, REDIS_URI }, defaultPort)
  const running = readRunning(varDir)
  if (!running) return withOwnDatabases()
  if (!running.mongodbUri || !running.redisUri) throw new AlreadyRunning('The system is just starting: try again soon.')
  const uris = { MONGODB_URI: running.mongodbUri, REDIS_URI: running.redisUri }
  return runScript(name, args, uris, Number(running.address?.split(':').at(-1) ?? defaultPort))
}

async function withOwnDatabases(): Promise<number> {
  const runFile = await takeRunFile(varDir, name)
  const servers: Supervised[] = []
  try {
    const uris = await openDatabases(varDir, runFile, (_, server) => servers.push(server))
    runFile.update({ mongodbUri: uris.MONGODB_URI, redisUri: uris.REDIS_URI })
    const code = name === 'migrate' ? 0 : await runScript('migrate', [], uris, defaultPort)
    return code === 0 ? await runScript(name, args, uris, defaultPort) : code
  } finally {
    for (const server of servers.toReversed()) await server.stop()
    runFile.release()
  }
}

async function runScript(script: string, words: string[], uris: DatabaseUris, port: number): Promise<number> {
  const child = spawnNode(`scripts/${script}`, words, appEnvironment(uris, port), [
    'inherit',
    'inherit',
    'inherit',
    'ipc',
  ])
  const forward = (signal: NodeJS.Signals) => void child.kill(signal)
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, forward)
  // Ctrl-C reaches the command by itself; this process stays to stop the databases after it.
  process.on('SIGINT', () => undefined)
  return runToEnd(child)
}

process.exitCode = await run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return 1
})
