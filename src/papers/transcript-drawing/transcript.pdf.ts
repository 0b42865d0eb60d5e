import { grouped } from '../../infra/paper-ornaments/furnishings.js'
import { box } from '../../infra/paper-text/measures.js'
import { drawFurniture, sealArea } from '../../infra/paper/page-furniture.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { a4 } from '../../infra/paper/paper-document.js'
import type { Pen } from '../../infra/paper-drawing/pen.js'
import { drawQr } from '../../infra/paper-drawing/qr-path.js'
import { drawTable } from '../../infra/paper/table.js'
import { WorkingPaper } from '../../infra/paper/working-paper.js'
import { dayOf, formatDay, formatInstant } from '../../shared/dates.js'
import { rowHeight } from '../transcripts/transcript.rules.js'
import { put, drawHead, type TranscriptPaper } from './transcript-head.pdf.js'
import { columns, rowOf, totalsOf } from './transcript-table.pdf.js'

/** 个人学习账号证明, 210 × 297 (papers.md 8.6): every page can be verified by its own code. */
export function renderTranscript(print: TranscriptPaper): Buffer {
  const paper = new WorkingPaper({
    meta: { title: `个人学习账号证明 ${print.name}`, day: dayOf(print.printedAt) },
    size: a4,
  })
  drawHead(paper, print)
  let done = 0
  print.pages.forEach(({ rows: count }, page) => {
    if (page > 0) paper.newPage()
    const last = page === print.pages.length - 1
    const top = page === 0 ? 92 : 27
    const end = drawTable(paper, {
      columns,
      x: 15,
      y: top,
      nextY: 27,
      headHeight: 10,
      rowHeight,
      // The pages are known: their digests stand in the register.
      bottom: Infinity,
      rows: print.rows.slice(done, done + count).map(rowOf),
      ...(last && { totals: totalsOf(print) }),
    })
    if (last) drawEnd(paper, print, end)
    done += count
  })
  const footer = ['个人学习账号证明', `生成 ${formatInstant(print.printedAt)}`]
  return paper.finish((pen, page, pages) => {
    drawFurniture(pen, { size: a4, title: `个人学习账号证明　${print.name}　${print.idMasked}`, footer }, page, pages)
    drawVerify(pen, print, page)
  })
}

function drawEnd(paper: WorkingPaper, print: TranscriptPaper, end: number): void {
  const reversals = print.rows.flatMap(({ no, reversesNo }) =>
    reversesNo === undefined ? [] : [`第 ${no} 项冲回第 ${reversesNo} 项`],
  )
  const lines = [
    ...(reversals.length > 0 ? [`${reversals.join('，')}，原记录保留。`] : []),
    '学分按各项成果当日施行的规则计（样例参数），每笔可在账号中打开规则和条款。',
  ]
  lines.forEach((text, i) =>
    paper.tagged('P', (pen) =>
      put(
        pen,
        text,
        box(15, end + 3 + i * 5, 180, 5),
        { face: 'SansR', size: 8, min: 6.5, lines: 2, colour: palette.soft },
        'note',
      ),
    ),
  )
  paper.tagged('P', (pen) =>
    sealArea(pen, 135, 185, { issuer: print.issuer, date: formatDay(dayOf(print.printedAt), 'zh-CN') }),
  )
}

export const pageUrl = (publicUrl: string, token: string, page: number): string => `${publicUrl}/t/${token}?p=${page}`
export const shortDigest = (digest: string): string => `${digest.slice(0, 4)}…${digest.slice(-4)}`

function drawVerify(pen: Pen, { publicUrl, token, pages }: TranscriptPaper, page: number): void {
  const { rows, digest } = pages[page - 1]!
  drawQr(pen, pageUrl(publicUrl, token, page), box(18, 253, 20, 20), palette.white)
  put(
    pen,
    '本页可扫码查验　Scan to verify this page',
    box(43, 255, 120, 4),
    { face: 'SansM', size: 8, colour: palette.lake },
    'verify',
  )
  put(
    pen,
    `核验码 ${grouped(token)}　　${new URL(publicUrl).host}/t`,
    box(43, 260, 150, 5),
    { face: 'SansM', size: 9.5, min: 7, colour: palette.ink },
    'verify',
  )
  put(
    pen,
    `本页 ${rows} 项　本页摘要 SHA-256 ${shortDigest(digest)}`,
    box(43, 266, 120, 4),
    { face: 'SansR', size: 7, colour: palette.soft },
    'digest',
  )
}
