import { expect } from 'chai'
import { isLevel } from '../../../src/shared/levels.js'
import { occupationFields, occupationId, occupations } from '../../../src/registry/occupations/occupation.data.js'

const lineageOf = (edition: string, code: string) =>
  occupations.find((o) => o.edition === edition && o.code === code)?.lineage

describe('occupations', () => {
  it('have one entry for each edition and code', () => {
    const ids = occupations.map(occupationId)
    expect(new Set(ids).size).to.equal(ids.length)
  })

  it('have codes of the classification, names in both languages, and levels from low to high', () => {
    for (const { code, name, nameEn, lineage, levels, field } of occupations) {
      expect(code).to.match(/^[1-8]-\d{2}-\d{2}-\d{2}$/)
      expect(name).to.match(/^\p{Script=Han}+$/u)
      expect(nameEn).to.match(/^[A-Z][A-Za-z -]+$/)
      expect(lineage).to.match(/^[a-z-]+$/)
      expect(levels.every(isLevel) && [...levels].sort().join() === levels.join(), code).to.equal(true)
      expect(
        occupationFields.some((f) => f.code === field),
        code,
      ).to.equal(true)
    }
  })

  it('lead every old name to an occupation in force', () => {
    const today = new Set(occupations.filter((o) => o.edition === '2022').map((o) => o.lineage))
    for (const { name, lineage } of occupations) expect(today.has(lineage), name).to.equal(true)
  })

  it('know renamed occupations as the same, and one code in two editions as two', () => {
    expect(lineageOf('2015', '4-10-01-03')).to.equal(lineageOf('2022', '4-10-01-03'))
    expect(lineageOf('2015', '4-10-01-02')).to.equal(lineageOf('2022', '4-10-01-01'))
    expect(lineageOf('1999', '4-07-04-01')).not.to.equal(lineageOf('2022', '4-07-04-01'))
    expect(lineageOf('1999', '4-03-01-02')).to.equal(lineageOf('2022', '4-03-02-02'))
  })
})
