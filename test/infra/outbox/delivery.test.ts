import { expect } from 'chai'
import type { JobName } from '../../../src/infra/job-contracts.js'
import { jobNames } from '../../../src/infra/job-contracts.js'
import { transact } from '../../../src/infra/mongo.js'
import { createDelivery, type Delivery, type JobWork, type Works } from '../../../src/infra/outbox/delivery.js'
import { Effect, OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import { once } from '../../../src/infra/outbox/outbox.js'
import { refused } from '../../../src/shared/errors.js'
import { makeServices } from '../../support/app.js'
import { empty, usesDatabase } from '../../support/database.js'

const nothing: JobWork = async () => undefined
const worksWith = (work: JobWork): Works =>
  ({ ...Object.fromEntries(jobNames.map((name) => [name, nothing])), 'reconcile.run': work }) as Record<
    JobName,
    JobWork
  >

describe('the outbox', () => {
  usesDatabase()
  beforeEach(() => empty('outbox', 'effects'))
  const { infra } = makeServices()
  const id = 'reconcile.run:p1'
  const ask = () => transact(() => infra.outbox.publish('reconcile.run', 'p1', { period: 'p1' }))
  const deliverer = (work: JobWork, clock = infra.clock) =>
    createDelivery({ works: worksWith(work), clock, log: infra.log })

  it('keeps one row, when the same work is asked for twice', async () => {
    await ask()
    await ask()
    expect(await OutboxRow.countDocuments()).to.equal(1)
  })

  it('keeps nothing, when the business change is rolled back', async () => {
    await transact(async () => {
      await infra.outbox.publish('reconcile.run', 'p1', { period: 'p1' })
      throw new Error('change of mind')
    }).catch(() => undefined)
    expect(await OutboxRow.countDocuments()).to.equal(0)
  })

  it('does the work once, when it is delivered five times at once', async () => {
    await ask()
    let runs = 0
    const deliver = deliverer(async () => void (runs += 1))
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => deliver(id)))
    expect(runs).to.equal(1)
    expect(outcomes.filter((outcome) => outcome === 'done')).to.have.length(1)
  })

  it('gives the work to another worker, when the first one died with the lease', async () => {
    await ask()
    await OutboxRow.updateOne(
      { _id: id },
      { $set: { leaseToken: 'of the dead', leaseUntil: new Date(infra.clock.now().getTime() - 1) } },
    )
    expect(await deliverer(nothing)(id)).to.equal('done')
  })

  it('leaves the work alone, while the lease of another holds', async () => {
    await ask()
    await OutboxRow.updateOne(
      { _id: id },
      { $set: { leaseToken: 'of the living', leaseUntil: new Date(infra.clock.now().getTime() + 1000) } },
    )
    expect(await deliverer(nothing)(id)).to.equal('not-mine')
  })

  it('stops a zombie from committing, when its lease was taken over', async () => {
    await ask()
    const zombie = async (_payload: unknown, delivery: Delivery) => {
      await OutboxRow.updateOne({ _id: id }, { $set: { leaseToken: 'of the successor' } })
      await transact(async () => {
        await Effect.create([{ _id: 'zombie', at: new Date() }])
        await delivery.fence()
      })
    }
    await deliverer(zombie)(id)
    expect(await Effect.countDocuments({ _id: 'zombie' })).to.equal(0)
  })

  it('tries again later, when the work fails by accident', async () => {
    await ask()
    expect(
      await deliverer(async () => {
        throw new Error('lightning')
      })(id),
    ).to.equal('failed')
    const row = await OutboxRow.findById(id).lean()
    expect([row?.state, row?.attempts, row?.lastError]).to.deep.equal(['pending', 1, 'lightning'])
  })

  it('becomes a dead letter at once, when the work is refused', async () => {
    await ask()
    expect(
      await deliverer(async () => {
        throw refused('no')
      })(id),
    ).to.equal('dead')
  })

  it('comes back from the dead, when an operator retries it', async () => {
    const { services } = makeServices()
    await ask()
    await deliverer(async () => {
      throw refused('no')
    })(id)
    await services.deadLetters.retry(id)
    expect(await deliverer(nothing)(id)).to.equal('done')
  })
})

describe('once', () => {
  usesDatabase()

  it('does the effect once, when ten try at the same time', async () => {
    let effects = 0
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        once(
          'test',
          'one',
          async () => void (await Effect.create([{ _id: `effect-${(effects += 1)}`, at: new Date() }])),
        ),
      ),
    )
    expect(outcomes.filter((outcome) => outcome === 'done')).to.have.length(1)
    expect(await Effect.countDocuments({ _id: /^effect-/ })).to.equal(1)
  })
})
