import { expect } from 'chai'
import { batchVerdict } from '../../../src/papers/certificate-issue/issue.rules.js'

const source = (settledOn: string | undefined = '2022-03-20', families: string[] = ['level', 'completion']) => ({
  families,
  settledOn,
})

describe('batchVerdict', () => {
  const cases: [string, { families: string[]; settledOn?: string }, string, string, string | true][] = [
    ['results that stand, on their first day', source(), 'level', '2022-03-20', true],
    ['results that stand, today', source(), 'level', '2022-11-23', true],
    ['the day before they stood', source(), 'level', '2022-03-19', 'issue-day-early'],
    ['tomorrow', source(), 'level', '2022-11-24', 'issue-day-late'],
    ['results that do not stand yet', { families: ['level'] }, 'level', '2022-03-20', 'not-settled'],
    [
      'a family that the source does not lead to',
      source('2022-03-20', ['completion']),
      'level',
      '2022-03-20',
      'wrong-family',
    ],
    ['the lesser family beside the main one', source(), 'completion', '2022-03-20', true],
  ]
  for (const [what, asked, family, day, expected] of cases) {
    it(`says ${expected === true ? 'yes' : expected} to ${what}`, () => {
      expect(batchVerdict(asked, family, day, '2022-11-23')).to.deep.equal(
        expected === true ? { ok: true } : { ok: false, reason: expected },
      )
    })
  }
})
