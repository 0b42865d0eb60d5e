import { expect } from 'chai'
import { isAppError } from '../../../src/shared/errors.js'
import type { CompletionCertificatePaper } from '../../../src/papers/certificate-drawing/certificate-paper.js'
import {
  checkCompletionCertificate,
  renderCompletionCertificate,
} from '../../../src/papers/certificate-drawing/completion-certificate.pdf.js'
import { fontsOf, linesOf, pdfInfo, qpdfCheck, qrOf, textOf, wordsOf } from '../../infra/paper/pdf-tools.js'
import { completionPaper, longInstitution, longName, longOccupation } from './sample-papers.js'

const refusedField = (changes: Partial<CompletionCertificatePaper>) => {
  try {
    checkCompletionCertificate(completionPaper(changes))
  } catch (error) {
    return isAppError(error, 'refused') ? error.details.field : error
  }
  return undefined
}

describe('completion certificate paper', () => {
  const pdf = renderCompletionCertificate(completionPaper())

  it('is a sound PDF with embedded subsets only', () => {
    expect(qpdfCheck(pdf)).to.contain('No syntax or stream encoding errors')
    expect(pdfInfo(pdf)).to.match(/Title: +培训合格证书 XA-PX-2026-000123/)
    for (const font of fontsOf(pdf)) expect(font).to.include({ embedded: 'yes', subset: 'yes' })
  })

  it('gives its facts as text and its address as a code', () => {
    const expected = [
      '培训合格证书',
      '安小荷',
      '养老护理员（五级/初级工）就业技能培训班',
      '雄安苇海职业技能培训学校',
      'XA-PX-2026-000123',
    ]
    expect(linesOf(pdf)).to.include.members(expected)
    expect(textOf(pdf))
      .to.match(/60 ?学时/)
      .and.match(/160 ?学时/)
    expect(qrOf(pdf)).to.equal(completionPaper().verifyUrl)
  })

  it('is the same page under the other title', () => {
    expect(linesOf(renderCompletionCertificate(completionPaper({ title: '结业证书' })))).to.include('结业证书')
  })

  it('draws an empty frame when there is no photo', () => {
    const bare = renderCompletionCertificate(completionPaper({ photo: undefined }))
    expect(bare.toString('latin1')).not.to.contain('/Subtype /Image')
    expect(textOf(bare)).not.to.contain('照片样例')
  })

  it('issues the long cases, the name unbroken', () => {
    const long = {
      holderName: longName,
      courseName: longOccupation,
      institutionName: longInstitution,
      issuerName: longInstitution,
    }
    expect(linesOf(renderCompletionCertificate(completionPaper(long)))).to.include.members([longName, longInstitution])
  })

  for (const [field, key, most] of [
    ['name', 'holderName', 32],
    ['course', 'courseName', 72],
    ['institution', 'institutionName', 72],
    ['issuer', 'issuerName', 51],
  ] as const)
    it(`takes ${most} characters of ${field} and refuses one more`, () => {
      expect(refusedField({ [key]: '安'.repeat(most) })).to.equal(undefined)
      expect(refusedField({ [key]: '安'.repeat(most + 1) })).to.equal(field)
    })

  const boxes: Record<string, [x: number, y: number, w: number, h: number]> = {
    培训合格证书: [25, 38, 160, 15],
    安小荷: [55, 72, 95, 17],
    'XA-PX-2026-000123': [55, 100.5, 95, 11.5],
    '88.0': [55, 186.5, 25, 12.5],
    '96.3%': [108, 186.5, 25, 12.5],
    'XA2026-0417-03': [157, 186.5, 27, 12.5],
  }
  const words = wordsOf(pdf)
  for (const [text, [x, y, w, h]] of Object.entries(boxes))
    it(`sets ${text} in its box`, () => {
      const word = words.find((found) => found.text === text)!
      expect([
        word.x >= x - 0.2,
        word.right <= x + w + 0.2,
        word.y >= y - 0.2,
        word.bottom <= y + h + 0.2,
      ]).to.not.include(false)
    })
})
