import { runToEnd, spawnNode } from './provision/app-process.js'
import { appEnvironment, isDemonstration } from './provision/app-environment.js'

// What a container runs: `setup` once for each start of the system, then `web` and `worker` as many times as wanted.

const role = process.argv[2]
const { MONGODB_URI, REDIS_URI } = process.env
if (!MONGODB_URI || !REDIS_URI) throw new Error('A container needs MONGODB_URI and REDIS_URI.')
Object.assign(process.env, appEnvironment({ MONGODB_URI, REDIS_URI }, Number(process.env.PORT || 3000)))

if (role === 'setup') process.exitCode = await setUp()
else if (role === 'web') await import('../src/server.js')
else if (role === 'worker') await import('../jobs/worker.js')
else throw new Error('Say what to run: setup, web or worker.')

async function setUp(): Promise<number> {
  const code = await runScript('migrate', [])
  if (code !== 0 || !isDemonstration()) return code
  return (await runScript('seed', ['--if-empty'])) || (await runScript('seed', ['--print-accounts']))
}

function runScript(name: string, args: string[]): Promise<number> {
  return runToEnd(spawnNode(`scripts/${name}`, args, {}, ['ignore', 'inherit', 'inherit', 'ipc']))
}
