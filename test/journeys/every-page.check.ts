import { expect } from 'chai'
import { tellSmallWorld } from '../builders/small-world.js'
import { usesChromium } from '../support/chromium.js'
import { pagePaths } from '../support/crawl.js'
import { usesDatabase } from '../support/database.js'
import { startStack, type Stack } from '../support/stack.js'
import { writeAll } from './form-writers.js'
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

  it('with a form says what to do about wrong input, keeps what was typed, and writes nothing', async function () {
    this.timeout(1_800_000)
    const forms = [...reading.forms.values()].filter(({ fields }) => fields.some(({ kind }) => kind !== 'hidden'))
    const { inputs, accepted, faults } = await writeAll(stack.base, forms, (fault) => console.log(`      ${fault}`))
    console.log(`    ${forms.length} forms, ${inputs} wrong inputs, ${accepted} of them allowed`)
    expect(faults).to.deep.equal([])
  })

  it('was reached by links from some role', () => {
    expect(pagePaths().filter((path) => !reading.seen.has(path))).to.deep.equal([])
  })
})
