import { expect } from 'chai'
import {
  checkRecognitionStatement,
  renderRecognitionStatement,
} from '../../../src/papers/recognition-statements/statement.pdf.js'
import { fontsOf, linesOf, qpdfCheck, qrOf, textOf } from '../../infra/paper/pdf-tools.js'
import { longInstitution, longName, longOccupation } from '../certificate-drawing/sample-papers.js'
import { statementPaper } from './sample-statement.js'

describe('recognition statement paper', () => {
  const pdf = renderRecognitionStatement(statementPaper())

  it('is a sound PDF with embedded subsets only', () => {
    expect(qpdfCheck(pdf)).to.contain('No syntax or stream encoding errors')
    for (const font of fontsOf(pdf)) expect(font).to.include({ embedded: 'yes', subset: 'yes' })
  })
  it('points at the source, says that it is no certificate, and has its address as a code', () => {
    expect(linesOf(pdf)).to.include.members([
      '苇明远 110108********0034',
      '养老护理员 / --',
      '三级/高级工 2024年6月18日',
      '本说明不是证书，不替代来源证书；来源证书注销或失效时，本说明同时失效。',
    ])
    expect(textOf(pdf)).to.contain('S000011000001243000456')
    expect(qrOf(pdf)).to.equal(statementPaper().verifyUrl)
  })
  it('says of each effect that is not granted that it is not', () => {
    const lines = (effects: Parameters<typeof statementPaper>[0]) =>
      linesOf(renderRecognitionStatement(statementPaper(effects))).join('\n')
    expect(lines({ effects: ['post'] }))
      .to.contain('学分认定（不含）')
      .and.contain('培训补贴（不含）')
      .and.not.contain('岗位聘用认可（不含）')
    expect(
      lines({ effects: ['post', 'next-level', 'competition', 'credits', 'talent-statistics', 'subsidy'] }),
    ).not.to.contain('（不含）')
  })
  it('has room for the longest that its forms take: an application must not end without its paper', () => {
    const of = (length: number) => '京津冀职业技能等级评价结果互认'.repeat(9).slice(0, length)
    const longest = statementPaper({
      sourceIssuer: of(60),
      sourceNumber: '京人社职鉴字'.padEnd(40, '0123456789'),
      sourceCheck: `2026年11月18日　经 ${of(60)} 人工核验一致　核验员 ${of(50)}`,
      agreement: `${of(80)} ${of(60)}　有效期 2026-01-01 至 2028-12-31`,
    })
    expect(() => checkRecognitionStatement(longest)).not.to.throw()
  })
  it('bears no sample mark once issued, and gives the same bytes for the same data', () => {
    expect(textOf(pdf)).not.to.contain('SAMPLE')
    expect(renderRecognitionStatement(statementPaper()).equals(pdf)).to.equal(true)
    expect(textOf(renderRecognitionStatement(statementPaper({ sample: true })))).to.contain('SAMPLE')
  })
  it('sets the long cases and refuses what fits nowhere, by its field', () => {
    checkRecognitionStatement(
      statementPaper({
        holderName: longName,
        sourceOccupation: longOccupation,
        sourceIssuer: longInstitution.slice(0, 30),
        issuerName: longInstitution,
      }),
    )
    expect(() => checkRecognitionStatement(statementPaper({ sourceIssuer: longInstitution.repeat(3) })))
      .to.throw()
      .with.nested.property('details.field', 'source issuer')
  })
})
