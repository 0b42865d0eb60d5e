import { findOnPath, lastLines, runCommand } from './command.js'
import { announce } from './steps.js'

let updated = false

/** The words to put before a command so that root runs it, or undefined where neither root nor free sudo is there. */
export async function rootPrefix(): Promise<string[] | undefined> {
  if (process.getuid?.() === 0) return []
  if (!findOnPath(['sudo'])) return undefined
  const { code } = await runCommand('sudo', ['-n', 'true'], { timeoutMs: 10_000 })
  return code === 0 ? ['sudo', '-n'] : undefined
}

/** Whether a package can be installed here; a machine without lists of packages fetches them first. */
export async function aptHas(name: string): Promise<boolean> {
  const prefix = findOnPath(['apt-get', 'apt-cache']) ? await rootPrefix() : undefined
  if (!prefix) return false
  const lists = await runCommand('apt-cache', ['show', 'bash'])
  if (lists.code !== 0) await update(prefix)
  return (await runCommand('apt-cache', ['show', name])).code === 0
}

/** Installs Debian packages where that is allowed; gives undefined when done, else why not. */
export async function aptInstall(packages: string[]): Promise<string | undefined> {
  if (!findOnPath(['apt-get'])) return 'this machine has no apt-get'
  const prefix = await rootPrefix()
  if (!prefix) return 'apt needs root or sudo without a password'
  announce(`installing Debian packages with apt: ${packages.join(' ')}`)
  await update(prefix)
  const { code, stderr } = await aptGet(prefix, ['install', '-y', '-qq', '--no-install-recommends', ...packages])
  return code === 0 ? undefined : `apt-get failed: ${lastLines(stderr)}`
}

async function update(prefix: string[]): Promise<void> {
  if (!updated) await aptGet(prefix, ['update', '-qq'])
  updated = true
}

function aptGet(prefix: string[], args: string[]) {
  const words = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]
  return runCommand(words[0]!, words.slice(1), { timeoutMs: 1_200_000 })
}
