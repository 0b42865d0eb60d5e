import { tierNames } from '../../competitions/calendar/tier-names.data.js'
import type { Tier } from '../../competitions/competitions/competition.model.js'
import type { CompetitionCount } from '../../competitions/calendar/target.rules.js'
import { box } from '../../infra/paper-text/measures.js'
import { drawFurniture, sealArea, signatureLines } from '../../infra/paper/page-furniture.js'
import { a4Landscape } from '../../infra/paper/paper-document.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { drawLines, setInBox } from '../../infra/paper-drawing/pen.js'
import { drawSheetHead } from '../../infra/paper/sheet-head.js'
import { drawTable, type Column } from '../../infra/paper/table.js'
import { WorkingPaper } from '../../infra/paper/working-paper.js'
import { dayOf, formatDay, formatInstant } from '../../shared/dates.js'
import { regionName } from '../../shared/regions.js'
import { sumOf, type CompetitionReport, type Counts, type Group } from './competition-report.rules.js'

export interface ReportPrint {
  report: CompetitionReport
  target: CompetitionCount | undefined
  printedAt: Date
  printedBy: string
}

const column = (head: string, width: number, align: Column['align'], more: Partial<Column> = {}): Column => ({
  head,
  width,
  align,
  size: 9,
  ...more,
})
const figures: readonly Column[] = [
  column('赛项', 16, 'right'),
  column('参赛人次', 20, 'right'),
  column('参赛人数', 20, 'right'),
  column('有名次', 18, 'right'),
  column('获奖', 16, 'right'),
  column('晋级建议', 20, 'right'),
]
const columns: readonly Column[] = [
  column('编号', 24, 'left'),
  column('竞赛', 68, 'left', { face: 'SansM' }),
  column('级别', 26, 'left'),
  column('举办地', 18, 'left'),
  column('状态', 21, 'center'),
  ...figures,
]
const stateNames: Partial<Record<string, string>> = {
  published: '已发布',
  'entries-open': '报名中',
  'entries-closed': '报名截止',
  contest: '比赛中',
  locked: '已锁定',
  noticed: '公示中',
  final: '已结束',
  cancelled: '已取消',
}
const place = { x: 15, y: 45, nextY: 45, headHeight: 8, rowHeight: 9.2, bottom: 186 } as const
const gap = 7
const sumsHeight = 8
/** signatures and seal, below the last table */
const closing = 56
const nameOf = (label: string, { name }: Group): string =>
  label === '级别' ? tierNames[name as Tier] : label === '举办地' ? regionName(name, 'zh-CN') : name
const tellSums = (paper: WorkingPaper, y: number, text: string): void =>
  paper.tagged('P', (pen) =>
    drawLines(
      pen,
      setInBox(text, box(15, y + 1.5, 200, 6), {
        field: 'sums',
        face: 'SansM',
        size: 8.5,
        min: 7,
        colour: palette.ink,
      }),
    ),
  )
const counts = ({ events, entries, people, ranked, prizes, promotions }: Counts): string[] =>
  [events, entries, people, ranked, prizes, promotions].map(String)

/** 职业技能竞赛年度报表: each competition of the year, the sums, the target, and room for the seal. */
export function renderCompetitionReport({ report, target, printedAt, printedBy }: ReportPrint): Buffer {
  const { year, contests, total, held, coming, ended } = report
  const title = `${year} 年职业技能竞赛报表`
  const paper = new WorkingPaper({ meta: { title, day: dayOf(printedAt) }, size: a4Landscape })
  const head = (again: boolean) =>
    drawSheetHead(paper, title, again, [
      ['新区级目标', target ? `${target.target} 场` : '没有目标'],
      ['已举办', target ? `${target.held} 场` : '—'],
      ['已发布', target ? `${target.planned} 场` : '—'],
      ['合计', `${total.competitions} 场 = 已举办 ${held} + 未举办 ${coming} + 已取消 ${ended}`],
      ['参赛', `${total.entries} 人次，${total.people} 人`],
      ['统计时间', formatInstant(printedAt)],
    ])
  head(false)
  let y = drawTable(paper, {
    ...place,
    columns,
    onNewPage: () => head(true),
    rows: contests.map((one) => [
      one.number,
      one.title,
      tierNames[one.tier],
      regionName(one.region, 'zh-CN'),
      stateNames[one.state] ?? '',
      ...counts(one.counts),
    ]),
    totals: ['', '合计', '', '', '', ...counts(total)],
  })
  const parts = [
    ['级别', report.byTier],
    ['举办地', report.byRegion],
    ['职业（工种）', report.byOccupation],
  ] as const
  for (const [label, groups] of parts) {
    const below = sumsHeight + (groups === report.byOccupation ? closing : 0)
    const rows = place.headHeight + (Math.min(groups.length, 3) + 1) * place.rowHeight
    y += gap
    if (y + rows + below > place.bottom) {
      paper.newPage()
      head(true)
      y = place.nextY
    }
    y = drawTable(paper, {
      ...place,
      y,
      closing: below,
      columns: [column(label, 70, 'left', { face: 'SansM' }), column('场次', 16, 'right'), ...figures],
      onNewPage: () => head(true),
      rows: groups.map((group) => [nameOf(label, group), String(group.counts.competitions), ...counts(group.counts)]),
      totals: ['合计', String(total.competitions), ...counts(total)],
    })
    const { sum, overlap } = sumOf(groups, 'people', total)
    tellSums(
      paper,
      y,
      `参赛人次各行相加等于合计 ${total.entries}；参赛人数各行相加 ${sum} − 重复 ${overlap} = ${total.people}`,
    )
    y += sumsHeight
  }
  signatureLines(paper.pen, {
    labels: ['制表人', '审核人', '单位负责人'],
    x: 15,
    y: 170,
    pitch: 62,
    from: 22,
    to: 56,
    dated: false,
  })
  paper.tagged('P', (pen) =>
    sealArea(pen, 222, 126, { issuer: '雄安新区公共服务局（样例）', date: formatDay(dayOf(printedAt), 'zh-CN') }),
  )
  return paper.finish((pen, page, pages) =>
    drawFurniture(
      pen,
      {
        size: a4Landscape,
        title,
        footer: [`打印 ${formatInstant(printedAt)}`, `打印人 ${printedBy}`, '口径：按比赛开始年份，已发布的竞赛'],
      },
      page,
      pages,
    ),
  )
}
