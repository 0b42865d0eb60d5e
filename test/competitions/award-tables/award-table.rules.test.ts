import { expect } from 'chai'
import {
  prizeFaults,
  promotionFaults,
  tableOn,
  tableStanding,
} from '../../../src/competitions/award-tables/award-table.rules.js'
import { tableSeeds, type TableKind } from '../../../src/competitions/award-tables/award-table.data.js'
import { promotionVerdict, type PromotionLine } from '../../../src/competitions/awards/promotion.rules.js'
import type { Tier } from '../../../src/competitions/competitions/competition.model.js'
import type { Level } from '../../../src/shared/levels.js'

const row = (id: string, from: string, tiers: Tier[], kind: TableKind = 'prize') => ({ id, kind, from, tiers })
const rows = [
  row('first', '2021-01-01', ['provincial', 'new-area']),
  row('second', '2023-05-01', ['new-area']),
  row('third', '2024-01-01', ['provincial', 'new-area']),
  row('promotion', '2021-01-01', ['new-area'], 'promotion'),
]

describe('the table of a tier', () => {
  for (const [day, tier, id] of [
    ['2020-12-31', 'new-area', undefined],
    ['2021-01-01', 'new-area', 'first'],
    ['2023-04-30', 'new-area', 'first'],
    ['2023-05-01', 'new-area', 'second'],
    ['2023-05-01', 'provincial', 'first'],
    ['2024-01-01', 'provincial', 'third'],
    ['2024-01-02', 'new-area', 'third'],
    ['2024-01-02', 'post', undefined],
  ] as const)
    it(`${tier} on ${day} is ${id ?? 'none'}`, () => void expect(tableOn(rows, 'prize', tier, day)?.id).to.equal(id))
  it('is never that of the other kind', () =>
    void expect(tableOn(rows, 'promotion', 'new-area', '2024-06-01')?.id).to.equal('promotion'))
})

describe('the standing of a row', () => {
  for (const [today, id, state, tiers] of [
    ['2020-12-31', 0, 'coming', ['provincial', 'new-area']],
    ['2022-01-01', 0, 'in-force', ['provincial', 'new-area']],
    ['2023-04-30', 1, 'coming', ['new-area']],
    ['2023-05-01', 0, 'in-force', ['provincial']],
    ['2023-05-01', 1, 'in-force', ['new-area']],
    ['2024-01-01', 0, 'replaced', ['provincial', 'new-area']],
    ['2024-01-01', 1, 'replaced', ['new-area']],
  ] as const)
    it(`${rows[id]!.id} on ${today} is ${state}`, () =>
      void expect(tableStanding(rows[id]!, rows, today)).to.deep.equal({ state, tiers }))
})

describe('what is wrong with a table of prizes', () => {
  const line = (given: { count?: number; share?: number; minEntries?: number }, at = 0) => ({ line: at, ...given })
  const reasons = (...lines: Parameters<typeof prizeFaults>[0]) =>
    prizeFaults(lines).map(({ line: at, field, reason }) => `${at} ${field} ${reason}`)
  it('is nothing in what counts, or reaches further down', () =>
    void expect(
      reasons(
        line({ share: 10, minEntries: 1 }),
        line({ share: 11, minEntries: 1 }, 1),
        line({ count: 1, minEntries: 1 }, 2),
      ),
    ).to.deep.equal([]))
  for (const [lines, fault] of [
    [[line({ minEntries: 3 })], '0 count places-missing'],
    [[line({ count: 1, share: 10, minEntries: 3 })], '0 share places-twice'],
    [[line({ count: 1 })], '0 minEntries least-missing'],
    [[line({ share: 20, minEntries: 1 }), line({ share: 20, minEntries: 1 }, 2)], '2 share share-not-growing'],
    [[line({ share: 20, minEntries: 1 }), line({ share: 19, minEntries: 1 }, 1)], '1 share share-not-growing'],
  ] as const)
    it(`is ${fault}`, () => void expect(reasons(...lines)).to.deep.equal([fault]))
})

describe('what is wrong with a table of promotion', () => {
  const reasons = (line: PromotionLine) =>
    promotionFaults([{ line: 0, ...line }]).map(({ field, reason }) => `${field} ${reason}`)
  for (const good of [
    { to: 5 },
    { up: 1, atMost: 5 },
    { to: 5, rankFrom: 3, rankTo: 3 },
    { to: 6, presentFrom: 5, presentTo: 5 },
    { to: 5, atMost: 5 },
    { up: 1, presentFrom: 4, atMost: 5 },
  ] as PromotionLine[])
    it(`is nothing in ${JSON.stringify(good)}`, () => void expect(reasons(good)).to.deep.equal([]))
  for (const [line, fault] of [
    [{ rankTo: 5 }, 'target target-missing'],
    [{ to: 5, rankFrom: 4, rankTo: 3 }, 'rankTo ranks-turned'],
    [{ to: 6, presentFrom: 5, presentTo: 4 }, 'presentTo present-turned'],
    [{ to: 6, atMost: 5 }, 'atMost target-above-most'],
    [{ to: 5, presentFrom: 5 }, 'target gives-nothing'],
    [{ up: 1, presentFrom: 5, atMost: 5 }, 'target gives-nothing'],
    [{ up: 1, presentFrom: 8 }, 'target gives-nothing'],
  ] as const)
    it(`is ${fault} in ${JSON.stringify(line)}`, () => void expect(reasons(line)).to.deep.equal([fault]))
})

/** 高级工, 技师, 高级技师 as ordinals: what the clause of a first row says is what its lines give. */
const [senior, technician, seniorTechnician] = [4, 5, 6]

describe('the first tables', () => {
  it('have no fault of their own', () => {
    for (const { kind, table } of tableSeeds) {
      const lines = table.lines.map((line, at) => ({ line: at, ...line }))
      expect(kind === 'prize' ? prizeFaults(lines as never) : promotionFaults(lines as never)).to.deep.equal([])
    }
  })
  const to = (tier: Tier, rank: number, present?: number, teamSize = 1) => {
    const seed = tableSeeds.find(({ kind, tiers }) => kind === 'promotion' && tiers.includes(tier))
    const verdict = promotionVerdict(seed?.table as never, {
      rank,
      passed: true,
      teamSize,
      identity: 'worker',
      ranked: 30,
      levels: [2, 3, 4, 5, 6],
      ...(present && { present: present as Level }),
    })
    return verdict.ok ? verdict.to : verdict.reason
  }
  for (const [tier, rank, present, level] of [
    ['national-1', 5, undefined, technician],
    ['national-1', 5, senior, technician],
    ['national-1', 1, technician, seniorTechnician],
    ['national-2', 6, senior, technician],
    ['national-2', 20, technician, 'holds-it-already'],
    ['national-2', 21, senior, 'no-line'],
    ['new-area', 5, undefined, technician],
    ['new-area', 6, undefined, senior],
    ['new-area', 20, senior, 'holds-it-already'],
    ['new-area', 21, undefined, 'no-line'],
    ['industry', 1, undefined, 'no-table'],
  ] as const)
    it(`give rank ${rank} of ${tier} with level ${present ?? 'none'}: ${level}`, () =>
      void expect(to(tier, rank, present)).to.equal(level))
  for (const [size, rank, level] of [
    [2, 3, technician],
    [2, 4, senior],
    [2, 11, 'no-line'],
    [3, 2, technician],
    [3, 3, senior],
    [3, 8, 'no-line'],
  ] as const)
    it(`give a team of ${size} at rank ${rank}: ${level}`, () =>
      void expect(to('new-area', rank, undefined, size)).to.equal(level))
})
