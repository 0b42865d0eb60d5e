import { expect } from 'chai'
import type { CertificateRecord } from '../../../src/papers/certificates/certificate.model.js'
import { renderVerification } from '../../../src/papers/verification/verification.pdf.js'
import { pdfInfo, qpdfCheck, qrOf, textOf } from '../../infra/paper/pdf-tools.js'
import { longInstitution, longName, longOccupation, longWorkType } from '../certificate-drawing/sample-papers.js'

const paper = {
  holderName: '安小荷',
  idTypeName: '居民身份证',
  idMasked: '130632********0025',
  occupationName: '砌筑工',
  levelName: '五级/初级工',
  theoryScore: '82.0',
  practiceScore: '78.0',
  issuerName: '雄安芦花职业技能评价中心',
}
const certificate = (changes: Partial<CertificateRecord> = {}) =>
  ({
    _id: 'c1',
    number: 'S000013000001225000001',
    token: 'RWXNM3P5RWHDSC8T',
    family: 'level',
    state: 'issued',
    issuedOn: '2022-03-25',
    paper,
    ...changes,
  }) as CertificateRecord
const print = (changes: Partial<CertificateRecord> = {}, newest?: CertificateRecord) =>
  renderVerification({
    certificate: certificate(changes),
    now: new Date('2022-11-23T06:05:00Z'),
    today: '2022-11-23',
    publicUrl: 'https://skills.xiongan.example',
    ...(newest && { newest }),
  })

describe('the print of a verification', () => {
  it('is one clean, tagged A4 page whose code leads back to the check', () => {
    const pdf = print()
    expect(qpdfCheck(pdf)).to.include('No syntax or stream encoding errors')
    const info = pdfInfo(pdf)
    expect(info)
      .to.match(/Pages:\s+1\b/)
      .and.to.match(/Tagged:\s+yes/)
    expect(qrOf(pdf)).to.equal('https://skills.xiongan.example/v/RWXNM3P5RWHDSC8T')
    for (const text of [
      '有效',
      'VALID',
      '安小荷',
      '130632********0025',
      'S000013000001225000001',
      '2022年11月23日 14:05',
      '长期有效',
    ])
      expect(textOf(pdf)).to.include(text)
  })

  it('says each state in words', () => {
    const newest = certificate({ number: 'S000013000001225000002', issuedOn: '2022-05-01' })
    expect(
      textOf(
        print({
          state: 'revoked',
          revokedOn: '2022-11-22',
          revokedReason: 'wrong-result',
          revokedDocument: '雄技撤〔2022〕3号',
        }),
      ),
    )
      .to.include('已撤销')
      .and.to.include('考核成绩登记有误')
      .and.to.include('—（2022年11月22日撤销）')
    expect(textOf(print({ state: 'superseded' }, newest)))
      .to.include('已换发新证')
      .and.to.include('S000013000001225000002')
      .and.not.to.include('也不能使用')
    expect(textOf(print({ state: 'superseded' }, { ...newest, state: 'revoked' }))).to.include(
      '新证现在是“已撤销”，也不能使用',
    )
    expect(textOf(print({ expiresOn: '2022-11-22' }))).to.include('已过期')
    expect(textOf(print({ state: 'suspended' }))).to.include('暂停使用')
  })

  it('holds the longest values that a certificate can carry', () => {
    expect(
      textOf(
        print({
          paper: {
            ...paper,
            holderName: longName,
            occupationName: longOccupation,
            workType: longWorkType,
            issuerName: longInstitution,
          },
        }),
      ).replace(/\s/g, ''),
    )
      .to.include(longOccupation)
      .and.to.include(longName)
    const completion = {
      ...paper,
      title: '培训合格证书',
      courseName: longOccupation,
      institutionName: longInstitution,
      startsOn: '2022-03-01',
      endsOn: '2022-03-18',
      theoryHours: 48,
      practiceHours: 72,
      score: '80.0',
      attendance: '98%',
      runName: '第1期',
    }
    expect(textOf(print({ family: 'completion', paper: completion })).replace(/\s/g, ''))
      .to.include(longOccupation)
      .and.to.include('理论48·实操72·成绩80.0·出勤98%')
  })
})
