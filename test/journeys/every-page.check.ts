import { expect } from 'chai'
import { tellSmallWorld } from '../builders/small-world.js'
import { usesChromium } from '../support/chromium.js'
import { pagePaths } from '../support/crawl.js'
import { usesDatabase } from '../support/database.js'
import { startStack, type Stack } from '../support/stack.js'
import { readAll, readers, type Reading } from './page-readers.js'

const today = '2026-11-24'

describe('every page', () => {
  usesDatabase()
  const chromium = usesChromium()
  let stack: Stack
  let reading: Reading

  before(async function () {
    this.timeout(3_600_000)
    stack = await startStack(today, { worker: false })
    await tellSmallWorld(stack, today)
    // Said as they are found: whoever mends need not wait for the end.
    reading = await readAll(stack.base, chromium(), (fault) => console.log(`      ${fault}`))
    const { answers, looks, modes } = reading
    console.log(`    ${answers} answers read, ${looks} pages looked at in the browser, ${modes} of them in all modes`)
  })
  after(() => stack.stop())

  for (const username of readers)
    it(`is whole and open to everybody's eyes: ${username || 'whoever is not signed in'}`, () => {
      expect(reading.faults.get(username)).to.deep.equal([])
    })

  it('was reached by links from some role', () => {
    expect(pagePaths().filter((path) => !reading.seen.has(path))).to.deep.equal([])
  })
})
