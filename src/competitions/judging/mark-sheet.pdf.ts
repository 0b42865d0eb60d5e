import { box, type Box } from '../../infra/paper-text/measures.js'
import { drawRule } from '../../infra/paper-ornaments/motif.js'
import { drawFurniture } from '../../infra/paper/page-furniture.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { a4 } from '../../infra/paper/paper-document.js'
import { rounded } from '../../infra/paper-drawing/path.js'
import { drawLines, setInBox, type TextStyle } from '../../infra/paper-drawing/pen.js'
import { drawTable } from '../../infra/paper/table.js'
import { WorkingPaper } from '../../infra/paper/working-paper.js'
import { dayOf, formatInstant } from '../../shared/dates.js'
import type { JudgedEvent, MarkedAspect } from '../marking/marking.queries.js'
import { columns, frame, full, rowOf } from './mark-sheet-rows.pdf.js'

export interface MarkSheetPrint {
  event: Pick<JudgedEvent, 'number' | 'title' | 'competitionTitle' | 'teamSize' | 'modules' | 'aspects'>
  codes: readonly string[]
  printedAt: Date
}
interface Sheet {
  event: MarkSheetPrint['event']
  code: string
  module: { code: string; title: string }
  aspects: readonly MarkedAspect[]
}

const teams = ['', '个人赛', '双人赛', '三人赛']
/** 竞赛评分表 (papers.md 8.9): one sheet a contestant and module, with nothing but the secret code to know it by. */
export function renderMarkSheets({ event, codes, printedAt }: MarkSheetPrint): Buffer {
  const paper = new WorkingPaper({ meta: { title: `竞赛评分表 ${event.title}`, day: dayOf(printedAt) }, size: a4 })
  const modules = event.modules.filter(({ code }) => event.aspects.some(({ module }) => module === code))
  const sheets = codes.flatMap((code) =>
    modules.map((module): Sheet => ({
      event,
      code,
      module,
      aspects: event.aspects.filter((aspect) => aspect.module === module.code || aspect.code === 'TIME'),
    })),
  )
  sheets.forEach((sheet, i) => {
    if (i > 0) paper.newPage()
    drawSheet(paper, sheet)
  })
  return paper.finish((pen, page, pages) =>
    drawFurniture(
      pen,
      { size: a4, title: event.competitionTitle, footer: [`表号 ${event.number}`, `打印 ${formatInstant(printedAt)}`] },
      page,
      pages,
    ),
  )
}

const put = (paper: WorkingPaper, text: string, area: Box, style: TextStyle, tag = 'P'): void =>
  paper.tagged(tag, (pen) => drawLines(pen, setInBox(text, area, style)))

function drawSheet(paper: WorkingPaper, sheet: Sheet): void {
  drawHead(paper, sheet)
  drawTable(paper, {
    columns,
    x: 15,
    y: 60,
    nextY: 60,
    headHeight: 9,
    rowHeight: 11.4,
    bottom: 218.5,
    onNewPage: () => drawHead(paper, sheet),
    rows: sheet.aspects.map(rowOf),
    totals: [
      '',
      '合计',
      '',
      full(sheet.aspects.reduce((sum, { max }) => sum + max, 0)),
      '',
      '',
      '',
      frame(17.8, palette.lake, 0.35),
    ],
  })
  put(
    paper,
    'J：0 未达行业水平，1 达到，2 超过，3 优秀；三名裁判同时亮牌，最高最低相差大于 1 须讨论重评。得分 = 平均值 ÷ 3 × 满分。',
    box(15, 218.8, 180, 9),
    { field: 'rule', face: 'SansR', size: 8, lines: 2, min: 8, colour: palette.soft },
  )
  drawSignatures(paper)
  put(
    paper,
    '更改须划线、写新分、写原因，两人签名；不得涂改。评分表不出现选手姓名、单位、参赛号。',
    box(15, 257.8, 180, 5),
    { field: 'change rule', face: 'SansM', size: 8, min: 7, colour: palette.red },
  )
}

function drawHead(paper: WorkingPaper, { event, code, module, aspects }: Sheet): void {
  put(
    paper,
    '竞赛评分表',
    box(15, 20.5, 120, 10),
    { field: 'title', face: 'SerifB', size: 22, tracking: 1.6, colour: palette.lake },
    'H1',
  )
  put(paper, 'COMPETITION MARK SHEET', box(15, 31, 120, 4), {
    field: 'title',
    face: 'SansR',
    size: 7.2,
    tracking: 1.1,
    colour: palette.soft,
  })
  const types = new Set(aspects.map(({ type }) => type))
  const method = [types.has('judgement') ? '评价（J 0–3）' : '', types.has('measurement') ? '测量（M）' : '']
    .filter(Boolean)
    .join('与')
  const sum = full(aspects.reduce((total, { max }) => total + max, 0))
  const facts = [
    ['赛项', `${event.title}（${teams[event.teamSize] ?? ''}）`],
    ['模块', `${module.code} ${module.title}　满分 ${sum}`],
    ['评分方式', method],
    ['裁判组', '三人'],
  ] as const
  facts.forEach(([label, value], i) => {
    const [x, y] = [i % 2 === 0 ? 15 : 79, i < 2 ? 38 : 46]
    put(paper, label, box(x, y, 19, 7), { field: label, face: 'SansM', size: 9, colour: palette.lake })
    put(paper, value, box(x + 20, y, 42, 7), {
      field: label,
      face: 'SansR',
      size: 9.5,
      min: 7.5,
      lines: 2,
      colour: palette.ink,
    })
  })
  const area = box(147, 36.5, 48, 18)
  paper.pen.fill(rounded(area, 1), palette.zone)
  paper.pen.stroke(rounded(area, 1), palette.lake, 0.35)
  put(paper, '加密号', box(150, 37.5, 20, 5), { field: 'label', face: 'SansM', size: 8, colour: palette.lake })
  put(paper, code, box(147, 42.5, 48, 10), {
    field: 'blind number',
    face: 'SansM',
    size: 20,
    align: 'center',
    tracking: 0.5,
    colour: palette.ink,
  })
}

function drawSignatures(paper: WorkingPaper): void {
  ;['裁判 1 签名', '裁判 2 签名', '裁判 3 签名', '裁判长签名'].forEach((label, i) => {
    const x = 15 + i * 45.5
    put(paper, label, box(x, 230.8, 30, 5), { field: 'signature', face: 'SansM', size: 9, colour: palette.lake })
    drawRule(paper.pen, x, x + 40, 247, palette.ink, 0.2)
    drawLines(
      paper.pen,
      setInBox('时间　　:', box(x, 248, 30, 5), { field: 'signature', face: 'SansR', size: 7.5, colour: palette.soft }),
    )
  })
}
