import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for the files of one `describe`, gone afterwards. Gives a function that saves bytes and returns their path. */
export function scratchFolder(): (name: string, content: string | Buffer) => string {
  let folder = ''
  before(() => void (folder = mkdtempSync(join(tmpdir(), 'sheets-'))))
  after(() => rmSync(folder, { recursive: true, force: true }))
  return (name, content) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
}
