import type { Infra } from '../src/infra/infra.js'
import type { Schedule } from '../src/infra/schedules.js'
import { dayOf } from '../src/shared/dates.js'
import type { Services } from '../src/services.js'

/** Every timed job: its name, its period and why. */
export function createSchedules({ outbox }: Infra, _services: Services): readonly Schedule[] {
  return [
    // What a crash left behind is found within five minutes.
    {
      name: 'reconcile',
      period: (now) => new Date(Math.floor(now.getTime() / 300_000) * 300_000).toISOString(),
      run: (period) => outbox.publish('reconcile.run', period, { period }),
    },
    // The counters of the day are compared with a recount once a night.
    {
      name: 'nightly-recount',
      period: (now) => dayOf(now),
      run: (period) => outbox.publish('reconcile.run', `recount:${period}`, { period: `recount:${period}` }),
    },
    // Papers that their source did not have yet are asked for again when their day has come.
    {
      name: 'recognition-rechecks',
      period: (now) => dayOf(now),
      run: (period) => outbox.publish('recognitions.ask-due', period, { day: period }),
    },
  ]
}
