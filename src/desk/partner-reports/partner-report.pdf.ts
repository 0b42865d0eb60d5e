import { box } from '../../infra/paper-text/measures.js'
import { drawFurniture } from '../../infra/paper/page-furniture.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { a4Landscape } from '../../infra/paper/paper-document.js'
import { drawLines, setInBox } from '../../infra/paper-drawing/pen.js'
import { drawSheetHead } from '../../infra/paper/sheet-head.js'
import { drawTable, type Column } from '../../infra/paper/table.js'
import { WorkingPaper } from '../../infra/paper/working-paper.js'
import { familyNames } from '../../papers/recognition-agreements/agreement.data.js'
import { dayOf, formatInstant } from '../../shared/dates.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { regionName } from '../../shared/regions.js'
import type { PartnerReport } from './partner-report.queries.js'

export interface PartnerPrint {
  report: PartnerReport
  /** the county that it is about; the New Area when none */
  region?: string
  printedAt: Date
  printedBy: string
}

const title = '京津机构与互认统计'
const left = (head: string, width: number): Column => ({ head, width, align: 'left', size: 9 })
const right = (head: string, width: number): Column => ({ head, width, align: 'right', size: 9 })
const partnerColumns: readonly Column[] = [
  { ...left('京津机构', 97), face: 'SansM' },
  left('来自', 30),
  ...['开班', '学员', '有效证书', '补贴人次', '人'].map((head) => right(head, 28)),
]
const recognisedColumns: readonly Column[] = [
  left('来源地', 32),
  left('证书类别', 60),
  { ...left('职业', 75), face: 'SansM' },
  left('等级', 44),
  right('生效互认（件）', 28),
  right('人', 28),
]
const name = (region: string): string => regionName(region, 'zh-CN')
const total = <T>(rows: readonly T[], of: (row: T) => number): string =>
  String(rows.reduce((sum, row) => sum + of(row), 0))

/** What the two cities deliver here and which papers are recognised; the figures of the page, on paper. */
export function renderPartnerReport({ report, region, printedAt, printedBy }: PartnerPrint): Buffer {
  const { partners, recognised, places, cases, people } = report
  const paper = new WorkingPaper({ meta: { title, day: dayOf(printedAt) }, size: a4Landscape })
  const parts = places.map((place) => `${name(place.region)} ${place.cases}`).join(' + ') || '0'
  const head = (again: boolean) =>
    drawSheetHead(paper, title, again, [
      ['范围', region ? name(region) : '雄安新区'],
      ['京津机构', `${partners.length} 家`],
      ['统计时间', formatInstant(printedAt)],
      ['生效互认', `${cases} 件 = ${parts}`],
      ['持证人', `${people} 人`],
      ['口径', '互认不计入本地发证数'],
    ])
  head(false)
  const sheet = { x: 15, nextY: 45, headHeight: 8, rowHeight: 9.2, bottom: 176, onNewPage: () => head(true) }
  const end = drawTable(paper, {
    ...sheet,
    y: 45,
    columns: partnerColumns,
    rows: partners.map((row) => [
      row.name,
      name(row.homeRegion),
      ...[row.runs, row.trainees, row.certificates, row.personTimes, row.people].map(String),
    ]),
    totals: [
      '合计',
      '',
      total(partners, ({ runs }) => runs),
      total(partners, ({ trainees }) => trainees),
      total(partners, ({ certificates }) => certificates),
      total(partners, ({ personTimes }) => personTimes),
      '',
    ],
  })
  // The second table begins on a page of its own where its head, two rows and the sum would not fit.
  const room = end + 8 + 40 < sheet.bottom
  if (!room) {
    paper.newPage()
    head(true)
  }
  const closed = drawTable(paper, {
    ...sheet,
    y: room ? end + 8 : 45,
    columns: recognisedColumns,
    rows: recognised.map((row) => [
      name(row.region),
      familyNames[row.family],
      row.occupation,
      levelPrinted(row.level as Level, 'zh-CN'),
      String(row.cases),
      String(row.people),
    ]),
    totals: ['合计', '', '', '', String(cases), String(people)],
    closing: 12,
  })
  ;['制表人', '审核人', '单位（盖章）'].forEach((label, i) =>
    paper.tagged('P', (pen) =>
      drawLines(
        pen,
        setInBox(`${label}：`, box(15 + i * 90, closed + 5, 60, 6), {
          field: 'signature',
          face: 'SansM',
          size: 9.5,
          colour: palette.lake,
        }),
      ),
    ),
  )
  const footer = [`打印 ${formatInstant(printedAt)}`, `打印人 ${printedBy}`, '口径：现在生效的互认，已开班的培训']
  return paper.finish((pen, page, pages) => drawFurniture(pen, { size: a4Landscape, title, footer }, page, pages))
}
