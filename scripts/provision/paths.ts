import { resolve } from 'node:path'
import { projectRoot } from '../../src/infra/project-root.js'

/** Where the embedded databases, secrets, logs and downloaded programs are kept. */
export function dataFolder(): string {
  return resolve(projectRoot, process.env.DATA_DIR || 'var')
}
