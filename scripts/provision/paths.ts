import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The folder of package.json, the same from scripts/ and from dist/scripts/. */
export const projectRoot = findRoot(import.meta.dirname)

/** Where the embedded databases, secrets, logs and downloaded programs are kept. */
export function dataFolder(): string {
  return resolve(projectRoot, process.env.DATA_DIR ?? 'var')
}

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder))
}
