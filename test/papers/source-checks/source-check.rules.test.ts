import { expect } from 'chai'
import { evidenceVerdict } from '../../../src/papers/source-checks/evidence.rules.js'
import {
  checkVerdict,
  endsRecognition,
  type ClaimedPaper,
  type KnownPaper,
} from '../../../src/papers/source-checks/source-check.rules.js'

const claimed: ClaimedPaper = {
  name: '苇明远',
  personIndex: 'i',
  issuer: '北京市养老护理评价中心',
  family: 'level-certificate',
  edition: '2022',
  level: 4,
  issuedOn: '2021-06-18',
}
const known: KnownPaper = { ...claimed, status: 'valid' }

describe('the answer of a register', () => {
  const cases: [string, Partial<KnownPaper> | null, string, string[]][] = [
    ['agrees when everything does', {}, 'agrees', []],
    ['is "not found", never "false"', null, 'not-found', []],
    ['differs by person', { personIndex: 'j' }, 'identity-differs', []],
    ['differs by name', { name: '苇明元' }, 'identity-differs', []],
    ['is revoked', { status: 'revoked', level: 5 }, 'revoked', []],
    ['is suspended', { status: 'suspended' }, 'suspended', []],
    ['holds on its last day', { expiresOn: '2022-11-23' }, 'agrees', []],
    ['is expired the day after', { expiresOn: '2022-11-22' }, 'expired', []],
    ['names each fact that differs', { level: 3, issuedOn: '2021-06-19' }, 'facts-differ', ['level', 'issuedOn']],
    ['does not mind brackets and spaces of the issuer', { issuer: '北京市 养老护理评价中心' }, 'agrees', []],
    ['minds another issuer', { issuer: '北京市护理评价中心' }, 'facts-differ', ['issuer']],
  ]
  for (const [what, change, result, fields] of cases)
    it(what, () =>
      expect(checkVerdict(claimed, change && { ...known, ...change }, '2022-11-23')).to.deep.equal({ result, fields }),
    )
  it('ends a recognition only when the paper itself ended', () =>
    expect(
      (['agrees', 'not-found', 'identity-differs', 'facts-differ', 'suspended', 'expired', 'revoked'] as const).filter(
        endsRecognition,
      ),
    ).to.deep.equal(['suspended', 'expired', 'revoked']))
})

describe('a picture as evidence', () => {
  const bytes = (hex: string) => Buffer.from(hex, 'hex')
  it('is a JPEG or PNG by its first bytes, whatever its name', () =>
    expect(
      [bytes('ffd8ff00'), bytes('89504e47'), bytes('25504446'), bytes('4d5a9000'), undefined].map((one) => {
        const verdict = evidenceVerdict(one, true)
        return verdict.ok ? verdict.contentType : verdict.reason
      }),
    ).to.deep.equal(['image/jpeg', 'image/png', 'evidence-kind', 'evidence-kind', 'evidence-missing']))
})
