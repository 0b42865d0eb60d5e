import { expect } from 'chai'
import { finaliseVerdict, lockObstacles, type SheetFactsToLock } from '../../../src/competitions/results/lock.rules.js'
import { appealVerdict } from '../../../src/competitions/appeals/appeal.rules.js'

const sheet = (over: Partial<SheetFactsToLock> = {}): SheetFactsToLock => ({
  code: 'A1',
  standing: 'present',
  state: 'agreed',
  theory: true,
  ...over,
})
const none = { theoryWeight: 30, differing: [] }

describe('lockObstacles', () => {
  const cases: [string, SheetFactsToLock[], Parameters<typeof lockObstacles>[1], string[]][] = [
    ['nothing when everybody has agreed marks and a theory', [sheet()], none, []],
    ['marks that must be discussed', [sheet({ state: 'to-discuss' })], none, ['to-discuss']],
    [
      'marks that are not all there',
      [sheet({ state: 'marking' }), sheet({ code: 'B', state: 'waiting' })],
      none,
      ['not-marked'],
    ],
    ['a theory that is missing', [sheet({ theory: false })], none, ['theory-missing']],
    ['no theory where it has no weight', [sheet({ theory: false })], { theoryWeight: 0, differing: [] }, []],
    [
      'nothing of who is absent',
      [sheet(), sheet({ code: 'B', standing: 'absent', state: 'waiting', theory: false })],
      none,
      [],
    ],
    ['papers that two read differently', [sheet()], { theoryWeight: 30, differing: ['A1'] }, ['keying-open']],
    ['nobody present', [sheet({ standing: 'absent' })], none, ['nobody-present']],
  ]
  for (const [what, sheets, facts, reasons] of cases)
    it(`names ${what}`, () => expect(lockObstacles(sheets, facts).map(({ reason }) => reason)).to.deep.equal(reasons))
})

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
