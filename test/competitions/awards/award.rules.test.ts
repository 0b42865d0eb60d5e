import { expect } from 'chai'
import { placesOf, prizeVerdict, type PrizeTable } from '../../../src/competitions/awards/award.rules.js'
import { fraction } from '../../../src/shared/fraction.js'

/** One, two, three, and the upper half: with at least four, five, six in the ranking. */
const table: PrizeTable = {
  lines: [
    { prize: 'first', count: 1, minEntries: 4 },
    { prize: 'second', count: 2, minEntries: 5 },
    { prize: 'third', count: 3, minEntries: 6 },
    { prize: 'excellence', share: 50, minEntries: 10 },
  ],
  minTotal: 6000,
}
const answer = (rank: number | undefined, ranked = 20, total = fraction(80)) => {
  const verdict = prizeVerdict(table, { total, ranked, ...(rank && { rank }) })
  return verdict.ok ? verdict.prize : verdict.reason
}

describe('a prize', () => {
  for (const [rank, prize] of [
    [1, 'first'],
    [2, 'second'],
    [3, 'second'],
    [4, 'third'],
    [6, 'third'],
    [7, 'excellence'],
    [10, 'excellence'],
    [11, 'beyond-the-places'],
  ] as const) {
    it(`of rank ${rank} among 20 is ${prize}`, () => void expect(answer(rank)).to.equal(prize))
  }
  it('is the better one for everybody who shares its last rank: 1, 1, 3 are two firsts and a second', () =>
    void expect([1, 1, 3].map((rank) => answer(rank))).to.deep.equal(['first', 'first', 'second']))
  it('of 4, 4, 6 is third for all three', () =>
    void expect([4, 4, 6].map((rank) => answer(rank))).to.deep.equal(['third', 'third', 'third']))
  for (const [ranked, prize] of [
    [3, 'too-few-entries'],
    [4, 'first'],
    [5, 'first'],
  ] as const)
    it(`of rank 1 among ${ranked} is ${prize}`, () => void expect(answer(1, ranked)).to.equal(prize))
  for (const [ranked, prize] of [
    [4, 'too-few-entries'],
    [5, 'second'],
    [6, 'second'],
  ] as const)
    it(`of rank 2 among ${ranked} is ${prize}`, () => void expect(answer(2, ranked)).to.equal(prize))
  for (const [ranked, prize] of [
    [9, 'beyond-the-places'],
    [14, 'excellence'],
    [13, 'beyond-the-places'],
  ] as const) {
    it(`of rank 7 among ${ranked} is ${prize}, since the half is rounded down`, () =>
      void expect(answer(7, ranked)).to.equal(prize))
  }
  for (const [total, prize] of [
    [fraction(5999, 100), 'below-the-mark'],
    [fraction(60), 'first'],
    [fraction(179_999, 3000), 'below-the-mark'],
    [fraction(61), 'first'],
  ] as const) {
    it(`with a total of ${total.n}/${total.d} is ${prize}`, () => void expect(answer(1, 20, total)).to.equal(prize))
  }
  it('needs a table', () =>
    void expect(prizeVerdict(undefined, { rank: 1, total: fraction(80), ranked: 20 })).to.deep.equal({
      ok: false,
      reason: 'no-table',
    }))
  it('is never given to who has no rank', () => void expect(answer(undefined)).to.equal('not-ranked'))
})

describe('the places of the prizes', () => {
  it('follow one another, and a share never reaches above what counts have given', () => {
    expect(placesOf(table.lines, 8).map(({ from, to }) => [from, to])).to.deep.equal([
      [1, 1],
      [2, 3],
      [4, 6],
      [7, 6],
    ])
  })
})
