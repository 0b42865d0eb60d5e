import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import type { Day } from '../../src/shared/dates.js'
import { usesChromium } from './chromium.js'
import { usesDatabase } from './database.js'
import { startStack, type Stack } from './stack.js'
import { visit, type Visitor } from './visitor.js'

type Moment = Day | `${Day} ${string}`
/** Those of a cast who have an account. */
type Sitter<Cast> = { [Who in keyof Cast]: Cast[Who] extends { username: string } ? Who : never }[keyof Cast]

export interface Story<Cast> {
  stack: Stack
  cast: Cast
  /** The window that all share: opening another costs more than signing in. */
  desk: Visitor
  browser: Browser
}

/**
 * One story for the surrounding `describe`: a stack, its cast, one desk. What follows a step that failed is skipped,
 * for it would only repeat the failure. In a story with `refusals` the browser may note their status.
 */
export function usesStory<Cast extends object>(
  from: Day,
  gather: (stack: Stack) => Promise<Cast>,
  { refusals = false } = {},
) {
  usesDatabase()
  const browser = usesChromium()
  let story: Story<Cast>
  before(async () => {
    const stack = await startStack(from)
    story = {
      stack,
      cast: await gather(stack),
      desk: await visit(browser(), stack.base),
      browser: browser(),
    }
  })
  after(() => story.stack.stop())

  let failed = false
  beforeEach(function () {
    if (failed) this.skip()
  })
  afterEach(function () {
    failed ||= this.currentTest?.state === 'failed'
  })

  return {
    told: () => story,
    /** Somebody of the cast sits down at the desk, on a day at 09:00 or at the time said. */
    async at(moment: Moment, who: Sitter<Cast>, work: () => Promise<unknown>): Promise<void> {
      const { stack, cast, desk } = story
      const [day, time] = moment.split(' ') as [Day, string?]
      stack.clock.set(day, time)
      await desk.handOver((cast[who] as { username: string }).username)
      await work()
      const noted = refusals ? /status of 4(03|22)/ : /^$/
      expect(desk.complaints.filter((text) => !noted.test(text))).to.deep.equal([])
    },
  }
}
