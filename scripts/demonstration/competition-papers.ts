import { drawFurniture } from '../../src/infra/paper/page-furniture.js'
import { a4Landscape } from '../../src/infra/paper/paper-document.js'
import { drawSheetHead } from '../../src/infra/paper/sheet-head.js'
import { drawTable } from '../../src/infra/paper/table.js'
import { WorkingPaper } from '../../src/infra/paper/working-paper.js'
import { formatDays, type Day } from '../../src/shared/dates.js'

export interface NoticeFacts {
  title: string
  sponsor: string
  host: string
  place: string
  entriesFrom: Day
  entriesTo: Day
  contestFrom: Day
  contestTo: Day
}
const columns = (
  [
    ['序号', 14],
    ['赛项', 60],
    ['职业（工种）', 60],
    ['参赛方式', 40],
    ['内容', 90],
  ] as const
).map(([head, width]) => ({ head, width, size: 9.5, align: 'left' as const }))

/** A notice or a technical document of the demonstration: its facts and the events. */
export function noticePaper(
  kind: '竞赛通知' | '技术文件',
  facts: NoticeFacts,
  events: readonly (readonly string[])[],
): Buffer {
  const paper = new WorkingPaper({
    meta: { title: `${facts.title} ${kind}`, day: facts.entriesFrom },
    size: a4Landscape,
  })
  drawSheetHead(paper, kind, false, [
    ['竞赛', facts.title],
    ['主办单位', facts.sponsor],
    ['承办单位', facts.host],
    ['比赛地点', facts.place],
    ['报名', formatDays(facts.entriesFrom, facts.entriesTo, 'zh-CN')],
    ['比赛', formatDays(facts.contestFrom, facts.contestTo, 'zh-CN')],
  ])
  drawTable(paper, {
    columns,
    x: 15,
    y: 45,
    nextY: 45,
    headHeight: 8,
    rowHeight: 9.4,
    bottom: 168,
    rows: events.map((row, i) => [String(i + 1), ...row]),
  })
  return paper.finish((pen, page, pages) =>
    drawFurniture(pen, { size: a4Landscape, title: facts.title, footer: ['样例文件'] }, page, pages),
  )
}
