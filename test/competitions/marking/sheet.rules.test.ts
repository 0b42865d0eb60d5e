import { expect } from 'chai'
import type { Aspect } from '../../../src/competitions/marking/score.rules.js'
import {
  judgeStanding,
  markVerdict,
  sheetState,
  toDiscuss,
  type MarkWish,
  type SheetFacts,
} from '../../../src/competitions/marking/sheet.rules.js'

const aspects: Aspect[] = [
  { code: 'A1', type: 'judgement', max: 150 },
  { code: 'A2', type: 'judgement', max: 300 },
  { code: 'A3', type: 'measurement', max: 100, bands: [] },
]
const panel = ['j1', 'j2', 'j3']
type Row = readonly (number | undefined)[]
const sheet = (...rows: Row[]): SheetFacts => ({
  aspects,
  panel,
  marks: rows.map((row, i) => ({
    judgeId: panel[i]!,
    values: new Map(
      row.flatMap((value, k): [string, number][] => (value === undefined ? [] : [[aspects[k]!.code, value]])),
    ),
  })),
})

describe('the state of a sheet', () => {
  const rows: [string, Row[], string, string[]][] = [
    ['nobody has marked', [], 'waiting', []],
    ['one has begun', [[2]], 'marking', []],
    [
      'two have submitted',
      [
        [2, 2, 1],
        [2, 3, 1],
      ],
      'marking',
      [],
    ],
    [
      'all agree within a step',
      [
        [2, 2, 1],
        [2, 3, 1],
        [3, 3, 1],
      ],
      'agreed',
      [],
    ],
    [
      'a judgement is two steps apart',
      [
        [1, 2, 1],
        [2, 3, 1],
        [3, 3, 1],
      ],
      'to-discuss',
      ['A1'],
    ],
    [
      'a measurement differs',
      [
        [2, 2, 1],
        [2, 3, 1],
        [3, 3, 0],
      ],
      'to-discuss',
      ['A3'],
    ],
    [
      'two aspects are apart',
      [
        [0, 0, 1],
        [2, 3, 1],
        [3, 3, 1],
      ],
      'to-discuss',
      ['A1', 'A2'],
    ],
    [
      'the third is apart but has not finished',
      [
        [1, 2, 1],
        [2, 3, 1],
        [3, 3],
      ],
      'marking',
      [],
    ],
  ]
  for (const [when, marks, state, open] of rows)
    it(`is ${state} when ${when}`, () =>
      void expect([sheetState(sheet(...marks)), toDiscuss(sheet(...marks))]).to.deep.equal([state, open]))
  it('is never agreed without a panel', () =>
    void expect(sheetState({ aspects, panel: [], marks: [{ judgeId: 'x', values: new Map([['A1', 1]]) }] })).to.equal(
      'marking',
    ))
})

describe('how far a judge is', () => {
  for (const [row, state, missing] of [
    [[], 'not-started', ['A1', 'A2', 'A3']],
    [[1], 'begun', ['A2', 'A3']],
    [[1, 2, 0], 'submitted', []],
  ] as const) {
    it(`is ${state} with ${row.length} values`, () =>
      void expect(judgeStanding(sheet(row), 'j1')).to.deep.equal({ judgeId: 'j1', state, missing }))
  }
})

describe('saving marks', () => {
  const wish = (values: Record<string, number>, more: Partial<MarkWish> = {}): MarkWish => ({
    judgeId: 'j1',
    values: new Map(Object.entries(values)),
    locked: false,
    standing: 'present',
    ...more,
  })
  const answer = (facts: SheetFacts, of: MarkWish) => {
    const verdict = markVerdict(facts, of)
    return verdict.ok ? (verdict.again ? 'again' : 'first') : verdict.reason
  }
  const open = sheet([1, 2, 1], [3, 3, 1], [3, 3, 1])
  const agreed = sheet([2, 2, 1], [2, 3, 1], [3, 3, 1])
  const rows: [string, SheetFacts, MarkWish, string][] = [
    ['the first values', sheet(), wish({ A1: 2 }), 'first'],
    ['own values, changed before all have submitted', sheet([2, 2, 1]), wish({ A1: 3 }), 'first'],
    ['after the lock', sheet(), wish({ A1: 2 }, { locked: true }), 'locked'],
    ['of somebody absent', sheet(), wish({ A1: 2 }, { standing: 'absent' }), 'not-ranked'],
    ['by a judge who is not on the panel', sheet(), wish({ A1: 2 }, { judgeId: 'x' }), 'not-on-panel'],
    ['of an aspect that the scheme lacks', sheet(), wish({ Z9: 2 }), 'not-an-aspect'],
    ['a judgement of -1', sheet(), wish({ A1: -1 }), 'not-a-step'],
    ['a judgement of 0', sheet(), wish({ A1: 0 }), 'first'],
    ['a judgement of 3', sheet(), wish({ A1: 3 }), 'first'],
    ['a judgement of 4', sheet(), wish({ A1: 4 }), 'not-a-step'],
    ['a judgement of 1.5', sheet(), wish({ A1: 1.5 }), 'not-a-step'],
    ['a measurement below 0', sheet(), wish({ A3: -1 }), 'not-measured'],
    ['a measurement of 0', sheet(), wish({ A3: 0 }), 'first'],
    ['once all agree', agreed, wish({ A1: 3 }), 'agreed-already'],
    ['what is to be discussed, without a reason', open, wish({ A1: 2 }), 'reason-missing'],
    ['what is to be discussed, with a reason', open, wish({ A1: 2 }, { reason: '讨论后按基准 2 重评' }), 'again'],
    [
      'another aspect together with what is to be discussed',
      open,
      wish({ A1: 2, A2: 3 }, { reason: '讨论后' }),
      'agreed-already',
    ],
    ['the other aspects unchanged', open, wish({ A1: 2, A2: 2, A3: 1 }, { reason: '讨论后' }), 'again'],
  ]
  for (const [what, facts, of, expected] of rows)
    it(`answers ${expected} to ${what}`, () => void expect(answer(facts, of)).to.equal(expected))
})
