import { expect } from 'chai'
import { canonicalId, idCardVerdict, idCheckDigit, personIdVerdict } from '../../src/shared/id-card.js'
import type { IdDocumentType } from '../../src/shared/id-card.js'
import { maskId, maskName, maskPhone } from '../../src/shared/masks.js'

const samples = [
  '34052419800101001X',
  '11010519491231002X',
  '130629190101010019',
  '130632190101010025',
  '130638190101010031',
  '130982190101010041',
]

describe('idCardVerdict', () => {
  for (const id of samples) it(`accepts ${id}`, () => expect(idCardVerdict(id)).to.include({ ok: true, id }))

  it('tells birthday and sex', () => {
    expect(idCardVerdict('130632190101010025')).to.deep.equal({
      ok: true,
      id: '130632190101010025',
      birthOn: '1901-01-01',
      sex: 'female',
    })
    expect(idCardVerdict('130629190101010019')).to.include({ sex: 'male' })
  })

  const refusals: [string, object][] = [
    ['130632190101010024', { ok: false, reason: 'check-digit', expected: '5' }],
    ['13063219010101002', { ok: false, reason: 'length' }],
    ['1306321901010100255', { ok: false, reason: 'length' }],
    ['', { ok: false, reason: 'length' }],
    ['13063219010101O025', { ok: false, reason: 'characters' }],
    ['X30632190101010025', { ok: false, reason: 'characters' }],
    ['130632190102300025', { ok: false, reason: 'date' }],
    ['130632190113010025', { ok: false, reason: 'date' }],
  ]
  for (const [text, verdict] of refusals)
    it(`refuses ${text || 'nothing'}`, () => expect(idCardVerdict(text)).to.deep.equal(verdict))

  it('does not refuse an area that is in no table of today', () => {
    const first17 = '99999919010101001'
    expect(idCardVerdict(first17 + idCheckDigit(first17)).ok).to.equal(true)
  })

  it('finds any single wrong digit and any two neighbours exchanged', () => {
    const id = '130632190101010025'
    for (let i = 0; i < 17; i++) {
      const other = String((Number(id[i]) + 1) % 10)
      expect(idCardVerdict(id.slice(0, i) + other + id.slice(i + 1)).ok, `digit ${i}`).to.equal(false)
      const swapped = id.slice(0, i) + id[i + 1] + id[i] + id.slice(i + 2)
      if (swapped !== id) expect(idCardVerdict(swapped).ok, `swap ${i}`).to.equal(false)
    }
  })
})

describe('canonicalId', () => {
  const same: [string, string][] = [
    ['130629010101001', '130629190101010019'],
    [' 130632 19010101 0025 ', '130632190101010025'],
    ['１３０６３２１９０１０１０１００２５', '130632190101010025'],
    ["'130632190101010025", '130632190101010025'],
    ['34052419800101001x', '34052419800101001X'],
    ['34052419800101001ｘ', '34052419800101001X'],
    ['130632-19010101-0025', '130632190101010025'],
    ['130632190101010025\u200b', '130632190101010025'],
  ]
  for (const [text, id] of same) it(`makes ${JSON.stringify(text)} ${id}`, () => expect(canonicalId(text)).to.equal(id))
})

describe('personIdVerdict', () => {
  const cases: [IdDocumentType, string, boolean][] = [
    ['resident-id', '130632190101010025', true],
    ['passport', 'e12345678', true],
    ['passport', 'PASSPORT', false],
    ['hk-macao-permit', 'H12345678', true],
    ['hk-macao-permit', 'M1234567801', true],
    ['hk-macao-permit', 'T12345678', false],
    ['taiwan-permit', '12345678', true],
    ['taiwan-permit', '1234567', false],
    ['foreigner-permanent-residence', 'USA310001010107', true],
    ['foreigner-permanent-residence', '130632190101010025', false],
    ['officer-card', '军字第0001234号', true],
    ['officer-card', '军', false],
  ]
  for (const [type, text, ok] of cases)
    it(`${ok ? 'accepts' : 'refuses'} ${text} as ${type}`, () => expect(personIdVerdict(type, text).ok).to.equal(ok))
})

describe('masks', () => {
  it('keeps six and four of a resident number, two and two of others', () => {
    expect(maskId('130632190101010025')).to.equal('130632********0025')
    expect(maskId('34052419800101001X')).to.equal('340524********001X')
    expect(maskId('E12345678')).to.equal('E1*****78')
    expect(maskId('A1234')).to.equal('A**34')
    expect(maskId('AB')).to.equal('A*')
  })

  it('keeps the ends of a phone number', () => {
    expect(maskPhone('13800001234')).to.equal('138****1234')
    expect(maskPhone('0312-5551234')).to.equal('0312-****234')
  })

  const names: [string, string][] = [
    ['张三', '张*'],
    ['张晓明', '张*明'],
    ['欧阳修', '欧阳*'],
    ['欧阳明月', '欧阳*月'],
    ['欧阳', '欧*'],
    ['张', '张'],
    ['𬍛小㛃', '𬍛*㛃'],
    ['阿卜杜·买买提', '阿**·**提'],
    ['John Smith', 'J*** S****'],
  ]
  for (const [name, masked] of names) it(`shows ${name} as ${masked}`, () => expect(maskName(name)).to.equal(masked))
})
