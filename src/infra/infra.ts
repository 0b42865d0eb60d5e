import type { Clock } from '../shared/dates.js'
import { regionClock } from '../shared/dates.js'
import type { Config } from '../config.js'
import { createFileStore, type FileStore } from './files.js'
import { createLogger, type Logger } from './logger.js'
import { createOutbox, type Outbox } from './outbox/outbox.js'
import { createVault, type Vault } from './vault.js'

/** What every service may be given besides other services. */
export interface Infra {
  clock: Clock
  vault: Vault
  files: FileStore
  outbox: Outbox
  log: Logger
  publicUrl: string
}

export function createInfra(
  config: Pick<Config, 'DATA_KEY' | 'INDEX_KEY' | 'LOG_LEVEL' | 'publicUrl'>,
  clock: Clock = regionClock(),
): Infra {
  const vault = createVault({ dataKey: config.DATA_KEY, indexKey: config.INDEX_KEY })
  return {
    clock,
    vault,
    files: createFileStore(vault),
    outbox: createOutbox({ clock }),
    log: createLogger(config.LOG_LEVEL),
    publicUrl: config.publicUrl,
  }
}
