import { expect } from 'chai'
import { inTurns } from '../../src/infra/in-turns.js'

describe('inTurns', () => {
  for (const [items, turns] of [
    [0, 0],
    [199, 0],
    [400, 1],
    [1000, 4],
  ] as const)
    it(`lets others be answered ${turns} times and more in ${items} lines, and loses none`, async () => {
      let [others, reading] = [0, true]
      const other = (): void => {
        if (!reading) return
        others += 1
        setImmediate(other)
      }
      const whole = inTurns(Array.from({ length: items }, (_, i) => i))
      setImmediate(other)
      const read = await whole
      reading = false
      expect(read.length).to.equal(items)
      expect(others).to.be.within(turns, items / 200)
    })
})
