import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function find(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : find(dirname(from))
}

/** The folder with package.json, views and public; the same from `src` and from `dist`. */
export const projectRoot = find(dirname(fileURLToPath(import.meta.url)))
