import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const office = ['soffice', 'libreoffice'].find((program) => spawnSync(program, ['--version']).status === 0)
export const hasOffice = office !== undefined

/** The file as LibreOffice saves it: `source` is opened and stored in each of the formats in turn. */
export function throughOffice(source: Buffer, from: string, ...formats: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'office-'))
  try {
    let name = `source.${from}`
    writeFileSync(join(folder, name), source)
    formats.forEach((format, i) => {
      const out = join(folder, `step-${i}`)
      execFileSync(
        office!,
        [
          `-env:UserInstallation=file://${join(folder, 'profile')}`,
          '--headless',
          ...(from === 'csv' && i === 0 ? ['--infilter=CSV:44,34,76'] : []),
          '--convert-to',
          format,
          '--outdir',
          out,
          join(folder, name),
        ],
        { stdio: 'ignore' },
      )
      name = join(`step-${i}`, `source.${format.split(':')[0]}`)
    })
    return readFileSync(join(folder, name))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
