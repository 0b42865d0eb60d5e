// Plain JavaScript on purpose: this runs before node_modules exists.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const projectRoot = resolve(import.meta.dirname, '../..')

/** Ends the command with one clear sentence where Node is too old. */
export function requireNode(version = process.versions.node) {
  if (isNodeRecent(version)) return
  fail(`Node ${version} is too old: install Node 20.19 or newer (or use \`docker compose up\`), then try again.`)
}

/** Whether this version of Node is 20.19 or newer. */
export function isNodeRecent(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 19)
}

/** Installs the packages of the lock file, unless they are there already. */
export function ensurePackages(root = projectRoot) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const stamp = createHash('sha256').update(lockText).digest('hex')
  const stampFile = join(root, 'node_modules/.xs-stamp')
  if (readIfThere(stampFile) === stamp) return
  if (!isInstalled(lockText, readIfThere(join(root, 'node_modules/.package-lock.json')))) runNpmCi(root)
  writeFileSync(stampFile, stamp)
}

/** Whether what npm says it installed (its hidden lock file) is what the lock file asks for. */
export function isInstalled(lockText, hiddenText) {
  if (!hiddenText) return false
  const installed = JSON.parse(hiddenText).packages ?? {}
  // Optional packages are the builds for other systems, which npm leaves out.
  return Object.entries(JSON.parse(lockText).packages).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  )
}

function runNpmCi(root) {
  const started = Date.now()
  console.log('  … installing packages with npm ci')
  // Development packages too: the build needs the TypeScript compiler, whatever NODE_ENV says.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-progress', '--loglevel=error']
  const { status, error } = spawnSync('npm', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (error) fail('npm was not found: install npm, which comes with Node 20.19 or newer, then try again.')
  if (status !== 0) fail('npm ci failed: see its message above; it needs a reachable npm registry the first time.')
  console.log(`  ✓ packages installed (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Says one sentence and ends. */
export function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
