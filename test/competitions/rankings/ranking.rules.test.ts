import { expect } from 'chai'
import fc from 'fast-check'
import {
  movesBetween,
  ranking,
  standings,
  type Contestant,
  type Placed,
} from '../../../src/competitions/rankings/ranking.rules.js'
import { totalMark } from '../../../src/competitions/marking/score.rules.js'
import type { TieBreak } from '../../../src/competitions/events/event.model.js'
import { fraction, type Fraction } from '../../../src/shared/fraction.js'

const one = (id: string, total: number | Fraction, more: Partial<Contestant> = {}): Contestant => ({
  id,
  standing: 'present',
  total: typeof total === 'number' ? fraction(total) : total,
  theory: fraction(80),
  practice: fraction(80),
  ...more,
})
const ranksOf = (placed: readonly Placed[]) => placed.map(({ id, rank }) => `${id}${rank ?? '-'}`)

describe('a ranking', () => {
  it('shares a rank and skips the next: 1, 2, 3, 4, 4, 6', () => {
    expect(
      ranksOf(ranking([one('f', 70), one('e', 80), one('d', 80), one('c', 85), one('b', 90), one('a', 95)], [])),
    ).to.deep.equal(['a1', 'b2', 'c3', 'd4', 'e4', 'f6'])
  })
  it('compares exactly: a third more is a rank more although both print 66.67', () => {
    expect(ranksOf(ranking([one('a', fraction(66667, 1000)), one('b', fraction(200, 3))], []))).to.deep.equal([
      'a1',
      'b2',
    ])
  })
  for (const [chain, order] of [
    [[], ['a1', 'b1']],
    [['practice'], ['b1', 'a2']],
    [['theory'], ['a1', 'b2']],
    [['time'], ['a1', 'b2']],
    [
      ['practice', 'theory'],
      ['b1', 'a2'],
    ],
    [
      ['time', 'practice'],
      ['a1', 'b2'],
    ],
  ] as const) {
    it(`parts equal totals by ${chain.join(', then ') || 'nothing'}`, () => {
      const a = one('a', 80, { practice: fraction(70), theory: fraction(90), time: 1000 })
      const b = one('b', 80, { practice: fraction(80), theory: fraction(70), time: 1001 })
      const placed = ranking([b, a], chain)
      expect(ranksOf(placed)).to.deep.equal(order)
      expect([placed[1]!.by, placed[0]!.sharedWith]).to.deep.equal([chain[0], chain.length === 0 ? 1 : 0])
    })
  }
  it('tells of everybody who shares a rank what parted them from the rank before', () => {
    const placed = ranking([one('c', 80, { time: 2 }), one('b', 80, { time: 2 }), one('a', 80, { time: 1 })], ['time'])
    expect(placed.map(({ rank, by }) => `${rank} ${by ?? '—'}`)).to.deep.equal(['1 —', '2 time', '2 time'])
  })
  it('puts who has no time behind who has one', () =>
    void expect(ranksOf(ranking([one('a', 80), one('b', 80, { time: 9 })], ['time']))).to.deep.equal(['b1', 'a2']))
  it('gives neither 0 nor a rank to who was absent, disqualified or void, behind even a total of 0', () => {
    const list = [
      one('v', 99, { standing: 'void' }),
      one('d', 99, { standing: 'disqualified' }),
      one('n', 99, { standing: 'absent' }),
      one('z', 0),
    ]
    expect(ranksOf(ranking(list, []))).to.deep.equal(['z1', 'n-', 'd-', 'v-'])
  })
  it('of nobody is empty', () => void expect(ranking([], ['practice'])).to.deep.equal([]))
})

/** The slow model: whole numbers over a common denominator, and the rank is one more than how many are better. */
function slowRanks(rows: readonly Raw[], chain: readonly TieBreak[], weight: number): Map<string, number | undefined> {
  const keysOf = (row: Raw): Record<TieBreak, number> => ({
    practice: row.thirds,
    theory: row.theory,
    time: row.time === undefined ? -1e12 : -row.time,
  })
  // Theory is in hundredths, practice in 3600ths: both come to 360000ths of the total.
  const total = (row: Raw) => row.theory * weight * 36 + row.thirds * (100 - weight)
  const better = (a: Raw, b: Raw): boolean => {
    const pairs = [[total(a), total(b)], ...chain.map((key) => [keysOf(a)[key], keysOf(b)[key]])]
    const different = pairs.find(([x, y]) => x !== y)
    return different !== undefined && different[0]! > different[1]!
  }
  const present = rows.filter(({ standing }) => standing === 'present')
  return new Map(
    rows.map((row) => [
      row.id,
      row.standing === 'present' ? 1 + present.filter((other) => better(other, row)).length : undefined,
    ]),
  )
}

interface Raw {
  id: string
  standing: Contestant['standing']
  theory: number
  thirds: number
  time?: number
}
const raw = fc.record({
  standing: fc.constantFrom(...standings, 'present' as const, 'present' as const, 'present' as const),
  // Few values, so that ties of every length are common.
  theory: fc.constantFrom(6000, 8000, 8001),
  thirds: fc.constantFrom(216_000, 288_000, 288_001),
  time: fc.option(fc.constantFrom(1000, 2000), { nil: undefined }),
})
const competition = fc.record({
  rows: fc.array(raw, { minLength: 1, maxLength: 24, size: 'max' }).map((rows): Raw[] =>
    rows.map(({ time, ...row }, i) => ({
      ...row,
      id: `K${String(i).padStart(2, '0')}`,
      ...(time !== undefined && { time }),
    })),
  ),
  chain: fc.shuffledSubarray<TieBreak>(['practice', 'theory', 'time']),
  weight: fc.constantFrom(0, 30, 50, 100),
})
const contestantOf =
  (weight: number) =>
  ({ id, standing, theory, thirds, time }: Raw): Contestant => {
    const practice = fraction(thirds, 3600)
    return {
      id,
      standing,
      theory: fraction(theory, 100),
      practice,
      total: totalMark({ theory, practice }, { theoryWeight: weight, practiceWeight: 100 - weight }),
      ...(time !== undefined && { time }),
    }
  }

describe('the ranking of any competition', () => {
  it('equals that of an independent slow model, over 2,000 random ones', () => {
    let shared = 0
    let parted = 0
    fc.assert(
      fc.property(competition, ({ rows, chain, weight }) => {
        const placed = ranking(rows.map(contestantOf(weight)), chain)
        expect(new Map(placed.map(({ id, rank }) => [id, rank]))).to.deep.equal(
          new Map(
            [...slowRanks(rows, chain, weight)].sort(
              ([a], [b]) => placed.findIndex(({ id }) => id === a) - placed.findIndex(({ id }) => id === b),
            ),
          ),
        )
        shared += placed.filter(({ sharedWith }) => sharedWith > 0).length
        parted += placed.filter(({ by }) => by !== undefined && by !== 'total').length
      }),
      { numRuns: 2000 },
    )
    // The proof is worth something only if ties were common, both shared and parted by the chain.
    expect([shared > 1000, parted > 1000], `${shared} shared, ${parted} parted`).to.deep.equal([true, true])
  })
  it('does not depend on the order in which the entries come', () => {
    fc.assert(
      fc.property(competition, ({ rows, chain, weight }) => {
        const list = rows.map(contestantOf(weight))
        expect(ranking([...list].reverse(), chain)).to.deep.equal(ranking(list, chain))
      }),
      { numRuns: 200 },
    )
  })
})

describe('who moves by a correction', () => {
  const before = ranking([one('a', 90), one('b', 80), one('c', 70)], [])
  it('is told with the old and the new rank', () => {
    expect(movesBetween(before, ranking([one('a', 75), one('b', 80), one('c', 70)], []))).to.deep.equal([
      { id: 'b', from: 2, to: 1 },
      { id: 'a', from: 1, to: 2 },
    ])
  })
  it('is nobody when the ranks stand', () =>
    void expect(movesBetween(before, ranking([one('a', 99), one('b', 80), one('c', 70)], []))).to.deep.equal([]))
  it('loses the rank by disqualification, and whoever was behind goes up', () => {
    expect(
      movesBetween(before, ranking([one('a', 90, { standing: 'disqualified' }), one('b', 80), one('c', 70)], [])),
    ).to.deep.equal([
      { id: 'b', from: 2, to: 1 },
      { id: 'c', from: 3, to: 2 },
      { id: 'a', from: 1 },
    ])
  })
})
