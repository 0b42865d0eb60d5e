import { drawFurniture } from '../../infra/paper/page-furniture.js'
import { a4Landscape } from '../../infra/paper/paper-document.js'
import { drawSheetHead, type SheetFacts } from '../../infra/paper/sheet-head.js'
import { drawTable, type Column } from '../../infra/paper/table.js'
import { WorkingPaper } from '../../infra/paper/working-paper.js'
import { dayOf, formatDay, formatDays, formatInstant } from '../../shared/dates.js'
import type { LessonDay, Roster, Trainee } from './roster.queries.js'
import { column, drawRosterFoot, signature } from './roster-parts.pdf.js'
import { pagesOf, rowsOnPage } from './roster.rules.js'

export interface RosterPrint {
  roster: Roster
  printedAt: Date
  printedBy: string
  /** the day of a sign-in sheet; without it the roster itself */ lesson?: LessonDay
}

const person = (category: number): Column[] => [
  column('序号', 10, 'center'),
  column('姓名', 42, 'left', 9.5, { face: 'SansM' }),
  column('性别', 11, 'center'),
  column('证件号码', 37, 'left', 9),
  column('人员类别', category, 'left'),
  column('联系电话', 27, 'left'),
]
const signInColumns = [
  ...person(28),
  ...['上午签到', '上午签退', '下午签到', '下午签退'].map((head) => signature(head, 28)),
]
const rosterColumns = [
  ...person(40),
  column('重点群体标签', 40, 'left'),
  signature('本人签名', 32),
  signature('备注', 28),
]

/** 实名制花名册 and 签到表 (papers.md 8.8): twelve to a page, room to sign by hand. */
export function renderRoster({ roster, printedAt, printedBy, lesson }: RosterPrint): Buffer {
  const title = lesson ? '实名制花名册与签到表' : '实名制花名册'
  const running = lesson ? `班级 ${roster.number}　${dayText(lesson)}` : `班级 ${roster.number}`
  const paper = new WorkingPaper({
    meta: { title: `${title} ${roster.title}`, day: dayOf(printedAt) },
    size: a4Landscape,
  })
  pagesOf(roster.trainees).forEach((trainees, page) => {
    if (page > 0) paper.newPage()
    drawSheetHead(paper, title, page > 0, lesson ? signInFacts(roster, lesson) : rosterFacts(roster))
    drawTable(paper, {
      columns: lesson ? signInColumns : rosterColumns,
      x: 15,
      y: 45,
      nextY: 45,
      headHeight: 8,
      rowHeight: 9.4,
      bottom: 168,
      rows: trainees.map((trainee, i) => rowOf(trainee, page * rowsOnPage + i + 1, lesson === undefined)),
    })
    drawFoot(paper, trainees.length, lesson !== undefined)
  })
  const version =
    roster.version > 0
      ? `名册版本 ${roster.version}${roster.filedOn ? `（${roster.filedOn} 备案）` : ''}`
      : '名册尚未备案'
  const footer = [`打印 ${formatInstant(printedAt)}`, `打印人 ${printedBy}`, version]
  return paper.finish((pen, page, pages) =>
    drawFurniture(pen, { size: a4Landscape, title: running, footer }, page, pages),
  )
}

const weekdays = '一二三四五六日'
const dayText = ({ on, weekday }: LessonDay): string => `${formatDay(on, 'zh-CN')}（星期${weekdays[weekday - 1]}）`

const signInFacts = (roster: Roster, lesson: LessonDay): SheetFacts => [
  ['培训机构', roster.organisationName],
  ['课程', roster.courseText],
  ['教室', lesson.place || roster.place],
  ['教师', lesson.teachers || roster.teachers || '—'],
  [
    '课次',
    lesson.serial > 0
      ? `第 ${lesson.serial} / ${lesson.of} 次　理论 ${lesson.theory} + 实操 ${lesson.practice} 学时`
      : '—',
  ],
  ['应到', `${roster.trainees.length} 人`],
]
const rosterFacts = (roster: Roster): SheetFacts => [
  ['培训机构', roster.organisationName],
  ['课程', roster.courseText],
  ['地点', roster.place],
  ['教师', roster.teachers || '—'],
  ['培训时间', formatDays(roster.startsOn, roster.endsOn, 'zh-CN')],
  ['人数', `${roster.trainees.length} 人`],
]

const rowOf = (
  { name, sex, idMasked, category, phone, tags }: Trainee,
  serial: number,
  withTags: boolean,
): string[] => [String(serial), name, sex, idMasked, category, phone, ...(withTags ? [tags, '', ''] : ['', '', '', ''])]

function drawFoot(paper: WorkingPaper, onPage: number, signIn: boolean): void {
  const rule = signIn
    ? `签名须本人手写；补签须写明原因并由班主任签字。本页应到 ${onPage} 人，实到 ______ 人，请假 ______ 人，缺勤 ______ 人。`
    : `本页 ${onPage} 人。证件号码和电话只印掩码；本人签名即确认姓名和类别无误。`
  drawRosterFoot(
    paper,
    rule,
    signIn ? ['授课教师签名', '班主任签名', '巡查人员签名'] : ['经办人签名', '机构负责人签名', '审核人签名'],
  )
}
