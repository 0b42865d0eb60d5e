import { expect } from 'chai'
import { fit } from '../../../src/infra/paper-text/fit.js'
import { balanced, unitsOf } from '../../../src/infra/paper-text/line-break.js'

const rule = { field: 'course', face: 'SansR', size: 12, min: 10, lines: 2 } as const
const widthAt = (points: number, characters: number) => (characters * points * 25.4) / 72

describe('fit rule', () => {
  const cases: [title: string, characters: number, size: number, lines: number[]][] = [
    ['keeps the size while the value fits', 20, 12, [20]],
    ['steps down by a quarter point', 21, 11.25, [21]],
    ['stops at the smallest size', 24, 10, [24]],
    ['then wraps into balanced lines', 25, 10, [13, 12]],
    ['fills both lines to the last character', 48, 10, [24, 24]],
  ]
  for (const [title, characters, size, lines] of cases)
    it(title, () => {
      const fitted = fit(rule, '安'.repeat(characters), widthAt(12, 20))
      expect(fitted.size).to.equal(size)
      expect(fitted.lines.map((line) => line.length)).to.deep.equal(lines)
    })

  it('refuses with field, value and width', () => {
    const width = widthAt(12, 20)
    expect(() => fit(rule, '安'.repeat(49), width))
      .to.throw('does-not-fit')
      .with.deep.property('details', { field: 'course', value: '安'.repeat(49), widthMm: width })
  })

  it('sets what would be refused in the last way of a list, and breaks a word there', () => {
    const list = { ...rule, last: { size: 5, lines: 3 }, breaksWords: true } as const
    const fitted = fit(list, '安'.repeat(100), widthAt(12, 20))
    expect([fitted.size, fitted.lines.join('').length, fitted.lines.length]).to.deep.equal([5, 100, 3])
    expect(fit(list, 'W'.repeat(40), widthAt(12, 20)).lines.join('')).to.equal('W'.repeat(40))
    expect(() => fit(list, '安'.repeat(200), widthAt(12, 20))).to.throw('does-not-fit')
  })
  it('breaks a name after the dot', () => {
    const name = { ...rule, isName: true }
    expect(fit(name, '阿卜杜热西提·买买提吐尔逊·伊敏江尼', widthAt(10, 12)).lines[0]).to.equal('阿卜杜热西提·')
  })
})

describe('line breaking', () => {
  it('keeps Latin and digit runs whole and punctuation at its letter', () => {
    expect(unitsOf('班XA-01（一）。')).to.deep.equal(['班', 'XA-01', '（一）。'])
  })

  it('never starts a line with closing punctuation', () => {
    const lines = balanced(unitsOf('完成规定学时，结业考核合格，特发此证。'), (text) => text.length, 7)!
    for (const line of lines) expect(line).not.to.match(/^[，。]/)
  })

  it('gives up on a run that is wider than the line', () => {
    expect(balanced(['abcdefgh'], (text) => text.length, 5)).to.equal(undefined)
  })
})
