import { expect } from 'chai'
import { transcriptHeights } from '../../../src/papers/transcript-drawing/transcript-table.pdf.js'
import { renderTranscript } from '../../../src/papers/transcript-drawing/transcript.pdf.js'
import { rowsOnPages, type TranscriptRow } from '../../../src/papers/transcripts/transcript.rules.js'

const short = { title: '砌筑工', source: '雄安苇海职业技能培训学校' }
const long = {
  title: '智能楼宇管理员与消防设施操作员复合技能提升培训（中级、高级衔接）专项班第12期',
  source: '雄安新区京津冀协同发展高技能人才培养与职业技能等级评价认定服务中心（安新县白洋淀片区）',
}
const rowsOf = (count: number, texts: typeof short): TranscriptRow[] =>
  Array.from({ length: count }, (_, i) => ({
    no: i + 1,
    serial: i + 1,
    on: '2026-01-05',
    kind: 'course',
    hours: 120,
    hundredths: 1200,
    ...texts,
  }))

describe('the print of a transcript', () => {
  for (const [what, count, texts] of [
    ['one row', 1, short],
    ['more rows than two pages hold', 60, short],
    ['three hundred rows', 300, short],
    ['titles of three lines', 60, long],
  ] as const)
    it(`has as many pages as the register says, with ${what}`, () => {
      const rows = rowsOf(count, texts)
      const pages = rowsOnPages(transcriptHeights(rows)).map((taken) => ({ rows: taken, digest: 'ab12cd34ef56' }))
      const pdf = renderTranscript({
        name: '阿卜杜热合曼·麦麦提吐尔孙',
        idMasked: '130632********0025',
        accountNumber: 'XA-LA-123456789012',
        from: '2026-01-01',
        to: '2026-11-28',
        rows,
        sums: { results: count, hours: 120, earned: 1200, reversed: 0, balance: 1200 },
        pages,
        token: '7K3QF9MA2TXDWP4C',
        publicUrl: 'https://skills.xiongan.example',
        printedAt: new Date('2026-11-28T06:00:00Z'),
        issuer: '雄安新区公共服务局',
      })
      expect(/\/Type \/Pages[^>]*\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]).to.equal(String(pages.length))
    })
})
