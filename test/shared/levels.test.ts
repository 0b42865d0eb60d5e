import { expect } from 'chai'
import { isHighlySkilled, isLevel, levelOrdinals, levelPrinted, levels, parseLevel } from '../../src/shared/levels.js'

describe('levels', () => {
  it('are eight, in the order of skill', () => {
    expect(levels.map(({ ordinal }) => ordinal)).to.deep.equal([...levelOrdinals])
    expect(levels.map(({ zh }) => zh).join(' ')).to.equal('学徒工 初级工 中级工 高级工 技师 高级技师 特级技师 首席技师')
  })

  it('are printed with the number where there is one', () => {
    expect(levelOrdinals.map((level) => levelPrinted(level))).to.deep.equal([
      '学徒工',
      '五级/初级工',
      '四级/中级工',
      '三级/高级工',
      '二级/技师',
      '一级/高级技师',
      '特级技师',
      '首席技师',
    ])
    expect(levelPrinted(3, 'en')).to.equal('Level 4 / Intermediate worker')
  })

  it('count as highly skilled from 三级 upwards', () => {
    expect([3, 4, 5].map((level) => isHighlySkilled(level as 3))).to.deep.equal([false, true, true])
  })

  it('know their bounds', () => expect([0, 1, 8, 9, '3'].map(isLevel)).to.deep.equal([false, true, true, false, false]))
})

describe('parseLevel', () => {
  const cases: [string, number | undefined][] = [
    ['四级/中级工', 3],
    ['四级／中级工', 3],
    ['中级工', 3],
    ['中级工（四级）', 3],
    ['四级', 3],
    ['4级', 3],
    ['4', 3],
    ['intermediate', 3],
    ['学徒工', 1],
    ['首席技师', 8],
    ['T', undefined],
    ['6', undefined],
    ['', undefined],
  ]
  for (const [text, level] of cases)
    it(`reads ${text || 'nothing'} as ${level}`, () => expect(parseLevel(text)).to.equal(level))
})
