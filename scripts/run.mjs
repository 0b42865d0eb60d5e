// node scripts/run.mjs <name> [arguments]: runs scripts/<name>.ts with the databases it needs.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { isBuildFresh } from './provision/build.mjs'
import { ensurePackages, fail, projectRoot, requireNode } from './provision/packages.mjs'

requireNode()
process.chdir(projectRoot)
const [name = '', ...args] = process.argv.slice(2)
if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(`scripts/${name}.ts`)) fail(`There is no command scripts/${name}.ts.`)
ensurePackages()

// The built form starts faster; what was edited since runs from its source.
const program = isBuildFresh() ? ['dist/scripts/run-command.js'] : ['--import', 'tsx', 'scripts/run-command.ts']
const child = spawn(process.execPath, ['--enable-source-maps', ...program, name, ...args], { stdio: 'inherit' })
// Ctrl-C reaches the command itself; this process only waits for it.
process.on('SIGINT', () => undefined)
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
