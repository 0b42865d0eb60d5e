import { expect } from 'chai'
import { held } from '../../src/infra/held.js'
import { regionClock } from '../../src/shared/dates.js'

describe('what is held for a minute', () => {
  const start = Date.parse('2022-11-23T06:05:00Z')
  let [now, readings, fails] = [start, 0, false]
  const read = held(
    regionClock(() => new Date(now)),
    60_000,
    (year: number) => {
      readings += 1
      return fails ? Promise.reject(new Error('down')) : Promise.resolve(`${year}, reading ${readings}`)
    },
  )
  beforeEach(() => {
    now += 3_600_000
    readings = 0
  })

  it('is read once for all who ask at once', async () => {
    expect(await Promise.all([read(2022), read(2022)])).to.deep.equal(['2022, reading 1', '2022, reading 1'])
  })
  for (const [after, readAgain] of [
    [59_999, 'reading 1'],
    [60_000, 'reading 2'],
    [60_001, 'reading 2'],
  ] as const)
    it(`answers ${readAgain} after ${after} ms`, async () => {
      await read(2022)
      now += after
      expect(await read(2022)).to.equal(`2022, ${readAgain}`)
    })
  it('is read again once it is forgotten', async () => {
    await read(2022)
    read.forget(2022)
    expect(await read(2022)).to.equal('2022, reading 2')
  })
  it('is held for each key by itself', async () => {
    expect([await read(2021), await read(2022)]).to.deep.equal(['2021, reading 1', '2022, reading 2'])
  })
  it('is read again at once after a failure', async () => {
    fails = true
    await read(2022).catch(() => undefined)
    fails = false
    expect(await read(2022)).to.equal('2022, reading 2')
  })
})
