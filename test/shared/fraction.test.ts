import { expect } from 'chai'
import fc from 'fast-check'
import {
  compareFractions,
  fraction,
  fractionText,
  hundredths,
  parseFraction,
  plus,
  printed,
  sumOf,
  times,
} from '../../src/shared/fraction.js'

describe('a fraction', () => {
  for (const [n, d, text] of [
    [4, 3, '1.33'],
    [8, 3, '2.67'],
    [1, 8, '0.13'],
    [1, 200, '0.01'],
    [1, 201, '0.00'],
    [-1, 8, '-0.13'],
    [-1, 1000, '0.00'],
    [92, 1, '92.00'],
    [0, 5, '0.00'],
  ] as const) {
    it(`prints ${n}/${d} as ${text}`, () => void expect(printed(fraction(n, d))).to.equal(text))
  }
  it('prints whole numbers where no decimals are asked for, half upwards', () =>
    void expect([printed(fraction(5, 2), 0), printed(fraction(12, 5), 0)]).to.deep.equal(['3', '2']))
  it('is kept in lowest terms with a positive denominator', () =>
    void expect(fractionText(fraction(6, -4))).to.equal('-3/2'))
  it('adds thirds to exactly one', () =>
    void expect(sumOf([fraction(1, 3), fraction(1, 3), fraction(1, 3)])).to.deep.equal(fraction(1)))
  it('multiplies 1.5 by eight ninths to exactly four thirds', () =>
    void expect(times(hundredths(150), fraction(8, 9))).to.deep.equal(fraction(4, 3)))
  it('refuses a denominator of 0', () => void expect(() => fraction(1, 0)).to.throw(RangeError))
  for (const text of ['', '1', '1/0', '1.5/2', '1/-2', 'a/b'])
    it(`refuses to read "${text}"`, () => void expect(() => parseFraction(text)).to.throw(RangeError))

  const any = fc
    .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 999 }))
    .map(([n, d]) => fraction(n, d))
  it('is read back as it was written, for any value', () =>
    fc.assert(fc.property(any, (a) => void expect(parseFraction(fractionText(a))).to.deep.equal(a))))
  it('keeps its order when the same is added to both sides, for any values', () => {
    fc.assert(
      fc.property(
        any,
        any,
        any,
        (a, b, c) => void expect(compareFractions(plus(a, c), plus(b, c))).to.equal(compareFractions(a, b)),
      ),
    )
  })
})
