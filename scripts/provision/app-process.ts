import { spawn } from 'node:child_process'
import type { ChildProcess, StdioOptions } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectRoot } from '../../src/infra/project-root.js'
import type { Running } from './supervise.js'

const stopWithinMs = 25_000

// Run from dist/ in production and from the sources, through tsx, in development.
const isBuilt = import.meta.filename.endsWith('.js')

/** Starts a program, such as `jobs/worker`, that follows this process into its end. */
export function spawnNode(program: string, args: string[], env: NodeJS.ProcessEnv, stdio: StdioOptions): ChildProcess {
  const loader = isBuilt ? [] : ['--import', 'tsx']
  const flags = ['--enable-source-maps', ...loader, '--import', fileOf('scripts/provision/follow-parent')]
  return spawn(process.execPath, [...flags, fileOf(program), ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio,
  })
}

function fileOf(program: string): string {
  return isBuilt ? join(projectRoot, 'dist', `${program}.js`) : join(projectRoot, `${program}.ts`)
}

/** Runs a program to its end and gives its exit code. */
export function runToEnd(child: ChildProcess): Promise<number> {
  return new Promise((done) => {
    child.once('exit', (code) => done(code ?? 1))
    child.once('error', () => done(127))
  })
}

/** Starts a long-lived program (web, worker) with its output in a log file. */
export function startApp(program: string, env: NodeJS.ProcessEnv, logFile: string): Running {
  const log = openSync(logFile, 'a', 0o600)
  const child = spawnNode(program, [], env, ['ignore', log, log, 'ipc'])
  closeSync(log)
  const ended = runToEnd(child)
  const stop = async () => {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), stopWithinMs)
    await ended
    clearTimeout(force)
  }
  return { pid: child.pid ?? 0, ended, stop, kill: () => void child.kill('SIGKILL') }
}

/** Keeps the log of the last run beside a new one, so that logs cannot grow without end. */
export function freshLog(file: string): string {
  mkdirSync(dirname(file), { recursive: true })
  if (existsSync(file)) renameSync(file, `${file}.1`)
  return file
}
