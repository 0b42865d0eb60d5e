import { box } from '../../infra/paper-text/measures.js'
import { drawFurniture } from '../../infra/paper/page-furniture.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { a4Landscape } from '../../infra/paper/paper-document.js'
import { drawLines, setInBox } from '../../infra/paper-drawing/pen.js'
import { drawSheetHead } from '../../infra/paper/sheet-head.js'
import { drawTable, type Column } from '../../infra/paper/table.js'
import { WorkingPaper } from '../../infra/paper/working-paper.js'
import { dayOf, formatDays, formatInstant } from '../../shared/dates.js'
import { parseFraction, printed } from '../../shared/fraction.js'
import type { CompetitionRecord } from '../competitions/competition.model.js'
import type { EventRecord } from '../events/event.model.js'
import type { ResultRecord } from './result.model.js'

export interface ResultPrint {
  competition: CompetitionRecord
  event: EventRecord
  rows: readonly ResultRecord[]
  printedAt: Date
  printedBy: string
}

const column = (head: string, width: number, align: Column['align'], more: Partial<Column> = {}): Column => ({
  head,
  width,
  align,
  size: 9.5,
  ...more,
})
const columns: readonly Column[] = [
  column('名次', 22, 'center', { face: 'SansM' }),
  column('参赛号', 24, 'center'),
  column('选手', 62, 'left', { face: 'SansM' }),
  column('单位', 74, 'left'),
  column('理论', 20, 'right'),
  column('实操', 20, 'right'),
  column('总分', 22, 'right', { face: 'SansM' }),
  column('备注', 23, 'left'),
]
const standingNames = { present: '', absent: '弃权', disqualified: '取消资格', void: '成绩无效' } as const
const tieNames = { total: '', practice: '比实操', theory: '比理论', time: '比用时' } as const
const stateNames: Partial<Record<EventRecord['state'], string>> = {
  ranked: '未公示，内部使用',
  noticed: '公示',
  final: '正式成绩',
}
const mark = (text: string | null | undefined): string => (text ? printed(parseFraction(text)) : '—')

const rowOf = ({
  rank,
  sharedWith,
  number,
  name,
  organisationName,
  theory,
  practice,
  total,
  standing,
  by,
}: ResultRecord): string[] => [
  typeof rank === 'number' ? String(rank) : '—',
  number,
  name,
  organisationName ?? '个人',
  mark(theory),
  mark(practice),
  mark(total),
  [standingNames[standing], sharedWith > 0 ? '并列' : '', by ? tieNames[by] : ''].filter(Boolean).join(' '),
]

/** 竞赛成绩表: the ranked list of one event, with room for the signatures and the seal. */
export function renderResults({ competition, event, rows, printedAt, printedBy }: ResultPrint): Buffer {
  const paper = new WorkingPaper({
    meta: { title: `竞赛成绩表 ${event.title}`, day: dayOf(printedAt) },
    size: a4Landscape,
  })
  const head = (again: boolean) =>
    drawSheetHead(paper, '竞赛成绩表', again, [
      ['竞赛', competition.title],
      ['赛项', event.title],
      ['承办单位', competition.hostOrganisationName],
      ['比赛时间', formatDays(competition.contestFrom, competition.contestTo, 'zh-CN')],
      ['成绩构成', `理论 ${event.theoryWeight}% + 实操 ${event.practiceWeight}%，合成前不取整`],
      ['状态', stateNames[event.state] ?? ''],
    ])
  head(false)
  const end = drawTable(paper, {
    columns,
    x: 15,
    y: 45,
    nextY: 45,
    headHeight: 8,
    rowHeight: 8.6,
    bottom: 160,
    onNewPage: () => head(true),
    rows: rows.map(rowOf),
  })
  const y = Math.max(end + 6, 166)
  ;['裁判长签名', '统分签名', '主办单位（盖章）'].forEach((label, i) =>
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
        title: competition.title,
        footer: [`${competition.number}-${event.number}`, `打印 ${formatInstant(printedAt)}`, `打印人 ${printedBy}`],
      },
      page,
      pages,
    ),
  )
}
