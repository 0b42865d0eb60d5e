import { grouped } from '../../infra/paper/furnishings.js'
import { box, type Box } from '../../infra/paper/measures.js'
import { drawFurniture, sealArea } from '../../infra/paper/page-furniture.js'
import { palette } from '../../infra/paper/palette.js'
import { a4 } from '../../infra/paper/paper-document.js'
import { lineTo, rectangle } from '../../infra/paper/path.js'
import { drawLines, setInBox, type Pen, type TextStyle } from '../../infra/paper/pen.js'
import { drawQr } from '../../infra/paper/qr-path.js'
import { drawTable, type Cell, type Column } from '../../infra/paper/table.js'
import { WorkingPaper } from '../../infra/paper/working-paper.js'
import { dayOf, formatDay, formatDays, formatInstant } from '../../shared/dates.js'
import { creditText } from '../credit-entries/credit.rules.js'
import { learningAccountWords } from '../learning-accounts/learning-account.words.js'
import { printedNumber } from '../learning-accounts/account-number.rules.js'
import type { TranscriptRow, TranscriptSums } from './transcript.rules.js'

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

const put = (pen: Pen, text: string, area: Box, style: Omit<TextStyle, 'field'>, field = text) =>
  drawLines(pen, setInBox(text, area, { field, ...style }))
const word = (key: string): string =>
  (learningAccountWords as Readonly<Record<string, readonly string[]>>)[key]?.[0] ?? key

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
      rowHeight: 7.6,
      bottom: 262,
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

function drawHead(paper: WorkingPaper, print: TranscriptPaper): void {
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

const column = (head: string, width: number, align: Column['align']): Column => ({ head, width, align, size: 8.5 })
const columns = [
  column('序号', 11, 'center'),
  column('完成日期', 21, 'left'),
  column('学习成果', 56, 'left'),
  column('类型', 22, 'left'),
  column('来源机构', 41, 'left'),
  column('学时', 13, 'right'),
  column('学分', 16, 'right'),
]

/** A reversal is red and says so in words: on a grey print it must still be told apart. */
function rowOf({
  no,
  on,
  title,
  kind,
  source,
  hours,
  hundredths,
  reversesNo,
  reason,
}: TranscriptRow): (string | Cell)[] {
  if (reversesNo === undefined)
    return [
      String(no),
      on,
      title,
      word(`kind-${kind}`),
      source,
      hours === undefined ? '' : String(hours),
      creditText(hundredths),
    ]
  const red = (text: string): Cell => ({ text, colour: palette.red })
  return [
    red(String(no)),
    red(on),
    red(`冲回：第 ${reversesNo} 项，${word(`reversal-${reason ?? 'removed'}`)}`),
    red('冲回'),
    red('系统'),
    '',
    red(creditText(hundredths)),
  ]
}

const totalsOf = ({ sums }: TranscriptPaper): string[] => [
  '',
  '',
  '合计',
  '',
  `有效 ${sums.results} 项`,
  sums.hours.toLocaleString('en-US'),
  creditText(sums.balance),
]

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
