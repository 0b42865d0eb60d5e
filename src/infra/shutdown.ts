import type { Logger } from './logger.js'

const capMs = 25_000

/** Runs the stages in order on SIGTERM, SIGINT or when the parent goes away; ends the process after 25 s whatever happens. */
export function onShutdown(
  stages: readonly (readonly [name: string, stage: () => Promise<unknown> | unknown])[],
  log: Logger,
): void {
  let started = false
  const stop = async (why: string) => {
    if (started) return
    started = true
    setTimeout(() => process.exit(1), capMs).unref()
    for (const [name, stage] of stages)
      await Promise.resolve(stage()).catch((error: unknown) => log.error({ err: error, name }, 'shutdown stage failed'))
    log.info({ why }, 'stopped')
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal))
  process.once('disconnect', () => void stop('parent gone'))
}
