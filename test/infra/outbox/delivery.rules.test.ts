import { expect } from 'chai'
import { afterFailure, backoffMs, maxAttempts } from '../../../src/infra/outbox/delivery.rules.js'

describe('backoffMs', () => {
  const table = [
    [1, 1000],
    [2, 4000],
    [3, 16_000],
    [6, 1_024_000],
    [7, 3_600_000],
    [8, 3_600_000],
  ] as const
  for (const [attempts, ms] of table)
    it(`after ${attempts} failures waits ${ms} ms`, () => expect(backoffMs(attempts)).to.equal(ms))
})

describe('afterFailure', () => {
  it('tries again below eight failures', () =>
    expect(afterFailure(maxAttempts - 1, true)).to.deep.equal({ state: 'pending', delayMs: 3_600_000 }))
  it('is dead at eight failures', () => expect(afterFailure(maxAttempts, true)).to.deep.equal({ state: 'dead' }))
  it('is dead at once when trying again cannot help', () =>
    expect(afterFailure(1, false)).to.deep.equal({ state: 'dead' }))
})
