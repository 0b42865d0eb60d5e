import { createWorks } from '../../jobs/index.js'
import { createDelivery } from '../../src/infra/outbox/delivery.js'
import { OutboxRow } from '../../src/infra/outbox/outbox.model.js'
import type { Infra } from '../../src/infra/infra.js'
import type { Services } from '../../src/services.js'

/** Does all pending work as a worker would, without waiting for Redis; returns the outcomes by row id. */
export async function deliverAll(
  { services, infra }: { services: Services; infra: Infra },
  type?: string,
): Promise<Record<string, string>> {
  const deliver = createDelivery({ works: createWorks(services), clock: infra.clock, log: infra.log })
  const outcomes: Record<string, string> = {}
  for (let round = 0; round < 50; round += 1) {
    const rows = await OutboxRow.find({ state: 'pending', attempts: 0, ...(type && { type }) })
      .select('_id')
      .lean<{ _id: string }[]>()
    if (rows.length === 0) break
    for (const { _id } of rows) outcomes[_id] = await deliver(_id)
  }
  return outcomes
}
