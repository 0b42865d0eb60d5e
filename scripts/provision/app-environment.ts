import { join } from 'node:path'
import type { DatabaseUris } from './databases.js'
import { dataFolder } from './paths.js'
import { loadSecrets } from './secrets.js'

/** The file with this installation's secrets. */
export function secretsFile(): string {
  return process.env.SECRETS_FILE || join(dataFolder(), 'secrets.json')
}

/** Whether invented people and courses belong here; an installation with real data says DEMONSTRATION=false. */
export function isDemonstration(): boolean {
  return process.env.DEMONSTRATION !== 'false'
}

/** What web, worker and commands read from their environment (see src/config.ts). */
export function appEnvironment(uris: DatabaseUris, port: number): NodeJS.ProcessEnv {
  const varDir = dataFolder()
  return {
    NODE_ENV: 'production',
    ...loadSecrets(secretsFile()),
    ...uris,
    PORT: String(port),
    DATA_DIR: varDir,
    UPLOAD_DIR: process.env.UPLOAD_DIR || join(varDir, 'uploads'),
    SECRETS_FILE: secretsFile(),
    DEMONSTRATION: String(isDemonstration()),
  }
}
