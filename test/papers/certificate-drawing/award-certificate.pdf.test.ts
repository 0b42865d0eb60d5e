import { expect } from 'chai'
import { writeFileSync } from 'node:fs'
import { longestPrinted, tierNames } from '../../../src/competitions/calendar/tier-names.data.js'
import { isAppError } from '../../../src/shared/errors.js'
import {
  checkAwardCertificate,
  renderAwardCertificate,
} from '../../../src/papers/certificate-drawing/award-certificate.pdf.js'
import type { AwardCertificatePaper } from '../../../src/papers/certificate-drawing/certificate-paper.js'
import { fontsOf, linesOf, pdfInfo, qpdfCheck, qrOf, textOf } from '../../infra/paper/pdf-tools.js'
import { levelPaper, longInstitution, longName } from './sample-papers.js'

const awardPaper = (changes: Partial<AwardCertificatePaper> = {}): AwardCertificatePaper => {
  const { number: _, photo: __, ...issue } = levelPaper()
  return {
    ...issue,
    number: 'XA-JS-2026-01-0001',
    unit: '安新县康养服务中心',
    competitionName: '2026年雄安新区职业技能大赛',
    tierName: '新区级',
    eventName: '养老护理员',
    modeName: '个人赛',
    prizeName: '一等奖',
    prizeNameEn: 'FIRST PRIZE',
    rank: '1',
    total: '92.45',
    issuerName: '雄安新区职业技能大赛组织委员会',
    ...changes,
  }
}
const refusedField = (changes: Partial<AwardCertificatePaper>) => {
  try {
    checkAwardCertificate(awardPaper(changes))
  } catch (error) {
    return isAppError(error, 'refused') ? error.details['field'] : error
  }
  return undefined
}

describe('award paper', () => {
  const pdf = renderAwardCertificate(awardPaper())
  if (process.env['KEEP_PAPERS']) writeFileSync(`${process.env['KEEP_PAPERS']}/award.pdf`, pdf)

  it('is a sound PDF with embedded subsets only, and carries no photo', () => {
    expect(qpdfCheck(pdf)).to.contain('No syntax or stream encoding errors')
    expect(pdfInfo(pdf)).to.match(/Title: +获奖证书 XA-JS-2026-01-0001/)
    expect(pdf.toString('latin1')).not.to.contain('/Subtype /Image')
    for (const font of fontsOf(pdf)) expect(font).to.include({ embedded: 'yes', subset: 'yes' })
  })

  it('gives its facts as text and its address as a code', () => {
    expect(linesOf(pdf)).to.include.members(['获奖证书', '安小荷', '安新县康养服务中心', '一等奖'])
    expect(textOf(pdf)).to.include('92.45').and.include('第 1 名')
    expect(qrOf(pdf)).to.equal(awardPaper().verifyUrl)
  })

  it('is the same bytes for the same facts', () =>
    expect(renderAwardCertificate(awardPaper()).equals(pdf)).to.equal(true))

  for (const tierName of Object.values(tierNames))
    it(`holds the longest title and sponsor that a competition may have, of the tier ${tierName}`, () =>
      expect(
        refusedField({
          competitionName: '雄'.repeat(longestPrinted.title),
          issuerName: '雄'.repeat(longestPrinted.sponsor),
          eventName: '养'.repeat(30),
          tierName,
        }),
      ).to.equal(undefined))

  it('leaves the line of the delegation out for somebody who competed alone', () =>
    expect(textOf(renderAwardCertificate(awardPaper({ unit: undefined })))).not.to.include('康养'))

  it('issues long names whole, and refuses what does not fit by its field', () => {
    expect(
      linesOf(renderAwardCertificate(awardPaper({ unit: longInstitution, issuerName: longInstitution }))),
    ).to.include(longInstitution)
    expect(refusedField({ holderName: longName.repeat(3) })).to.equal('name')
    expect(refusedField({ competitionName: longInstitution.repeat(4) })).to.equal('competition')
  })
})
