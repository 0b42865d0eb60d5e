import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { extname } from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { SheetRead, SheetReadOptions, SheetRow } from './sheet-read.js'

export type SafeReadOptions = SheetReadOptions & { timeoutMs?: number; memoryMb?: number }

/** Sources run under tsx in development and tests, compiled files in production; the child is of the same kind. */
const ending = extname(fileURLToPath(import.meta.url))
const childFile = fileURLToPath(new URL(`./read-sheet-child${ending}`, import.meta.url))
const loader = ending === '.ts' ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : []

/** Each reader may take half a gigabyte: two at a time, the others wait. */
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

/** Reads an uploaded spreadsheet in a process of its own with 512 MB and 60 s. Never throws: every failure is a reason. */
export async function readSheetSafely(path: string, options: SafeReadOptions): Promise<SheetRead> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await readInChild(path, options)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

type Message = { rows: SheetRow[] } | { end: { ok: true; header: string[] } | Extract<SheetRead, { ok: false }> }

async function readInChild(
  path: string,
  { timeoutMs = 60_000, memoryMb = 512, ...options }: SafeReadOptions,
): Promise<SheetRead> {
  const child = startChild(memoryMb)
  let late = false
  const timer = setTimeout(() => (late = child.kill('SIGKILL')), timeoutMs)
  const heard = heardFrom(child)
  child.send({ path, options })
  const read = await heard
  clearTimeout(timer)
  return late ? { ok: false, reason: 'timeout' } : read
}

/** All that the child says. Its exit may be known before its last words are read, so only `close`, which comes after both, ends it. */
export function heardFrom(child: Pick<ChildProcess, 'on'>): Promise<SheetRead> {
  const rows: SheetRow[] = []
  return new Promise((resolve) => {
    child.on('message', (message: Message) => {
      if ('rows' in message) for (const row of message.rows) rows.push(row)
      else resolve(message.end.ok ? { ...message.end, rows } : message.end)
    })
    child.on('error', (error) => resolve({ ok: false, reason: 'unreadable', detail: error.message }))
    // V8 aborts when its heap is full; the kernel kills when the machine's memory is.
    child.on('close', (code: number | null, signal: string | null) =>
      resolve({
        ok: false,
        reason: signal || code === 134 ? 'too-big' : 'unreadable',
        detail: `exit ${code ?? signal}`,
      }),
    )
  })
}

/** The child gets no environment, so no secrets; Node hands the coverage folder on by itself. */
function startChild(memoryMb: number): ChildProcess {
  return fork(childFile, {
    execArgv: [...loader, `--max-old-space-size=${memoryMb}`],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}
