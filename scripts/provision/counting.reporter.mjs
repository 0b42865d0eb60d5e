import { writeFileSync } from 'node:fs'
import Mocha from 'mocha'

/** Mocha's own spec reporter, which also leaves its counts in a file for the closing line of npm test. */
export default class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options)
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats
      if (process.env.TEST_COUNTS_FILE) {
        writeFileSync(process.env.TEST_COUNTS_FILE, JSON.stringify({ passes, failures, pending }))
      }
    })
  }
}
