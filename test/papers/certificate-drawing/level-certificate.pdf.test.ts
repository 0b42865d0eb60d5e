import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { rareFont } from '../../../src/infra/paper-fonts/faces.js'
import type { AppError } from '../../../src/shared/errors.js'
import {
  checkLevelCertificate,
  renderLevelCertificate,
} from '../../../src/papers/certificate-drawing/level-certificate.pdf.js'
import type { LevelCertificatePaper } from '../../../src/papers/certificate-drawing/certificate-paper.js'
import { fontsOf, linesOf, pdfInfo, qpdfCheck, qrOf, textOf, wordsOf } from '../../infra/paper/pdf-tools.js'
import { levelPaper, longName, longOccupation, longWorkType } from './sample-papers.js'

const refusalOf = (changes: Partial<LevelCertificatePaper>): AppError => {
  try {
    checkLevelCertificate(levelPaper(changes))
  } catch (error) {
    return error as AppError
  }
  throw new Error('the paper was not refused')
}

/** The art object of a certificate: dictionary and bytes. */
const artOf = (pdf: Buffer) => {
  const text = pdf.toString('latin1')
  const start = text.lastIndexOf('<<', text.indexOf('/BBox [0 0 841.89 595.28]'))
  return text.slice(start, text.indexOf('endstream', start))
}

const artHash = (pdf: Buffer) => createHash('sha256').update(artOf(pdf), 'latin1').digest('hex')

describe('level certificate paper', () => {
  const pdf = renderLevelCertificate(levelPaper())

  it('is a sound PDF with a title, our language and embedded subsets only', () => {
    expect(qpdfCheck(pdf)).to.contain('No syntax or stream encoding errors')
    expect(pdfInfo(pdf)).to.match(/Title: +职业技能等级证书 S000013000001264000123/)
    expect(pdf.toString('latin1')).to.contain('/Lang (zh-CN)')
    for (const font of fontsOf(pdf)) expect(font).to.include({ embedded: 'yes', subset: 'yes', unicode: 'yes' })
  })

  it('gives its facts as text, tracked or not, and keeps microtext out', () => {
    const expected = [
      '职业技能等级证书',
      '安小荷',
      '养老护理员',
      '老年人能力评估',
      'S000013000001264000123',
      '2026年11月20日',
    ]
    expect(linesOf(pdf)).to.include.members(expected)
    expect(textOf(pdf)).to.contain('7K3Q-F9MA-2TXD-WP4C').and.not.contain('XIONG')
    expect(textOf(pdf).match(/S000013000001264000123/g)).to.have.length(1)
  })

  for (const name of [longName, '㛃䶮', '𬱖𠅤', '张𡛺', '赵𧿳'])
    it(`gives the name ${name} exactly`, function () {
      if (/[𡛺𧿳]/u.test(name) && !rareFont('A')) this.skip()
      expect(linesOf(renderLevelCertificate(levelPaper({ holderName: name })))).to.include(name)
    })

  it('carries a code that reads at 150 dpi, on screen and in print', () => {
    const { verifyUrl } = levelPaper()
    expect(qrOf(pdf)).to.equal(verifyUrl)
    expect(qrOf(renderLevelCertificate(levelPaper({ forPrint: true })))).to.equal(verifyUrl)
  })

  it('gives the same bytes for the same data, and the same art for every person', () => {
    expect(renderLevelCertificate(levelPaper()).equals(pdf)).to.equal(true)
    const other = renderLevelCertificate(levelPaper({ holderName: longName, occupationName: longOccupation }))
    expect(artHash(other)).to.equal(artHash(pdf))
    expect(artOf(pdf)).to.have.length.within(5_000, 15_360)
  })

  it('leaves the warm ground out in print, and the sample layer out of issued papers', () => {
    const ground = '0.992 0.984 0.961 rg\n0 0 297 210 re'
    expect(pdf.toString('latin1')).to.contain(ground)
    expect(renderLevelCertificate(levelPaper({ forPrint: true })).toString('latin1')).not.to.contain(ground)
    expect(textOf(pdf)).not.to.contain('样例').and.not.to.contain('盖章处')
    expect(textOf(renderLevelCertificate(levelPaper({ sample: true }))))
      .to.contain('SAMPLE')
      .and.contain('盖章处')
    expect(textOf(renderLevelCertificate(levelPaper({ draft: true })))).to.contain('SAMPLE')
  })

  it('prints -- for a missing work type', () => {
    expect(linesOf(renderLevelCertificate(levelPaper({ workType: undefined })))).to.include('--')
  })
})

describe('level certificate paper: places', () => {
  const boxes: Record<string, [x: number, y: number, w: number, h: number]> = {
    职业技能等级证书: [28.5, 26, 240, 13],
    安小荷: [106, 58, 161, 18],
    居民身份证: [106, 76, 52, 12],
    '130632********0025': [193, 76, 74, 12],
    养老护理员: [106, 88, 161, 12],
    老年人能力评估: [106, 100, 161, 12],
    '四级/中级工': [106, 112, 52, 13],
    '86.0': [193, 112, 19, 13],
    '91.5': [246, 112, 19, 13],
    S000013000001264000123: [106, 125, 96, 12],
    雄安芦花职业技能评价中心: [209, 152.5, 56, 13.5],
    '2026年11月20日': [207, 168.5, 60, 6],
  }
  const words = wordsOf(renderLevelCertificate(levelPaper()))
  for (const [text, [x, y, w, h]] of Object.entries(boxes))
    it(`sets ${text} in its box`, () => {
      const word = words.find((found) => found.text === text)!
      expect(word, text).to.not.equal(undefined)
      expect(word.x).to.be.at.least(x - 0.2)
      expect(word.right).to.be.at.most(x + w + 0.2)
      expect(word.y).to.be.at.least(y - 0.2)
      expect(word.bottom).to.be.at.most(y + h + 0.2)
    })
})

describe('level certificate paper: refusals', () => {
  it('issues the long cases whole', () => {
    const paper = levelPaper({ holderName: longName, occupationName: longOccupation, workType: longWorkType })
    expect(linesOf(renderLevelCertificate(paper))).to.include.members([longName, longOccupation, longWorkType])
  })

  for (const [field, key, most] of [
    ['name', 'holderName', 26],
    ['occupation', 'occupationName', 86],
    ['work type', 'workType', 86],
    ['issuer', 'issuerName', 51],
  ] as const)
    it(`takes ${most} characters of ${field} and refuses one more`, () => {
      checkLevelCertificate(levelPaper({ [key]: '安'.repeat(most) }))
      const refusal = refusalOf({ [key]: '安'.repeat(most + 1) })
      expect([refusal.kind, refusal.code, refusal.details.field]).to.deep.equal(['refused', 'does-not-fit', field])
    })

  it('refuses a character that no font has, by its code point', () => {
    const refusal = refusalOf({ holderName: '张\u{32000}' })
    expect(refusal.code).to.equal('character-missing')
    expect(refusal.details).to.deep.equal({ character: '\u{32000}', codePoint: 'U+32000', field: 'name' })
  })

  it('refuses a paper without photo unless it is a sample or a draft', () => {
    expect(refusalOf({ photo: undefined }).code).to.equal('photo-missing')
    checkLevelCertificate(levelPaper({ photo: undefined, draft: true }))
  })

  it('refuses a photo that is no JPEG and an address that would enlarge the code', () => {
    expect(refusalOf({ photo: Buffer.from('GIF89a----------') }).code).to.equal('photo-not-jpeg')
    expect(refusalOf({ verifyUrl: `https://${'a'.repeat(55)}` }).code).to.equal('verify-url-too-long')
    checkLevelCertificate(levelPaper({ verifyUrl: `https://${'a'.repeat(54)}` }))
  })
})
