import { expect } from 'chai'
import fc from 'fast-check'
import { parseYuan, yuan, yuanShort } from '../../src/shared/money.js'

describe('yuan', () => {
  const cases: [number, string][] = [
    [0, '0.00'],
    [5, '0.05'],
    [99, '0.99'],
    [100, '1.00'],
    [123450, '1,234.50'],
    [99999999, '999,999.99'],
    [100000000, '1,000,000.00'],
    [-123450, '-1,234.50'],
    [-5, '-0.05'],
  ]
  for (const [fen, text] of cases) it(`writes ${fen} fen as ${text}`, () => expect(yuan(fen)).to.equal(text))
  it('leaves out empty decimals in the short form', () =>
    expect([500000, 500050].map(yuanShort)).to.deep.equal(['5,000', '5,000.50']))
})

describe('parseYuan', () => {
  const cases: [string, number | undefined][] = [
    ['5000', 500000],
    ['5,000.5', 500050],
    ['¥1,234.50', 123450],
    ['1234.5 元', 123450],
    ['１２３', 12300],
    ['0.01', 1],
    ['1.1', 110],
    ['0.001', undefined],
    ['1,23', undefined],
    ['-5', undefined],
    ['', undefined],
    ['五千', undefined],
    ['99999999999999999999', undefined],
  ]
  for (const [text, fen] of cases)
    it(`reads ${text || 'nothing'} as ${fen}`, () => expect(parseYuan(text)).to.equal(fen))

  it('reads back whatever it wrote', () => {
    fc.assert(fc.property(fc.nat(), (fen) => parseYuan(yuan(fen)) === fen))
  })
})
