import { expect } from 'chai'
import { lockObstacles, type SheetFactsToLock } from '../../../src/competitions/locks/lock.rules.js'

const sheet = (over: Partial<SheetFactsToLock> = {}): SheetFactsToLock => ({
  code: 'A1',
  standing: 'present',
  state: 'agreed',
  aspects: [],
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

  it('names every contestant and every aspect of them at once', () => {
    const sheets = [
      sheet({ code: 'A', state: 'marking', aspects: ['A1.1', 'B2.1'] }),
      sheet({ code: 'B', state: 'waiting', aspects: ['A1.1'], theory: false }),
      sheet({ code: 'C', state: 'to-discuss', aspects: ['B2.1'] }),
    ]
    expect(lockObstacles(sheets, { theoryWeight: 30, differing: ['C'] })).to.deep.equal([
      { reason: 'to-discuss', open: [{ code: 'C', aspects: ['B2.1'] }] },
      {
        reason: 'not-marked',
        open: [
          { code: 'A', aspects: ['A1.1', 'B2.1'] },
          { code: 'B', aspects: ['A1.1'] },
        ],
      },
      { reason: 'theory-missing', open: [{ code: 'B', aspects: [] }] },
      { reason: 'keying-open', open: [{ code: 'C', aspects: [] }] },
    ])
  })
})
