import { expect } from 'chai'
import {
  capacityOf,
  isNearlyFull,
  levelSeries,
  numberOf,
  patternSeries,
  seriesName,
} from '../../../src/papers/certificate-numbers/certificate-number.rules.js'

const series = (prefix: string | undefined, day: string, level: number) => levelSeries(prefix, day, level)

describe('the number of a level certificate', () => {
  it('has 22 characters, as in the example of the rule', () => {
    const verdict = series('S000013000001', '2024-05-06', 3)
    if (!verdict.ok) throw new Error(verdict.reason)
    expect(numberOf(verdict.series, 123)).to.equal('S000013000001244000123').and.to.have.length(22)
  })

  for (const [level, sign] of [
    [2, '5'],
    [3, '4'],
    [4, '3'],
    [5, '2'],
    [6, '1'],
    [7, 'T'],
  ] as const) {
    it(`carries ${sign} for level ordinal ${level}`, () =>
      expect(series('Y000013000001', '2022-12-31', level)).to.deep.equal({
        ok: true,
        series: `Y00001300000122${sign}`,
      }))
  }
  for (const level of [0, 1, 8, 9]) {
    it(`is refused for level ordinal ${level}, which has no sign`, () =>
      expect(series('S000013000001', '2022-12-31', level)).to.deep.equal({ ok: false, reason: 'level-not-numbered' }))
  }
  for (const [prefix, reason] of [
    [undefined, 'prefix-missing'],
    ['', 'prefix-missing'],
    ['S00001300000', 'prefix-wrong'],
    ['S0000130000012', 'prefix-wrong'],
    ['X000013000001', 'prefix-wrong'],
  ] as const) {
    it(`is refused when the prefix is ${String(prefix)}`, () =>
      expect(series(prefix, '2022-12-31', 3)).to.deep.equal({ ok: false, reason }))
  }
  it('changes its series at New Year', () => {
    const [old, fresh] = [series('S000013000001', '2022-12-31', 3), series('S000013000001', '2023-01-01', 3)]
    expect([old, fresh].map((one) => one.ok && one.series.slice(13, 15))).to.deep.equal(['22', '23'])
  })
})

describe('the number of a completion certificate', () => {
  const pattern = 'XA-PX-{year}-{sequence:6}'
  it('follows the dated pattern', () => {
    const verdict = patternSeries(pattern, '2022-11-20')
    if (!verdict.ok) throw new Error(verdict.reason)
    expect([numberOf(verdict.series, 1), numberOf(verdict.series, 999_999), seriesName(verdict.series)]).to.deep.equal([
      'XA-PX-2022-000001',
      'XA-PX-2022-999999',
      'XA-PX-2022-',
    ])
  })
  for (const wrong of ['XA-PX-{year}', 'XA-{sequence:6}', '{sequence:6}-{year}', 'XA-{year}-{sequence:0}', '']) {
    it(`is refused when the pattern is "${wrong}"`, () =>
      expect(patternSeries(wrong, '2022-11-20')).to.deep.equal({ ok: false, reason: 'pattern-wrong' }))
  }
})

describe('the capacity of a series', () => {
  it('is 999,999 with six digits and follows the pattern with others', () => {
    expect(capacityOf('S000013000001224')).to.equal(999_999)
    expect(capacityOf('XA-2022-{sequence:4}')).to.equal(9999)
  })
  for (const [last, near] of [
    [799_998, false],
    [799_999, false],
    [800_000, true],
    [999_999, true],
  ] as const) {
    it(`is ${near ? '' : 'not '}nearly used up at ${last}`, () =>
      expect(isNearlyFull('S000013000001224', last)).to.equal(near))
  }
})
