// npm test: packages, then everything else in scripts/test-run.ts.
import { spawn } from 'node:child_process'
import { ensurePackages, projectRoot, requireNode } from './provision/packages.mjs'

requireNode()
process.chdir(projectRoot)
ensurePackages()
const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/test-run.ts', ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit'],
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
