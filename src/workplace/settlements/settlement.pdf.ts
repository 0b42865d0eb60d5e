import { box } from '../../infra/paper-text/measures.js'
import { drawFurniture, signatureLines } from '../../infra/paper/page-furniture.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { a4Landscape } from '../../infra/paper/paper-document.js'
import { drawLines, setInBox } from '../../infra/paper-drawing/pen.js'
import { drawSheetHead, type SheetFacts } from '../../infra/paper/sheet-head.js'
import { drawTable, type Column } from '../../infra/paper/table.js'
import { WorkingPaper } from '../../infra/paper/working-paper.js'
import { dayOf, formatDays, formatInstant } from '../../shared/dates.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { yuan, yuanShort } from '../../shared/money.js'
import type { SheetLine } from '../settlement-lines/settlement-facts.queries.js'
import type { Sheet } from './settlement.service.js'
import { settlementWords } from './settlement.words.js'

export interface SettlementPrint {
  sheet: Sheet
  printedAt: Date
  printedBy: string
}

const column = (
  head: string,
  width: number,
  align: 'left' | 'center' | 'right',
  size = 8.5,
  more: Partial<Column> = {},
): Column => ({ head, width, align, size, ...more })
const columns = [
  column('序号', 10, 'center'),
  column('姓名', 26, 'left', 9.5, { face: 'SansM' }),
  column('证件号码', 37, 'left', 9),
  column('培养时间', 44, 'left'),
  column('休学天数', 16, 'center'),
  column('结论', 38, 'left'),
  column('年标准（元）× 补贴天数 ÷ 全年天数', 66, 'left'),
  column('补贴金额（元）', 30, 'right', 9.5),
]
const states: Record<string, string> = {
  preview: '试算，未提交',
  submitted: '已提交，待县审核',
  'county-passed': '县审核通过，待新区核定',
  approved: '新区已核定',
  returned: '已退回，试算',
}

/** 学徒制补贴结算表, in the hand of papers.md 8.8: one line for each apprentice, the sum of the lines, three signatures. */
export function renderSettlement({ sheet, printedAt, printedBy }: SettlementPrint): Buffer {
  const { one, lines, sums, record } = sheet
  const title = '学徒制补贴结算表'
  const paper = new WorkingPaper({ meta: { title: `${title} ${one.title}`, day: dayOf(printedAt) }, size: a4Landscape })
  const head = (continued: boolean) => drawSheetHead(paper, title, continued, factsOf(sheet))
  head(false)
  const end = drawTable(paper, {
    columns,
    x: 15,
    y: 45,
    nextY: 45,
    headHeight: 8,
    rowHeight: 9.4,
    bottom: 178,
    closing: 34,
    onNewPage: () => head(true),
    rows: lines.map(rowOf),
    totals: [
      '合计',
      `${lines.length} 人`,
      '',
      '',
      '',
      `补贴 ${sums.entitled} 人，不补贴 ${sums.refused} 人${sums.waits > 0 ? `，待定 ${sums.waits} 人` : ''}`,
      `${sums.days} 天`,
      yuan(sums.fen),
    ],
  })
  drawFoot(paper, sheet, end + 3)
  const footer = [
    `打印 ${formatInstant(printedAt)}`,
    `打印人 ${printedBy}`,
    `状态 ${states[record?.state ?? 'preview']}`,
  ]
  return paper.finish((pen, page, pages) =>
    drawFurniture(pen, { size: a4Landscape, title: `学徒班 ${one.number}`, footer }, page, pages),
  )
}

const factsOf = ({ one, sums }: Sheet): SheetFacts => [
  ['企业', one.enterpriseName],
  ['合作机构', one.institutionName],
  ['职业等级', `${one.occupationName} ${levelPrinted(one.level as Level)}`],
  ['培养期', formatDays(one.startsOn, one.endsOn, 'zh-CN')],
  ['人数', `计划 ${one.planned} 人，享受补贴 ${sums.entitled} 人`],
  ['金额', `${yuan(sums.fen)} 元`],
]

/** The working stands in the row: a clerk can follow it with a calculator. */
function rowOf(each: SheetLine, i: number): string[] {
  const { line } = each
  const working = line.parts.map((part) => `${yuanShort(part.rateFen)} × ${part.days} ÷ ${part.ofDays}`).join(' + ')
  const barred = line.barred.map(({ month, days, by }) => `${month} 扣 ${days} 天：${by.number}`).join('；')
  const result =
    'reason' in line
      ? settlementWords[`reason-${line.reason}`][0]
      : settlementWords[`rate-${line.parts.at(-1)!.rateKind}`][0]
  return [
    String(i + 1),
    each.personName,
    each.idMasked,
    `${each.from} 至 ${each.to}`,
    String(each.breakDays),
    barred ? `${result}；${barred}` : result,
    working,
    yuan(line.fen),
  ]
}

function drawFoot(paper: WorkingPaper, { lines, roundingClause }: Sheet, y: number): void {
  const clauses = [...new Set(lines.flatMap(({ line }) => line.parts.map(({ clause }) => clause)))]
  const text = `依据：${[...clauses, roundingClause].join('；')}。休学和已享受其他补贴的月份不计天数。`
  paper.tagged('P', (pen) =>
    drawLines(
      pen,
      setInBox(text, box(15, y, 267, 9), {
        field: 'clauses',
        face: 'SansR',
        size: 8,
        min: 6.5,
        lines: 3,
        colour: palette.ink,
      }),
    ),
  )
  signatureLines(paper.pen, {
    labels: ['企业负责人签名', '县（片区）审核签名', '新区核定签名'],
    x: 15,
    y: y + 14,
    pitch: 89,
    from: 32,
    to: 80,
    size: 9.5,
  })
}
