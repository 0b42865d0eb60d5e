import { expect } from 'chai'
import { renderMarkSheets } from '../../../src/competitions/judging/mark-sheet.pdf.js'
import type { MarkedAspect } from '../../../src/competitions/marking/marking.queries.js'
import { textOf } from '../../infra/paper/pdf-tools.js'

const aspect = (i: number, type: MarkedAspect['type']): MarkedAspect => ({
  code: `B${i}`,
  type,
  max: 150,
  text: `评分点${i}`,
  criterion: 'B',
  criterionTitle: '生活照护',
  module: 'B',
  benchmarks: [],
})
const event = {
  number: '01',
  title: '养老护理员',
  competitionTitle: '2022年雄安新区职业技能大赛',
  teamSize: 1,
  modules: [{ code: 'B', title: '生活照护' }],
  aspects: [aspect(1, 'measurement'), aspect(2, 'judgement')],
}

describe('a mark sheet', () => {
  it('names the contestant by the secret code alone, one page each', () => {
    const pdf = renderMarkSheets({ event, codes: ['K7', 'M2'], printedAt: new Date('2022-11-23T01:00:00Z') })
    const text = textOf(pdf)
    for (const word of ['竞赛评分表', 'K7', 'M2', '评分点1', '3.00', '裁判长签名', '第 2 页'])
      expect(text).to.contain(word)
  })
  it('goes on to a further page when a module has many aspects', () => {
    const pdf = renderMarkSheets({
      event: { ...event, aspects: Array.from({ length: 16 }, (_, i) => aspect(i + 1, 'judgement')) },
      codes: ['K7'],
      printedAt: new Date('2022-11-23T01:00:00Z'),
    })
    expect(textOf(pdf)).to.contain('共 2 页')
  })
})
