import type { Logger } from '../../infra/logger.js'

/** One check of what a crash or a fault may have left behind; it mends what it can and counts what it found. */
export interface Check {
  name: string
  nightly?: boolean
  run(): Promise<number>
}

/** Runs the checks that higher floors handed in; every count must be 0, so a finding is logged as something to look at. */
export function createReconcileService({ log, checks }: { log: Logger; checks: readonly Check[] }) {
  return {
    async run(period: string): Promise<Record<string, number>> {
      const nightly = period.startsWith('recount:')
      const found: Record<string, number> = {}
      for (const check of checks.filter((one) => nightly || !one.nightly)) found[check.name] = await check.run()
      const faults = Object.entries(found).filter(([, count]) => count > 0)
      if (faults.length > 0) log.warn({ period, found: Object.fromEntries(faults) }, 'reconcile found something')
      return found
    },
  }
}
export type ReconcileService = ReturnType<typeof createReconcileService>
