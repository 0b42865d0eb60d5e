import { expect } from 'chai'
import { finaliseVerdict } from '../../../src/competitions/results/final.rules.js'

describe('finaliseVerdict', () => {
  const facts = { state: 'noticed', today: '2022-11-29', appealsUntil: '2022-11-28', appeals: 0, corrections: 0 }
  const cases: [string, Partial<typeof facts>, string][] = [
    ['the day after the window', {}, 'ok'],
    ['its last day', { today: '2022-11-28' }, 'window-open'],
    ['an appeal that is open', { appeals: 1 }, 'appeals-open'],
    ['a correction without its second signature', { corrections: 1 }, 'corrections-open'],
    ['a list that is not on notice', { state: 'ranked' }, 'wrong-state'],
  ]
  for (const [what, over, expected] of cases)
    it(`decides on ${what}`, () => {
      const verdict = finaliseVerdict({ ...facts, ...over })
      expect(verdict.ok ? 'ok' : verdict.reason).to.equal(expected)
    })
})
