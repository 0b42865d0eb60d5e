import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/infra/project-root.js'
import { freshLog, runToEnd, spawnNode, startApp } from './provision/app-process.js'
import { appEnvironment, isDemonstration, secretsFile } from './provision/app-environment.js'
import { lastLines } from './provision/command.js'
import { openDatabases } from './provision/databases.js'
import { isFreePort, nextFreePort } from './provision/free-port.js'
import { waitForHealth } from './provision/health.js'
import { dataFolder } from './provision/paths.js'
import { takeRunFile } from './provision/run-file.js'
import type { RunFile } from './provision/run-file.js'
import { Stage } from './provision/stage.js'
import { say, step } from './provision/steps.js'
import { supervise } from './provision/supervise.js'

// npm start: databases, migration, demonstration data, worker and web, stopped in the opposite order.

const varDir = dataFolder()
const stage = new Stage()

async function start(): Promise<void> {
  const started = Date.now()
  const runFile = await takeRunFile(varDir, 'npm start')
  stage.afterwards(() => runFile.release())
  const uris = await openDatabases(varDir, runFile, (name, server) => stage.enter(name, server))
  stage.checkpoint()
  const port = await choosePort()
  const env = appEnvironment(uris, port)
  runFile.update({ secretsFile: secretsFile(), mongodbUri: uris.MONGODB_URI, redisUri: uris.REDIS_URI })
  await step('database schema up to date', () => runScript('migrate', [], env))
  if (isDemonstration()) await step('demonstration data', () => runScript('seed', ['--if-empty'], env))
  await startApps(env, runFile)
  const address = `http://127.0.0.1:${port}`
  runFile.update({ address })
  await greet(address, env, started)
}

async function startApps(env: NodeJS.ProcessEnv, runFile: RunFile): Promise<void> {
  for (const [name, program] of [
    ['worker', 'jobs/worker'],
    ['web', 'src/server'],
  ] as const) {
    const log = freshLog(join(varDir, 'log', `${name}.log`))
    const app = await supervise({
      name,
      start: () => startApp(program, env, log),
      onStart: (running) => runFile.addServer(name, running.pid),
    })
    stage.enter(name, app)
    if (name === 'web') await step('web answers', () => requireHealth(Number(env.PORT), () => app.crashes() > 1, log))
  }
}

async function requireHealth(port: number, crashed: () => boolean, log: string): Promise<void> {
  const healthy = await waitForHealth(`http://127.0.0.1:${port}/health`, () => crashed() || stage.isStopping)
  stage.checkpoint()
  if (healthy) return
  const said = existsSync(log) ? lastLines(readFileSync(log, 'utf8'), 20) : ''
  throw new Error(`The web process does not answer on port ${port}; the end of ${log}:\n${said}`)
}

async function choosePort(): Promise<number> {
  const given = process.env.PORT
  if (!given) return nextFreePort(3000)
  if (await isFreePort(Number(given))) return Number(given)
  throw new Error(`Port ${given} is taken: stop what uses it, or give another with PORT.`)
}

async function runScript(name: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  stage.checkpoint()
  const child = spawnNode(`scripts/${name}`, args, env, ['ignore', 'inherit', 'inherit', 'ipc'])
  const code = await stage.during(child, runToEnd(child))
  stage.checkpoint()
  if (code !== 0) throw new Error(`${name} failed: see its message above.`)
}

async function greet(address: string, env: NodeJS.ProcessEnv, started: number): Promise<void> {
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  say(`\n雄安技能 Xiong'an Skills: ${address}   (ready in ${seconds} s; stop with Ctrl-C)`)
  say(`Logs: ${join(varDir, 'log').replace(`${projectRoot}/`, '')}/web.log and worker.log\n`)
  if (isDemonstration()) await runScript('seed', ['--print-accounts'], env)
  else say('Without demonstration data. The first administrator, in another terminal: npm run create-admin\n')
}

await stage.run(start)
