import { expect } from 'chai'
import { areaOfCreditCode, creditCodeVerdict } from '../../src/shared/credit-code.js'

describe('creditCodeVerdict', () => {
  for (const code of ['91133100MA0D8N1J7G', '91350100M000100Y43', '91512081MA62K0260E', '11320000MB151840XJ'])
    it(`accepts ${code}`, () => expect(creditCodeVerdict(code)).to.deep.equal({ ok: true, code }))

  it('only warns about a wrong check character, because such codes are in real use', () => {
    expect(creditCodeVerdict('91350211M0000XUF46')).to.deep.equal({
      ok: true,
      code: '91350211M0000XUF46',
      warning: 'check-digit',
      expected: 'R',
    })
    expect(creditCodeVerdict('91350100M0001TGQXM')).to.include({ ok: true, warning: 'check-digit', expected: '1' })
  })

  it('cleans what was typed', () => {
    expect(creditCodeVerdict(' ９１133100 ma0d8n1j7g ')).to.deep.equal({ ok: true, code: '91133100MA0D8N1J7G' })
  })

  it('names the characters that no code contains', () => {
    expect(creditCodeVerdict('9I133I00MAOD8N1J7G')).to.deep.equal({ ok: false, reason: 'characters', wrong: 'IO' })
  })

  it('refuses 17 and 19 characters', () => {
    expect(creditCodeVerdict('91133100MA0D8N1J7')).to.deep.equal({ ok: false, reason: 'length' })
    expect(creditCodeVerdict('91133100MA0D8N1J7G0')).to.deep.equal({ ok: false, reason: 'length' })
  })

  it('carries the area of registration', () => expect(areaOfCreditCode('91133100MA0D8N1J7G')).to.equal('133100'))
})
