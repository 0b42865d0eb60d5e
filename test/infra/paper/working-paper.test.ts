import { expect } from 'chai'
import { a4Landscape } from '../../../src/infra/paper/paper-document.js'
import { drawFurniture, sealArea, signatureLines } from '../../../src/infra/paper/page-furniture.js'
import { drawTable, type Table } from '../../../src/infra/paper/table.js'
import { WorkingPaper } from '../../../src/infra/paper/working-paper.js'
import { fontsOf, pdfInfo, qpdfCheck, textOf, wordsOf } from './pdf-tools.js'

const table: Table = {
  columns: [
    { head: '序号', width: 11, align: 'center' },
    { head: '县（片区）', width: 60, align: 'left' },
    { head: '结业人次', width: 30, align: 'right', face: 'SansM' },
    { head: '签到', width: 28, align: 'left', signature: true },
  ],
  rows: Array.from({ length: 40 }, (_, i) => [String(i + 1), i === 2 ? '' : '容城县', '3,561', '']),
  totals: ['', '合计', '142,440', ''],
  ...{ x: 15, y: 30, nextY: 27, headHeight: 9, rowHeight: 7.6, bottom: 188, closing: 66 },
}

const render = () => {
  const paper = new WorkingPaper({ meta: { title: '补贴性培训完成情况', day: '2026-01-05' }, size: a4Landscape })
  const y = drawTable(paper, table)
  paper.tagged('P', (pen) => {
    signatureLines(pen, { labels: ['制表人', '审核人'], x: 15, y: y + 30, pitch: 62, from: 22, to: 56, dated: true })
    sealArea(pen, 222, y + 3, { issuer: '雄安新区公共服务局', date: '2026年1月5日' })
  })
  const furniture = {
    size: a4Landscape,
    title: '补贴性培训完成情况　2025年度',
    footer: ['数据时间 2026-01-05', '口径=结业人次'],
  }
  return paper.finish((pen, page, pages) => drawFurniture(pen, furniture, page, pages))
}

describe('working paper', () => {
  const pdf = render()
  const words = wordsOf(pdf)

  it('is a sound, tagged PDF with embedded subsets, and the same bytes each time', () => {
    expect(qpdfCheck(pdf)).to.contain('No syntax or stream encoding errors')
    expect(pdfInfo(pdf)).to.match(/Tagged: +yes/)
    for (const font of fontsOf(pdf)) expect(font).to.include({ embedded: 'yes', subset: 'yes' })
    expect(render().equals(pdf)).to.equal(true)
  })

  it('repeats the head, numbers the pages and loses no row', () => {
    const text = textOf(pdf)
    expect(text.match(/县（片区）/g)).to.have.length(3)
    expect(text.match(/3,561/g)).to.have.length(40)
    expect(text).to.match(/第 3 页 ?共 3 页/)
  })

  it('shows an empty value as a dash, but leaves a signature cell free', () => {
    expect(words.filter(({ text }) => text === '—')).to.have.length(1)
  })

  it('keeps at least three rows with the total and the seal', () => {
    const total = words.findIndex(({ text }) => text === '142,440')
    const before = words.slice(0, total).map(({ text }) => text)
    expect(before.lastIndexOf('40')).to.be.above(before.lastIndexOf('县（片区）'))
    expect(before.slice(before.lastIndexOf('县（片区）'))).to.include.members(['38', '39', '40'])
  })

  it('aligns figures at the right edge of their column', () => {
    for (const { right } of words.filter(({ text }) => text === '3,561'))
      expect(right).to.be.closeTo(15 + 101 - 1.6, 0.2)
  })
})
