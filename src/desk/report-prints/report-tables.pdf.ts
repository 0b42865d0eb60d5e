import { share } from '../../counting/targets/target.rules.js'
import { figure } from '../../shared/figures.js'
import type { Box } from '../../infra/paper-text/measures.js'
import { sealArea, signatureLines } from '../../infra/paper/page-furniture.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { lineTo, rectangle } from '../../infra/paper-drawing/path.js'
import type { Pen } from '../../infra/paper-drawing/pen.js'
import type { Cell } from '../../infra/paper/table-cell.js'
import { drawTable } from '../../infra/paper/table.js'
import type { WorkingPaper } from '../../infra/paper/working-paper.js'
import { dayOf, formatDay } from '../../shared/dates.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { put } from './report-text.pdf.js'
import type { ReportPrint } from './report.pdf.js'
import type { County } from '../reports/report.queries.js'
import { clauseOf } from '../reports/report-figures.view.js'

export function drawCounties(
  paper: WorkingPaper,
  { report, target, countyTargets }: ReportPrint,
  days: string,
): number {
  tableTitle(paper, `表 1　按县（片区）　${days}`, 22, '单位：人次、人、期')
  const { counties, counted, candidates } = report
  const aimOf = (county: County): number | undefined => (target ? countyTargets.get(county.key) : undefined)
  const rowOf = (
    name: string,
    serial: string,
    aim: number | undefined,
    row: { runs: number; candidates: number; personTimes: number; people: number },
  ): (string | Cell)[] => [
    serial,
    name,
    aim === undefined ? '' : figure(aim),
    figure(row.runs),
    figure(row.candidates),
    figure(row.personTimes),
    figure(row.people),
    row.people === 0 ? '' : (row.personTimes / row.people).toFixed(2),
    aim ? `${share(row.personTimes, aim).toFixed(1)}%` : '',
    aim ? { text: '', paint: (pen, cell) => drawProgress(pen, cell, row.personTimes / aim) } : '',
  ]
  const runs = counties.reduce((sum, county) => sum + county.runs, 0)
  const heads = [
    '序号',
    '县（片区）',
    '年度目标（人次）',
    '开班（期）',
    '备案人次',
    '结业人次',
    '人数（人）',
    '人均（人次/人）',
    '完成率',
    '进度（红线为 100%）',
  ]
  const widths = [11, 31, 30, 22, 26, 30, 30, 27, 24, 36]
  const columns = heads.map((head, i) => ({
    head,
    width: widths[i]!,
    align: i === 0 ? ('center' as const) : i === 1 || i === 9 ? ('left' as const) : ('right' as const),
    size: i === 0 || i === 9 ? 8.5 : i === 5 || i === 6 ? 10 : 9.5,
    ...((i === 5 || i === 6) && { face: 'SansM' as const }),
  }))
  return drawTable(paper, {
    columns,
    x: 15,
    y: 30,
    nextY: 30,
    headHeight: 9,
    rowHeight: 7.5,
    bottom: 188,
    rows: counties.map((county, i) => rowOf(regionName(county.key, 'zh-CN'), String(i + 1), aimOf(county), county)),
    totals: rowOf('合计', '', target?.amount, { runs, candidates: candidates.personTimes, ...counted }),
  })
}

/** 120 % is the whole width; the red stroke is the target. */
function drawProgress(pen: Pen, { x, y, w, h }: Box, done: number): void {
  const bar = { x, y: y + h / 2 - 1.2, w, h: 2.4 }
  pen.fill(rectangle({ ...bar, w: w * (Math.min(1.2, done) / 1.2) }), done >= 1 ? palette.lake : palette.t4)
  pen.stroke(rectangle(bar), palette.line, 0.15)
  pen.stroke(lineTo(x + w / 1.2, bar.y - 0.8, x + w / 1.2, bar.y + bar.h + 0.8), palette.red, 0.35)
}

/** The sums stand beside the seal area, which begins at 130 mm. */
const closing = 62

/** Table 2 and the end of the report: what was not counted and why, the sums in words, signatures and seal. */
export function drawReasons(paper: WorkingPaper, t: Translate, print: ReportPrint, y: number): void {
  const { report, book } = print
  const top = y > 108 ? newPage(paper) : y
  tableTitle(paper, '表 2　不计入和待定的候选', top, '每个候选只归一个原因')
  const line =
    (kind: string) =>
    ({ key, personTimes, people }: { key: string; personTimes: number; people: number }, i: number) => [
      String(i + 1),
      kind,
      t(`personTimes.reason-${key}`),
      clauseOf(book, key, report.period.to),
      figure(personTimes),
      figure(people),
    ]
  const rows = [...report.reasons.map(line('不计入')), ...report.waits.map(line('待定'))].map((row, i) => [
    String(i + 1),
    ...row.slice(1),
  ])
  const end = drawTable(paper, {
    x: 15,
    y: top + 7,
    nextY: 30,
    headHeight: 8,
    rowHeight: 6.2,
    bottom: 190,
    closing,
    rows: rows.length > 0 ? rows : [['', '', '没有不计入和待定的候选', '', '0', '0']],
    columns: [
      { head: '序号', width: 11, align: 'center' },
      { head: '结论', width: 22, align: 'left' },
      { head: '原因', width: 62, align: 'left', size: 9.5 },
      { head: '依据条款', width: 116, align: 'left' },
      { head: '人次', width: 28, align: 'right', size: 9.5, face: 'SansM' },
      { head: '人', width: 28, align: 'right', size: 9.5, face: 'SansM' },
    ],
    onNewPage: () => tableTitle(paper, '表 2　不计入和待定的候选（续）', 22, '每个候选只归一个原因'),
  })
  drawSums(paper, print, end + 3)
  signatureLines(paper.pen, {
    labels: ['制表人', '审核人', '单位负责人'],
    x: 15,
    y: 158,
    pitch: 62,
    from: 22,
    to: 56,
    dated: true,
  })
  paper.tagged('P', (pen) =>
    sealArea(pen, 222, 130, { issuer: print.unit, date: formatDay(dayOf(report.queriedAt), 'zh-CN') }),
  )
}

function newPage(paper: WorkingPaper): number {
  paper.newPage()
  return 22
}

function tableTitle(paper: WorkingPaper, text: string, y: number, unit: string): void {
  paper.tagged('H2', (pen) => put(pen, text, [15, y, 200, 6], { face: 'SansB', size: 10.5, colour: palette.ink }))
  paper.tagged('P', (pen) =>
    put(pen, unit, [222, y, 60, 6], { face: 'SansR', size: 8.5, colour: palette.soft, align: 'right' }),
  )
}

/** 人次 add up; 人 do not, so the sum of the parts, the overlap and the distinct total are all said. */
function drawSums(
  paper: WorkingPaper,
  { report: { counties, counted, candidates, excluded, pending } }: ReportPrint,
  y: number,
): void {
  const parts = counties.map(({ personTimes }) => figure(personTimes)).join(' + ') || '0'
  const people = counties.reduce((sum, county) => sum + county.people, 0)
  const lines = [
    ['SansM', 8.5, palette.ink, `勾稽：结业人次 ${parts} = ${figure(counted.personTimes)} 人次，与合计一致。`],
    [
      'SansM',
      8.5,
      palette.ink,
      `候选 ${figure(candidates.personTimes)} = 计入 ${figure(counted.personTimes)} + 不计入 ${figure(excluded.personTimes)} + 待定 ${figure(pending.personTimes)}，与表 2 一致。`,
    ],
    [
      'SansR',
      8.5,
      palette.ink,
      `人数分项之和 ${figure(people)} 人，减跨县重复 ${figure(people - counted.people)} 人，等于去重人数 ${figure(counted.people)} 人；人次可相加，人数不可直接相加。`,
    ],
    [
      'SansR',
      8,
      palette.soft,
      '口径：一人完成一个已备案的培训班并结业，计 1 人次，计入结业年度；更正后重新判定，历次结论留痕。',
    ],
  ] as const
  lines.forEach(([face, size, colour, text], i) =>
    paper.tagged('P', (pen) => put(pen, text, [15, y + i * 5.2, 203, 5], { face, size, min: 7, colour })),
  )
}
