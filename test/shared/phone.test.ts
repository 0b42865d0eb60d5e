import { expect } from 'chai'
import { phoneVerdict } from '../../src/shared/phone.js'

describe('phoneVerdict', () => {
  const cases: [string, object][] = [
    ['13800001234', { ok: true, phone: '13800001234', kind: 'mobile' }],
    ['+86 138-0000-1234', { ok: true, phone: '13800001234', kind: 'mobile' }],
    ['１３８００００１２３４', { ok: true, phone: '13800001234', kind: 'mobile' }],
    ['0312-5551234', { ok: true, phone: '0312-5551234', kind: 'landline' }],
    ['（010）65551234', { ok: true, phone: '010-65551234', kind: 'landline' }],
    ['02265551234', { ok: true, phone: '022-65551234', kind: 'landline' }],
    ['1380000123', { ok: false, reason: 'length' }],
    ['138000012345', { ok: false, reason: 'length' }],
    ['12800001234', { ok: false, reason: 'prefix' }],
    ['010-6555123', { ok: false, reason: 'length' }],
    ['1380000123a', { ok: false, reason: 'characters' }],
    ['', { ok: false, reason: 'length' }],
  ]
  for (const [text, verdict] of cases)
    it(`judges ${text || 'nothing'}`, () => expect(phoneVerdict(text)).to.deep.equal(verdict))
})
