import { expect } from 'chai'
import { appealVerdict } from '../../../src/competitions/appeals/appeal.rules.js'

describe('appealVerdict', () => {
  const cases: [string, [string, string, string], string][] = [
    ['on the last day', ['noticed', '2022-11-28', '2022-11-28'], 'ok'],
    ['a day later', ['noticed', '2022-11-29', '2022-11-28'], 'too-late'],
    ['before the notice', ['ranked', '2022-11-01', ''], 'not-on-notice'],
    ['after the final list', ['final', '2022-11-01', '2022-11-28'], 'not-on-notice'],
  ]
  for (const [when, [state, today, until], expected] of cases)
    it(`answers ${when}`, () => {
      const verdict = appealVerdict({ state, today, until })
      expect(verdict.ok ? 'ok' : verdict.reason).to.equal(expected)
    })
})
