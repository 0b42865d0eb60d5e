import { drawFurniture } from '../../infra/paper/page-furniture.js'
import { a4Landscape } from '../../infra/paper/paper-document.js'
import { drawSheetHead, type SheetFacts } from '../../infra/paper/sheet-head.js'
import { drawTable } from '../../infra/paper/table.js'
import { WorkingPaper } from '../../infra/paper/working-paper.js'
import { dayOf, formatDays, formatInstant } from '../../shared/dates.js'
import type { ApprenticeRoster } from './apprentice-roster.queries.js'
import { column, drawRosterFoot, signature } from './roster-parts.pdf.js'
import { pagesOf, rowsOnPage } from './roster.rules.js'

const title = '学徒花名册'
const columns = [
  column('序号', 10, 'center'),
  column('姓名', 30, 'left', 9.5, { face: 'SansM' }),
  column('性别', 10, 'center'),
  column('证件号码', 36, 'left', 9),
  column('岗位', 28, 'left'),
  column('劳动合同', 33, 'left'),
  column('培养期', 33, 'left'),
  column('企业导师', 22, 'left'),
  column('机构教师', 22, 'left'),
  column('状态', 15, 'center'),
  signature('本人签名', 28),
]

/** 学徒花名册, in the hand of papers.md 8.8: twelve to a page, room to sign. */
export function renderApprenticeRoster(
  roster: ApprenticeRoster,
  { printedAt, printedBy }: { printedAt: Date; printedBy: string },
): Buffer {
  const paper = new WorkingPaper({
    meta: { title: `${title} ${roster.title}`, day: dayOf(printedAt) },
    size: a4Landscape,
  })
  const facts: SheetFacts = [
    ['企业', roster.enterpriseName],
    ['培训机构', roster.institutionName],
    ['学徒班', roster.title],
    ['职业等级', roster.skill],
    ['培养期', formatDays(roster.startsOn, roster.endsOn, 'zh-CN')],
    ['人数', `${roster.apprentices.length} 人，计划 ${roster.planned} 人`],
  ]
  pagesOf(roster.apprentices).forEach((people, page) => {
    if (page > 0) paper.newPage()
    drawSheetHead(paper, title, page > 0, facts)
    drawTable(paper, {
      columns,
      x: 15,
      y: 45,
      nextY: 45,
      headHeight: 8,
      rowHeight: 9.4,
      bottom: 168,
      rows: people.map((one, i) => [
        String(page * rowsOnPage + i + 1),
        one.name,
        one.sex,
        one.idMasked,
        one.post,
        one.contract,
        one.term,
        one.mentor,
        one.teacher,
        one.state,
        '',
      ]),
    })
    drawRosterFoot(
      paper,
      `本页 ${people.length} 人。证件号码只印掩码；本人签名即确认已与企业签订劳动合同和培养协议。`,
      ['企业经办人签名', '企业负责人签名', '培训机构签名'],
    )
  })
  const footer = [
    `打印 ${formatInstant(printedAt)}`,
    `打印人 ${printedBy}`,
    roster.filedOn ? `计划 ${roster.filedOn} 备案` : '计划尚未备案',
  ]
  return paper.finish((pen, page, pages) =>
    drawFurniture(pen, { size: a4Landscape, title: `学徒班 ${roster.number}`, footer }, page, pages),
  )
}
