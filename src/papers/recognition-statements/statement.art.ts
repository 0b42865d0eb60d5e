import { widthOf } from '../../infra/paper-fonts/font-chain.js'
import { layoutQrCaption } from '../../infra/paper-ornaments/furnishings.js'
import { box, em } from '../../infra/paper-text/measures.js'
import { drawRipples, drawRule } from '../../infra/paper-ornaments/motif.js'
import { drawFurniture } from '../../infra/paper/page-furniture.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { a4 } from '../../infra/paper/paper-document.js'
import { rectangle, rounded, type Path } from '../../infra/paper-drawing/path.js'
import { drawLines, type Pen } from '../../infra/paper-drawing/pen.js'
import { place } from '../certificate-drawing/certificate-layers.js'

/** The fixed part of 京津雄互认说明, 210 × 297 (papers.md 8.5). */
export const qr = box(29, 225, 26, 26)
const zone = box(22, 94, 166, 46)

const sections = [
  [62.5, '一、持证人', 'Holder'],
  [83.5, '二、来源证书', 'Source certificate — remains the only proof of the skill'],
  [148, '三、比对与认定', 'Comparison and finding'],
  [177.7, '四、互认效力', 'Effects granted here (ticked only)'],
] as const
const labels = [
  [22, 73, '姓名'],
  [110, 73, '证件号码'],
  [27, 96, '证书类别'],
  [109, 96, '来源地'],
  [27, 104.5, '职业/工种'],
  [27, 113, '等级'],
  [109, 113, '发证日期'],
  [27, 121.5, '证书编号'],
  [109, 121.5, '发证机构'],
  [27, 130, '来源核验'],
  [22, 158.5, '适用协议'],
  [22, 166.5, '对应结果'],
] as const

/** Bar, title with its English, and the rule below (papers.md section 7). */
const drawSection = (pen: Pen, y: number, zh: string, en: string) => {
  pen.fill(rectangle({ x: 22, y: y + 0.6, w: 1.1, h: 4.2 }), palette.lake)
  const [title] = place('section', zh, box(25, y, 60, 5.4), 'SerifS', 12)
  drawLines(pen, [
    title!,
    ...place('section en', en, box(25 + widthOf('SerifS', zh, 12) + em(7), y + 0.4, 110, 5.4), 'SansR', 7, {
      colour: palette.mute,
    }),
  ])
  drawRule(pen, 22, 188, y + 7, palette.t4, 0.2)
}

const chevron = (y: number): Path => [
  ['M', 102, y],
  ['L', 105, y + 1.6],
  ['L', 108, y],
]

/** Everything that is the same on each of them. */
export const drawStatementArt = (pen: Pen) => {
  drawRipples(pen, {
    x0: 0,
    x1: 210,
    y0: 258,
    y1: 296,
    lines: 15,
    a0: 0.3,
    a1: 1.5,
    l0: 34,
    l1: 78,
    phase: 0.34,
    width: 0.16,
    colours: ['t1', 't1', 't2'],
  })
  drawFurniture(pen, { size: a4, side: 22, title: '职业技能评价结果互认', footer: [] }, 1, 1)
  drawLines(pen, [
    ...place('title', '京津雄互认说明', box(22, 33, 166, 12), 'SerifB', 28, {
      tracking: 4,
      align: 'center',
      colour: palette.lake,
    }),
    ...place(
      'title en',
      'STATEMENT OF RECOGNITION · BEIJING – TIANJIN – XIONG’AN'.replace('’', "'"),
      box(22, 47, 166, 4),
      'SansR',
      7.8,
      { tracking: 1.4, align: 'center', colour: palette.soft },
    ),
  ])
  for (const [y, zh, en] of sections) drawSection(pen, y, zh, en)
  pen.fill(rounded(zone, 1), palette.zone)
  pen.stroke(rounded(zone, 1), palette.t3, 0.2)
  for (const [x, y, text] of labels)
    drawLines(pen, place('label', text, box(x, y, 26, 8), 'SansM', 9.5, { colour: palette.lake }))
  pen.stroke(chevron(141.6), palette.t4, 0.35)
  pen.stroke(chevron(144), palette.lake, 0.55)
  pen.stroke(rounded(box(22, 205.5, 166, 11.5), 0.8), palette.red, 0.2)
  drawLines(pen, [
    ...place(
      'warning',
      '本说明不是证书，不替代来源证书；来源证书注销或失效时，本说明同时失效。',
      box(26, 206.8, 158, 4.6),
      'SansM',
      9.5,
      { colour: palette.red },
    ),
    ...place(
      'warning en',
      'Not a certificate. It points at the source certificate and ends with it.',
      box(26, 211.7, 158, 3.6),
      'SansR',
      6.8,
      { colour: palette.soft },
    ),
    ...place('issue note', '依据：雄就社领发〔2022〕1号　第四（四）1', box(70, 229, 56, 4), 'SansR', 8, {
      min: 7,
      colour: palette.soft,
    }),
    ...place('appeal note', '对认定有异议，可自收到之日起 15 日内申请复核。', box(70, 234.5, 54, 8), 'SansR', 8, {
      lines: 2,
      min: 8,
      colour: palette.soft,
    }),
    ...layoutQrCaption(qr, '扫码查验 Scan to verify', '', ''),
  ])
}
