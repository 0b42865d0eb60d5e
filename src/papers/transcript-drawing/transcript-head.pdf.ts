import { box, type Box } from '../../infra/paper-text/measures.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { lineTo, rectangle } from '../../infra/paper-drawing/path.js'
import { drawLines, setInBox, type Pen, type TextStyle } from '../../infra/paper-drawing/pen.js'
import type { WorkingPaper } from '../../infra/paper/working-paper.js'
import { formatDays } from '../../shared/dates.js'
import { creditText } from '../credit-entries/credit.rules.js'
import { printedNumber } from '../learning-accounts/account-number.rules.js'
import type { TranscriptRow, TranscriptSums } from '../transcripts/transcript.rules.js'

/** What is printed; papers are Chinese first. */
export interface TranscriptPaper {
  name: string
  idMasked: string
  accountNumber: string
  from: string
  to: string
  rows: readonly TranscriptRow[]
  sums: TranscriptSums
  pages: readonly { rows: number; digest: string }[]
  token: string
  publicUrl: string
  printedAt: Date
  issuer: string
}

export const put = (pen: Pen, text: string, area: Box, style: Omit<TextStyle, 'field'>, field = text) =>
  drawLines(pen, setInBox(text, area, { field, ...style }))
export function drawHead(paper: WorkingPaper, print: TranscriptPaper): void {
  paper.tagged('H1', (pen) =>
    put(pen, '个人学习账号证明', box(15, 30, 180, 10), {
      face: 'SerifB',
      size: 24,
      tracking: 3.5,
      colour: palette.lake,
      align: 'center',
    }),
  )
  paper.tagged('P', (pen) =>
    put(pen, 'TRANSCRIPT OF THE PERSONAL LEARNING ACCOUNT', box(15, 42, 180, 4), {
      face: 'SansR',
      size: 7.5,
      tracking: 1.1,
      colour: palette.soft,
      align: 'center',
    }),
  )
  const fact = (label: string, value: string, x: number, y: number, face: 'SerifS' | 'SansM' | 'SansR', size: number) =>
    paper.tagged('P', (pen) => {
      put(pen, label, box(x, y, 23, 8), { face: 'SansM', size: 9.5, colour: palette.lake })
      put(pen, value, box(x + 24, y, 61, 8), { face, size, min: 9, lines: 2, colour: palette.ink }, label)
    })
  fact('姓名', print.name, 15, 52, 'SerifS', 14)
  fact('证件号码', print.idMasked, 110, 52, 'SansM', 10.5)
  fact('账号', printedNumber(print.accountNumber), 15, 60.5, 'SansR', 10.5)
  fact('统计期间', formatDays(print.from, print.to, 'zh-CN'), 110, 60.5, 'SansR', 10.5)
  drawSums(paper, print.sums)
}

function drawSums(paper: WorkingPaper, { results, hours, earned, reversed, balance }: TranscriptSums): void {
  paper.pen.fill(rectangle(box(15, 72, 180, 15)), palette.zone)
  const cells = [
    [`${results} 项`, '有效学习成果'],
    [hours.toLocaleString('en-US'), '累计学时'],
    [creditText(earned), '取得学分'],
    [creditText(reversed), '冲回学分'],
    [creditText(balance), '现有学分'],
  ] as const
  cells.forEach(([value, label], i) => {
    const x = 15 + i * 36
    if (i > 0) paper.pen.stroke(lineTo(x, 75, x, 84.5), palette.t3, 0.2)
    paper.tagged('P', (pen) => {
      put(pen, value, box(x, 73.4, 36, 8), { face: 'SansM', size: 14, colour: palette.deep, align: 'center' }, label)
      put(pen, label, box(x, 81, 36, 4), { face: 'SansR', size: 7.5, colour: palette.soft, align: 'center' })
    })
  })
}
