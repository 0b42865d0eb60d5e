import { expect } from 'chai'
import { lockObstacles, type SheetFactsToLock } from '../../../src/competitions/locks/lock.rules.js'

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
