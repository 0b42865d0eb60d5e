// npm start: packages, build, then everything else in dist/scripts/standalone.js.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ensureBuilt, isBuildFresh } from './provision/build.mjs'
import { endWithNpm } from './provision/npm-parent.mjs'
import { ensurePackages, fail, projectRoot, requireNode } from './provision/packages.mjs'

requireNode()
process.chdir(projectRoot)
refuseSecondStart()
console.log("Xiong'an Skills 雄安技能: starting")
ensurePackages()
const provided = isBuildFresh() ? undefined : provide()
ensureBuilt()
await provided
runStandalone()

// Before anything is installed or built under the feet of a running system; standalone.js holds the lock itself.
function refuseSecondStart() {
  try {
    const run = JSON.parse(readFileSync(join(resolve(process.env.DATA_DIR ?? 'var'), 'run.json'), 'utf8'))
    if (!readFileSync(`/proc/${run.pid}/cmdline`, 'utf8').includes('standalone')) return
    fail(`Already running from this folder at ${run.address ?? 'an address to come'}: stop it first with Ctrl-C.`)
  } catch {
    // No such file or process: nothing runs.
  }
}

// The first start waits for the compiler; the other core fetches the databases' programs meanwhile.
function provide() {
  const loaders = ['tsx', './scripts/provision/follow-parent.ts'].flatMap((loader) => ['--import', loader])
  const child = spawn(process.execPath, [...loaders, 'scripts/provide.ts'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((done) => child.once('exit', done))
}

function runStandalone() {
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/scripts/standalone.js'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Out of the terminal's group: Ctrl-C then reaches this process alone, and the stop goes stage by stage.
    detached: true,
  })
  const forward = (signal) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward)
  endWithNpm(() => forward('SIGTERM'))
  child.on('exit', (code) => process.exit(code ?? 1))
}
