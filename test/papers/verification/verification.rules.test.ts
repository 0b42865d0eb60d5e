import { expect } from 'chai'
import { cleanNumber } from '../../../src/papers/certificate-numbers/certificate-number.text.js'
import { answerKind, cleanToken, isSameName } from '../../../src/papers/verification/verification.rules.js'

describe('answerKind', () => {
  const cases: [string, Parameters<typeof answerKind>, string][] = [
    ['without an end', [{ state: 'issued' }, '2022-11-23'], 'valid'],
    ['before its last day', [{ state: 'issued', expiresOn: '2022-11-24' }, '2022-11-23'], 'valid'],
    ['on its last day', [{ state: 'issued', expiresOn: '2022-11-23' }, '2022-11-23'], 'valid'],
    ['after its last day', [{ state: 'issued', expiresOn: '2022-11-22' }, '2022-11-23'], 'expired'],
    ['suspended', [{ state: 'suspended' }, '2022-11-23'], 'suspended'],
    ['revoked and over', [{ state: 'revoked', expiresOn: '2022-11-22' }, '2022-11-23'], 'revoked'],
    ['replaced', [{ state: 'superseded' }, '2022-11-23'], 'superseded'],
  ]
  for (const [what, asked, expected] of cases)
    it(`is ${expected} for a paper ${what}`, () => expect(answerKind(...asked)).to.equal(expected))
})

describe('what people type', () => {
  const number = 'S000013000001225000001'
  const numbers: [string, string][] = [
    [number, number],
    [' S0000130 00001225000001 ', number],
    ['Ｓ００００１３００００００１２２５０００００１'.replace('３００００００', '３０００００'), number],
    ['s000013000001225000001', number],
    ['SOOOO13000001225000001', number],
    ['S000013000001225\u200b000001', number],
    ['xa-px-2022-000001', 'XA-PX-2022-000001'],
    ['XA—PX–2022－000001', 'XA-PX-2022-000001'],
    ['', ''],
  ]
  for (const [typed, clean] of numbers)
    it(`reads "${typed}" as ${clean}`, () => expect(cleanNumber(typed)).to.equal(clean))

  const names: [string, string, boolean][] = [
    ['安小荷', '安小荷', true],
    [' 安 小 荷 ', '安小荷', true],
    ['安小河', '安小荷', false],
    ['阿依古丽•买买提', '阿依古丽·买买提', true],
    ['阿依古丽买买提', '阿依古丽·买买提', false],
    ['ＡＮＮＡ', 'Anna', true],
    ['', '安小荷', false],
    ['𠮷小苇', '吉小苇', false],
  ]
  for (const [typed, printed, same] of names)
    it(`says that "${typed}" ${same ? 'is' : 'is not'} ${printed}`, () =>
      expect(isSameName(typed, printed)).to.equal(same))

  it('reads a code with hyphens and look-alike letters', () =>
    expect(cleanToken('rwxn-m3p5 oOiL-dsc8')).to.equal('RWXNM3P50011DSC8'))
})
