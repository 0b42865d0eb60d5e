import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The secrets as the environment variables that the configuration reads; the keys are 32 bytes in base64. */
export type Secrets = { SESSION_SECRET: string; DATA_KEY: string; INDEX_KEY: string }

const names = ['SESSION_SECRET', 'DATA_KEY', 'INDEX_KEY'] as const

/** The secrets of this installation: from the environment where given, else from the file, which is made once. */
export function loadSecrets(file: string, env: NodeJS.ProcessEnv = process.env): Secrets {
  if (names.every((name) => env[name])) return pick((name) => env[name]!)
  if (!existsSync(file)) createSecrets(file)
  chmodSync(file, 0o600)
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>
  return pick((name) => {
    const value = env[name] || kept[name]
    if (!value) throw new Error(`${file} holds no ${name}: restore the file from your backup`)
    return value
  })
}

function createSecrets(file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const fresh = pick(() => randomBytes(32).toString('base64'))
  // 'wx': whoever comes second keeps what the first one wrote, for data may be encrypted with it already.
  writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
}

function pick(valueOf: (name: (typeof names)[number]) => string): Secrets {
  return { SESSION_SECRET: valueOf('SESSION_SECRET'), DATA_KEY: valueOf('DATA_KEY'), INDEX_KEY: valueOf('INDEX_KEY') }
}
