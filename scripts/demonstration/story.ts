import { createWorks } from '../../jobs/index.js'
import { runAs } from '../../src/infra/context.js'
import type { Infra } from '../../src/infra/infra.js'
import { createDelivery } from '../../src/infra/outbox/delivery.js'
import { OutboxRow } from '../../src/infra/outbox/outbox.model.js'
import type { Services } from '../../src/services.js'
import { instantAt, type Day } from '../../src/shared/dates.js'
import type { Actor } from '../../src/shared/permissions.js'

/** What the chapters of the demonstration share: the real services, a clock that they set, and who acts. */
export interface Story {
  services: Services
  infra: Infra
  organisations: Map<string, string>
  courses: Map<string, string>
  actors: Map<string, Actor>
  actor(username: string): Actor
  /** Sets the day on which everything happens from here on. */
  on(day: Day): void
  as<T>(actor: Actor, act: () => Promise<T>): Promise<T>
  /** Does the background work that is waiting, as a worker would. */
  work(): Promise<void>
}

export interface MovableClock {
  now: Date
}

export function tellStory(services: Services, infra: Infra, clock: MovableClock): Story {
  const actors = new Map<string, Actor>()
  const deliver = createDelivery({ works: createWorks(services), clock: infra.clock, log: infra.log })
  return {
    services,
    infra,
    actors,
    organisations: new Map(),
    courses: new Map(),
    actor(username) {
      const found = actors.get(username)
      if (!found) throw new Error(`The demonstration has no account ${username}.`)
      return found
    },
    on: (day) => void (clock.now = instantAt(day, '10:00')),
    as: (actor, act) =>
      runAs({ event: 'DEMONSTRATION', actorId: actor.id, actorName: actor.name, role: actor.role }, act),
    async work() {
      for (let rows = await waiting(infra); rows.length > 0; rows = await waiting(infra)) {
        const next = async () => {
          for (let row = rows.shift(); row; row = rows.shift()) await deliver(row._id)
        }
        await Promise.all(Array.from({ length: workers }, next))
      }
    },
  }
}

// Node and mongod have a core each: while one job waits for the database, another is drawn.
const workers = 4

const waiting = (infra: Infra): Promise<{ _id: string }[]> =>
  OutboxRow.find({ state: 'pending', notBefore: { $lte: infra.clock.now() }, leaseToken: null })
    .select('_id')
    .limit(200)
    .lean<{ _id: string }[]>()
