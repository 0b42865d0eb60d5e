import { spawn } from 'node:child_process'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { announce } from './steps.js'

const stalledAfterMs = 15_000

// A process of its own, so that a download that hangs can be ended with all its sockets.
const program = `
import { MongoBinary } from 'mongodb-memory-server-core/lib/util/MongoBinary.js'
const file = await MongoBinary.getPath({ downloadDir: process.argv[1] })
process.send(file, () => process.exit(0))`

/** Tries MongoDB's own download site; gives undefined as soon as it refuses or nothing has come for 15 seconds. */
export async function downloadOfficialMongod(binDir: string): Promise<string | undefined> {
  announce('no mongod on this machine yet: trying the official MongoDB download')
  const folder = join(binDir, 'official')
  await mkdir(folder, { recursive: true })
  const file = await downloadWhileItGrows(folder)
  if (!file) await rm(folder, { recursive: true, force: true })
  return file
}

async function downloadWhileItGrows(folder: string): Promise<string | undefined> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, MONGOMS_PREFER_GLOBAL_PATH: 'false' },
  })
  let file: string | undefined
  child.on('message', (message) => (file = typeof message === 'string' ? message : undefined))
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const watch = setInterval(() => void endIfStalled(), 1000)
  let size = 0
  let grewAt = Date.now()
  async function endIfStalled(): Promise<void> {
    const now = await folderSize(folder)
    if (now > size) [size, grewAt] = [now, Date.now()]
    else if (Date.now() - grewAt > stalledAfterMs) child.kill('SIGKILL')
  }
  await ended
  clearInterval(watch)
  return file
}

async function folderSize(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name))
        .then((s) => s.size)
        .catch(() => 0),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
