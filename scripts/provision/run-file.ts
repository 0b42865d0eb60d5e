import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endLeftovers, identify, isSameProcess } from './process-identity.js'
import type { ProcessIdentity } from './process-identity.js'

/** What one folder's running system tells others: `var/run.json`, which is also its lock. */
export type RunState = ProcessIdentity & {
  purpose: string
  address?: string
  mongodbUri?: string
  redisUri?: string
  secretsFile?: string
  servers: Record<string, ProcessIdentity>
}

export class AlreadyRunning extends Error {}

export type RunFile = {
  update(patch: Partial<RunState>): void
  addServer(name: string, pid: number): void
  release(): void
}

/** The state of the system that runs on this data folder, if one does. */
export function readRunning(varDir: string): RunState | undefined {
  const state = readState(join(varDir, 'run.json'))
  return state && isSameProcess(state) ? state : undefined
}

/** Takes the data folder for this process; what a crashed run left behind is ended and cleared first. */
export async function takeRunFile(varDir: string, purpose: string): Promise<RunFile> {
  mkdirSync(varDir, { recursive: true })
  const file = join(varDir, 'run.json')
  const state: RunState = { ...identify(process.pid), purpose, servers: {} }
  while (!createWhole(file, state)) {
    const other = readState(file)
    if (other && isSameProcess(other)) throw new AlreadyRunning(describe(other))
    await endLeftovers(Object.values(other?.servers ?? {}))
    rmSync(file, { force: true })
  }
  return openRunFile(file, state)
}

function describe(other: RunState): string {
  if (other.purpose !== 'npm start')
    return `The databases of this folder are in use by ${other.purpose}: wait for its end.`
  return `Already running from this folder at ${other.address ?? 'an address to come'}: stop it first with Ctrl-C.`
}

function openRunFile(file: string, state: RunState): RunFile {
  const write = () => {
    writeFileSync(`${file}.new`, JSON.stringify(state, null, 2), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return {
    update(patch) {
      Object.assign(state, patch)
      write()
    },
    addServer(name, pid) {
      state.servers[name] = identify(pid)
      write()
    },
    release: () => rmSync(file, { force: true }),
  }
}

// A link to a finished file appears whole or not at all, and only one process can make it.
function createWhole(file: string, state: RunState): boolean {
  const own = `${file}.${process.pid}`
  writeFileSync(own, JSON.stringify(state, null, 2), { mode: 0o600 })
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

function readState(file: string): RunState | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunState
  } catch {
    return undefined
  }
}
