import { expect } from 'chai'
import { measuredText, parseMeasured } from '../../../src/competitions/judging/measure.rules.js'

describe('a measured value', () => {
  for (const [text, unit, value] of [
    ['12.5', 'mm', 12_500],
    ['0', 'mm', 0],
    ['0.001', 'mm', 1],
    ['0.0001', 'mm', undefined],
    ['8:42', '秒', 522_000],
    ['8：42', '秒', 522_000],
    ['8:60', '秒', undefined],
    ['8:42.5', '秒', 522_500],
    ['8:42', 'mm', undefined],
    ['59', '秒', 59_000],
    ['-1', 'mm', undefined],
    ['', 'mm', undefined],
    ['1e3', 'mm', undefined],
  ] as const) {
    it(`typed as "${text}" ${unit} is ${value}`, () => void expect(parseMeasured(text, unit)).to.equal(value))
  }
  for (const [value, unit, text] of [
    [522_000, '秒', '8:42'],
    [522_500, '秒', '8:42.5'],
    [60_000, '秒', '1:00'],
    [59_999, '秒', '59.999'],
    [12_500, 'mm', '12.5'],
    [0, 'mm', '0'],
  ] as const) {
    it(`of ${value} thousandths ${unit} is shown as ${text}`, () =>
      void expect([measuredText(value, unit), parseMeasured(text, unit)]).to.deep.equal([text, value]))
  }
})
