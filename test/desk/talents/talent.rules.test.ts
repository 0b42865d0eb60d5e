import { expect } from 'chai'
import fc from 'fast-check'
import {
  highestPapers,
  paperStates,
  talentFault,
  talentTable,
  type TalentPaper,
} from '../../../src/desk/talents/talent.rules.js'
import type { Level } from '../../../src/shared/levels.js'

const paper = (overrides: Partial<TalentPaper> = {}): TalentPaper => ({
  id: 'a',
  personId: 'p1',
  origin: 'local',
  lineage: 'bricklayer',
  occupation: '砌筑工',
  level: 2,
  region: '130632',
  on: '2022-03-25',
  state: 'valid',
  number: '1',
  ...overrides,
})

describe('talentTable', () => {
  it('counts somebody with a local and a recognised paper once, at the higher one', () => {
    const table = talentTable([
      paper(),
      paper({ id: 'b', origin: 'recognised', lineage: 'carer', level: 4, region: '130629' }),
    ])
    expect([table.people.length, table.valid, table.further, table.highlySkilled, table.people[0]!.id]).to.deep.equal([
      1,
      2,
      1,
      1,
      'b',
    ])
    expect(table.counties).to.deep.equal([{ key: '130629', people: 1, papers: 2 }])
  })
  for (const [level, skilled] of [
    [3, 0],
    [4, 1],
    [5, 1],
  ] as const)
    it(`calls level ${level} ${skilled ? '' : 'not '}highly skilled`, () =>
      expect(talentTable([paper({ level })]).highlySkilled).to.equal(skilled))
  it('does not count a void paper, and keeps it in the equation', () => {
    const table = talentTable([paper({ state: 'revoked', level: 6 }), paper({ id: 'b' })])
    expect([
      table.people[0]!.level,
      table.papers.length,
      table.states.find(({ state }) => state === 'revoked')!.papers,
    ]).to.deep.equal([2, 2, 1])
  })
  it('balances for random papers and filters, and each cell is the length of its list', () => {
    const any = fc.record({
      personId: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
      origin: fc.constantFrom('local' as const, 'recognised' as const),
      lineage: fc.constantFrom('x', 'y'),
      level: fc.integer({ min: 1, max: 8 }),
      region: fc.constantFrom('130629', '130632'),
      on: fc.constantFrom('2021-01-01', '2022-01-01'),
      state: fc.constantFrom(...paperStates),
    })
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 14 }),
        fc.record({ county: fc.option(fc.constant('130632'), { nil: undefined }), skilled: fc.boolean() }),
        (rows, filter) => {
          const papers = rows.map((row, i) =>
            paper({ ...row, level: row.level as Level, id: String(i).padStart(3, '0') }),
          )
          const table = talentTable(papers, filter)
          expect(talentFault(table)).to.equal(undefined)
          for (const { key, people, papers: valid } of table.counties) {
            const cell = talentTable(papers, { ...filter, county: key })
            expect([cell.people.length, cell.valid]).to.deep.equal([people, valid])
          }
          const valid = papers.filter(({ state }) => state === 'valid')
          expect([...highestPapers(papers).keys()].sort()).to.deep.equal(
            [...new Set(valid.map(({ personId }) => personId))].sort(),
          )
          for (const { personId, level } of valid)
            expect(highestPapers(papers).get(personId)!.level).to.be.at.least(level)
        },
      ),
      { numRuns: 300 },
    )
  })
  it('names the sum that does not hold', () => {
    const table = talentTable([paper()])
    expect([
      talentFault({ ...table, further: 1 }),
      talentFault({ ...table, levels: [] }),
      talentFault({ ...table, papers: [] }),
    ]).to.deep.equal(['people', 'levels', 'papers'])
  })
})
