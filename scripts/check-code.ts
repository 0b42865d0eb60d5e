import { join } from 'node:path'
import { ESLint } from 'eslint'
import ts from 'typescript'
import { projectRoot } from '../src/infra/project-root.js'

// The type check and eslint over one program: types are worked out once for both.

const host: ts.ParseConfigFileHost = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (fault) => report([fault]) }
const config = ts.getParsedCommandLineOfConfigFile(
  join(projectRoot, 'tsconfig.json'),
  { noEmit: true, incremental: false, tsBuildInfoFile: undefined },
  host,
)!
const program = ts.createProgram(config.fileNames, config.options)

const eslint = new ESLint({
  cwd: projectRoot,
  overrideConfigFile: join(projectRoot, 'scripts/eslint.config.js'),
  overrideConfig: [
    { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false, programs: [program] } } },
  ],
})
const linted = await eslint.lintFiles(['.'])
const faults = ts.getPreEmitDiagnostics(program)
report(faults)
process.stdout.write(await (await eslint.loadFormatter('stylish')).format(linted))
if (faults.length > 0 || linted.some(({ errorCount, warningCount }) => errorCount + warningCount > 0))
  process.exitCode = 1

function report(diagnostics: readonly ts.Diagnostic[]): void {
  process.stdout.write(
    ts.formatDiagnostics(diagnostics, {
      getCurrentDirectory: () => projectRoot,
      getCanonicalFileName: (name) => name,
      getNewLine: () => '\n',
    }),
  )
}
