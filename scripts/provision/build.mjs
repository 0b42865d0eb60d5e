// Plain JavaScript on purpose: this makes dist/, so it cannot be in it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, projectRoot } from './packages.mjs'

const sourceFolders = ['src', 'jobs', 'scripts']
const configFiles = ['tsconfig.json', 'scripts/tsconfig.build.json', 'package-lock.json']

/** Whether dist/ was built from exactly these sources. */
export function isBuildFresh(root = projectRoot) {
  const stampFile = join(root, 'dist/.stamp')
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hashSources(root)
}

/** Compiles src, jobs and scripts to dist/ when they have changed since the last time. */
export function ensureBuilt(root = projectRoot) {
  if (isBuildFresh(root)) return
  const started = Date.now()
  console.log('  … building with tsc')
  const stamp = hashSources(root)
  removeOrphans(root)
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  // npm test judges the types; a start that did so, too, would wait four times as long for the same files.
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', 'scripts/tsconfig.build.json', '--noCheck'], {
    cwd: root,
    encoding: 'utf8',
  })
  const problems = stdout.split('\n').filter((line) => line.includes('error TS'))
  if (!existsSync(join(root, 'dist/scripts/standalone.js'))) fail(`The build made nothing:\n${stdout}`)
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(join(root, 'dist/.stamp'), stamp)
  if (problems.length > 0) warn(problems)
  console.log(`  ✓ built (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}

function warn(problems) {
  console.warn(`  ! the build found ${problems.length} errors; the first ones:`)
  for (const line of problems.slice(0, 5)) console.warn(`    ${line}`)
}

function hashSources(root) {
  const hash = createHash('sha256')
  for (const file of [...sourceFolders.flatMap((folder) => listFiles(root, folder)), ...configFiles]) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function listFiles(root, folder) {
  if (!existsSync(join(root, folder))) return []
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  return entries
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name))
}

// A module that was deleted or moved must not live on in dist/.
function removeOrphans(root) {
  for (const folder of sourceFolders) {
    const built = join(root, 'dist', folder)
    if (!existsSync(built)) continue
    for (const name of readdirSync(built, { recursive: true, encoding: 'utf8' })) {
      const source = join(root, folder, name.replace(/\.js$/, '.ts'))
      if (name.endsWith('.js') && !existsSync(source)) rmSync(join(built, name))
    }
  }
}
