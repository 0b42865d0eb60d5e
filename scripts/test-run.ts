import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/infra/project-root.js'
import { runCommand } from './provision/command.js'
import { startMongo, startRedis } from './provision/embedded.js'
import type { EmbeddedServer } from './provision/embedded.js'
import { dataFolder } from './provision/paths.js'
import { ProvisionError } from './provision/provision-error.js'
import { identify, isSameProcess } from './provision/process-identity.js'
import { say, step } from './provision/steps.js'
import { closingLine } from './provision/test-counts.js'
import type { TestCounts } from './provision/test-counts.js'
import { ensureTestTools } from './provision/test-tools.js'

// npm test: tools, then every test against real databases and a real browser, and beside them eslint and the type check.

const varDir = dataFolder()
const ownDir = join(varDir, `test-${process.pid}`)
const countsFile = join(ownDir, 'counts.json')
const mochaArgs = process.argv.slice(2)
const chosenFiles = mochaArgs.filter((arg) => arg.endsWith('.ts'))
// Beside the tests on a slow machine the checks may take as long as these: slowness alone finds no fault.
const longestCheckMs = 60 * 60_000
const servers: EmbeddedServer[] = []
const ended = new AbortController()
let mocha: ChildProcess | undefined

async function run(): Promise<number> {
  sweepOldRuns()
  mkdirSync(ownDir, { recursive: true })
  const { chromium } = await step('test tools', ensureTestTools, (tools) => tools.chromium)
  // Beside the tests, which leave some of the cores free. Whoever names files wants only these.
  const checks = chosenFiles.length > 0 ? [] : runChecks()
  const env = await step('databases', startDatabases)
  const code = await runMocha({ ...env, CHROMIUM_BINARY: chromium })
  const counts = readCounts(code)
  const faults = await checks
  for (const fault of faults) say(fault)
  say(closingLine({ ...counts, failures: counts.failures + faults.length }))
  return code === 0 && counts.failures + faults.length === 0 ? 0 : 1
}

/** eslint with the type check, and prettier, at once; gives what each of them found. */
async function runChecks(): Promise<string[]> {
  const program = (path: string) => join(projectRoot, path)
  const found = await Promise.all([
    check('types and eslint', ['--import', 'tsx', program('scripts/check-code.ts')]),
    check('format', [
      program('node_modules/prettier/bin/prettier.cjs'),
      ...['--check', '--log-level', 'warn', '{src,jobs,scripts,test}/**/*.{ts,mjs,js}'],
    ]),
  ])
  return found.flat()
}

async function check(name: string, args: string[]): Promise<string[]> {
  const describe = (result: { code: number }) => (result.code === 0 ? 'clean' : 'FAILED')
  const result = await step(
    name,
    () => runCommand(process.execPath, args, { cwd: projectRoot, signal: ended.signal, timeoutMs: longestCheckMs }),
    describe,
  )
  return result.code === 0 ? [] : [`${result.stdout}${result.stderr}`]
}

async function startDatabases(): Promise<NodeJS.ProcessEnv> {
  // Tests live in 2022: mongod would sweep away what "expired" since, once a minute and in the middle of any of them.
  const mongo = await startMongo({
    dataDir: join(ownDir, 'mongo'),
    varDir,
    mongoParameters: ['ttlMonitorEnabled=false'],
  })
  servers.push(mongo)
  const redis = await startRedis({ dataDir: join(ownDir, 'redis'), varDir })
  servers.push(redis)
  return { TEST_MONGODB_URI: mongo.uri, TEST_REDIS_URI: redis.uri, TEST_DIR: ownDir, TEST_COUNTS_FILE: countsFile }
}

function runMocha(env: NodeJS.ProcessEnv): Promise<number> {
  const reporter = join(projectRoot, 'scripts/provision/counting.reporter.mjs')
  // The whole suite takes every core; a file always runs in one process, and each process has a database.
  const files = chosenFiles.length > 0 ? [] : ['--parallel', '--jobs', String(availableParallelism()), ...allTests()]
  const program = join(projectRoot, 'node_modules/mocha/bin/mocha.js')
  mocha = spawn(process.execPath, [program, '--reporter', reporter, ...mochaArgs, ...files], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    // Mocha runs in a process of its own with children of its own: a group lets an interruption reach them all.
    detached: true,
  })
  const child = mocha
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
}

/** Every test file; those that take longest begin, or one of them would run on alone while the other cores wait. */
function allTests(): string[] {
  const long = /^test\/(journeys|web)\//
  return readdirSync(join(projectRoot, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join('test', name))
    .sort((a, b) => Number(long.test(b)) - Number(long.test(a)) || (a < b ? -1 : 1))
}

function readCounts(code: number): TestCounts {
  if (existsSync(countsFile)) return JSON.parse(readFileSync(countsFile, 'utf8')) as TestCounts
  say(`Mocha ended with code ${code} before it could count.`)
  return { passes: 0, failures: 1, pending: 0 }
}

// A run that was killed could not remove its data.
function sweepOldRuns(): void {
  for (const name of existsSync(varDir) ? readdirSync(varDir) : []) {
    const pid = Number(/^test-(\d+)$/.exec(name)?.[1] ?? 0)
    if (pid && !isSameProcess(identify(pid))) rmSync(join(varDir, name), { recursive: true, force: true })
  }
}

async function cleanUp(): Promise<void> {
  ended.abort()
  await Promise.all(servers.map((server) => server.stop()))
  rmSync(ownDir, { recursive: true, force: true })
}

async function interrupted(): Promise<void> {
  if (mocha?.pid && mocha.exitCode === null) process.kill(-mocha.pid, 'SIGKILL')
  await cleanUp()
  process.exit(130)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void interrupted())
const code = await run().catch((error: unknown) => {
  const plain = error instanceof ProvisionError
  say(error instanceof Error ? ((plain ? undefined : error.stack) ?? error.message) : String(error))
  say(closingLine({ passes: 0, failures: 1, pending: 0 }))
  return 1
})
await cleanUp()
process.exit(code)
