import { expect } from 'chai'
import fc from 'fast-check'
import {
  accountNumber,
  isAccountNumber,
  printedNumber,
} from '../../../src/papers/learning-accounts/account-number.rules.js'

describe('accountNumber', () => {
  it('has twelve digits, whatever is drawn', () =>
    expect(
      [accountNumber(0), accountNumber(99_999_999_999), accountNumber(47_210_025)].every(isAccountNumber),
    ).to.equal(true))
  it('is printed in groups of four', () => expect(printedNumber('XA-LA-000047210025')).to.equal('XA-LA-0000 4721 0025'))
  it('is not taken for one when a digit is wrong', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999_999 }),
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (draw, at, by) => {
          const number = accountNumber(draw)
          const digits = [...number.slice(6)]
          digits[at] = String((Number(digits[at]) + by) % 10)
          return !isAccountNumber(`XA-LA-${digits.join('')}`)
        },
      ),
    )
  })
  it('is not taken for one without its form', () =>
    expect(['', 'XA-LA-12', '000047210025'].some(isAccountNumber)).to.equal(false))
})
