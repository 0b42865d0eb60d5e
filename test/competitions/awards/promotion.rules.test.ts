import { expect } from 'chai'
import type { Prize } from '../../../src/competitions/awards/award.rules.js'
import {
  promotionVerdict,
  type PromotionFacts,
  type PromotionTable,
} from '../../../src/competitions/awards/promotion.rules.js'
import type { Level } from '../../../src/shared/levels.js'

const base = { passMark: 6000, minEntries: 10, identities: ['worker', 'teacher', 'student'] }
/** By medal and present level, as Hebei 2025. */
const byPrize: PromotionTable = {
  ...base,
  lines: [
    { prizes: ['first', 'second', 'third'], to: 5 },
    { prizes: ['first', 'second', 'third'], presentFrom: 5, presentTo: 5, to: 6 },
    { prizes: ['excellence'], to: 4 },
    { prizes: ['excellence'], presentFrom: 4, presentTo: 4, to: 5 },
  ],
}
/** By rank and team size, as Henan 2023. */
const byRank: PromotionTable = {
  ...base,
  lines: [
    { teamSize: 1, rankTo: 5, to: 5 },
    { teamSize: 2, rankTo: 3, to: 5 },
    { teamSize: 3, rankTo: 2, to: 5 },
    { teamSize: 1, rankFrom: 6, rankTo: 20, to: 4 },
    { teamSize: 2, rankFrom: 4, rankTo: 10, to: 4 },
    { teamSize: 3, rankFrom: 3, rankTo: 7, to: 4 },
  ],
}
/** One level up, at most to technician, as the national rule of 2006. */
const oneUp: PromotionTable = { ...base, lines: [{ rankFrom: 6, rankTo: 20, up: 1, atMost: 5 }] }

const facts = (more: Partial<PromotionFacts> = {}): PromotionFacts => ({
  rank: 1,
  prize: 'first',
  passed: true,
  teamSize: 1,
  identity: 'worker',
  ranked: 30,
  levels: [2, 3, 4, 5, 6],
  ...more,
})
const answer = (table: PromotionTable | undefined, more: Partial<PromotionFacts> = {}) => {
  const verdict = promotionVerdict(table, facts(more))
  return verdict.ok ? verdict.to : verdict.reason
}
const holding = (present: number | undefined) => (present === undefined ? {} : { present: present as Level })

describe('a promotion by prize and present level', () => {
  const rows: [Prize, number | undefined, number | string][] = [
    ['first', undefined, 5],
    ['third', 3, 5],
    ['first', 4, 5],
    ['second', 5, 6],
    ['first', 6, 'holds-it-already'],
    ['excellence', undefined, 4],
    ['excellence', 3, 4],
    ['excellence', 4, 5],
    ['excellence', 5, 'holds-it-already'],
  ]
  for (const [prize, present, to] of rows)
    it(`of a ${prize} prize who holds ${present ?? 'nothing'} is ${to}`, () =>
      void expect(answer(byPrize, { prize, ...holding(present) })).to.equal(to))
  it('without a prize has no line', () => void expect(answer(byPrize, { prize: null, rank: 9 })).to.equal('no-line'))
})

describe('a promotion by rank and team size', () => {
  const rows: [size: number, rank: number, to: number | string][] = [
    [1, 5, 5],
    [1, 6, 4],
    [1, 20, 4],
    [1, 21, 'no-line'],
    [2, 3, 5],
    [2, 4, 4],
    [2, 10, 4],
    [2, 11, 'no-line'],
    [3, 2, 5],
    [3, 3, 4],
    [3, 7, 4],
    [3, 8, 'no-line'],
  ]
  for (const [teamSize, rank, to] of rows)
    it(`of rank ${rank} in a team of ${teamSize} is ${to}`, () =>
      void expect(answer(byRank, { teamSize, rank })).to.equal(to))
})

describe('a promotion by one level', () => {
  for (const [present, to] of [
    [undefined, 2],
    [2, 3],
    [3, 4],
    [4, 5],
    [5, 'holds-it-already'],
    [6, 'holds-it-already'],
  ] as const) {
    it(`of who holds ${present ?? 'nothing'} is ${to}`, () =>
      void expect(answer(oneUp, { rank: 6, ...holding(present) })).to.equal(to))
  }
  for (const [rank, to] of [
    [5, 'no-line'],
    [6, 4],
    [20, 4],
    [21, 'no-line'],
  ] as const)
    it(`at rank ${rank} is ${to}`, () => void expect(answer(oneUp, { rank, ...holding(3) })).to.equal(to))
})

describe('a promotion of any kind', () => {
  for (const [ranked, to] of [
    [9, 'too-few-entries'],
    [10, 5],
    [11, 5],
  ] as const)
    it(`among ${ranked} is ${to}`, () => void expect(answer(byPrize, { ranked })).to.equal(to))
  it('needs a table', () =>
    void expect([answer(undefined), answer({ ...base, lines: [] })]).to.deep.equal(['no-table', 'no-table']))
  it('needs a rank', () => void expect(answer(byPrize, { rank: null })).to.equal('not-ranked'))
  it('needs the pass mark', () => void expect(answer(byPrize, { passed: false })).to.equal('not-passed'))
  it('is for the identities of the table', () =>
    void expect(answer({ ...byPrize, identities: ['worker'] }, { identity: 'student' })).to.equal('identity-excluded'))
  it('never goes to a level that the standard lacks', () =>
    void expect(answer(byPrize, { levels: [2, 3, 4] })).to.equal('level-does-not-exist'))
  it('says which line gave it', () =>
    void expect(promotionVerdict(byPrize, facts({ present: 5 }))).to.deep.equal({ ok: true, to: 6, line: 1 }))
})
