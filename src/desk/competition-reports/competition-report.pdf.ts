import { tierNames } from '../../competitions/calendar/tier-names.data.js'
import type { CompetitionCount } from '../../competitions/calendar/target.rules.js'
import { box } from '../../infra/paper/measures.js'
import { drawFurniture } from '../../infra/paper/page-furniture.js'
import { palette } from '../../infra/paper/palette.js'
import { a4Landscape } from '../../infra/paper/paper-document.js'
import { drawLines, setInBox } from '../../infra/paper/pen.js'
import { drawSheetHead } from '../../infra/paper/sheet-head.js'
import { drawTable, type Column } from '../../infra/paper/table.js'
import { WorkingPaper } from '../../infra/paper/working-paper.js'
import { dayOf, formatInstant } from '../../shared/dates.js'
import { regionName } from '../../shared/regions.js'
import type { CompetitionReport, Counts } from './competition-report.queries.js'

export interface ReportPrint {
  report: CompetitionReport
  target: CompetitionCount
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
const counts = ({ events, entries, people, ranked, prizes, promotions }: Counts): string[] =>
  [events, entries, people, ranked, prizes, promotions].map(String)

/** 职业技能竞赛年度报表: each competition of the year, the sums, the target, and room for the seal. */
export function renderCompetitionReport({ report, target, printedAt, printedBy }: ReportPrint): Buffer {
  const { year, rows, total, held, coming, ended } = report
  const title = `${year} 年职业技能竞赛报表`
  const paper = new WorkingPaper({ meta: { title, day: dayOf(printedAt) }, size: a4Landscape })
  const head = (again: boolean) =>
    drawSheetHead(paper, title, again, [
      ['新区级目标', `${target.target} 场`],
      ['已举办', `${target.held} 场`],
      ['已发布', `${target.planned} 场`],
      ['合计', `${total.competitions} 场 = 已举办 ${held} + 未举办 ${coming} + 已取消 ${ended}`],
      ['参赛', `${total.entries} 人次，${total.people} 人`],
      ['统计时间', formatInstant(printedAt)],
    ])
  head(false)
  const end = drawTable(paper, {
    columns,
    x: 15,
    y: 45,
    nextY: 45,
    headHeight: 8,
    rowHeight: 9.2,
    bottom: 160,
    onNewPage: () => head(true),
    rows: rows.map((row) => [
      row.number,
      row.title,
      tierNames[row.tier],
      regionName(row.region, 'zh-CN'),
      stateNames[row.state] ?? '',
      ...counts(row),
    ]),
    totals: ['', '合计', '', '', '', ...counts(total)],
  })
  const y = Math.max(end + 6, 166)
  ;['制表人', '审核人', '单位（盖章）'].forEach((label, i) =>
    paper.tagged('P', (pen) =>
      drawLines(
        pen,
        setInBox(`${label}：`, box(15 + i * 90, y, 60, 6), {
          field: 'signature',
          face: 'SansM',
          size: 9.5,
          colour: palette.lake,
        }),
      ),
    ),
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
