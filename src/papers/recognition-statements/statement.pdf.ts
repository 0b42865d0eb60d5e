import { ascii, drawSampleMark, drawSealHint, grouped, layoutQrCaption } from '../../infra/paper/furnishings.js'
import { widthOf } from '../../infra/paper/font-chain.js'
import { box, em } from '../../infra/paper/measures.js'
import { drawRipples, drawRule } from '../../infra/paper/motif.js'
import { drawFurniture } from '../../infra/paper/page-furniture.js'
import { palette } from '../../infra/paper/palette.js'
import { a4 } from '../../infra/paper/paper-document.js'
import { rectangle, rounded, type Path } from '../../infra/paper/path.js'
import { drawLines, type Pen, type TextLine } from '../../infra/paper/pen.js'
import { checkQr, drawQr } from '../../infra/paper/qr-path.js'
import { composePaper, Template } from '../../infra/paper/template.js'
import { drawUnder, place } from '../certificates/certificate-layers.js'
import { longDay } from '../certificates/certificate-paper.js'
import { effectBoxes, effectLabels, type RecognitionStatementPaper } from './statement-paper.js'

/** 京津雄互认说明, 210 × 297 (papers.md 8.5). */
const qr = box(29, 225, 26, 26)
const seal = box(128, 219.7, 60, 60)
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

const drawArt = (pen: Pen) => {
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

let template: Template | undefined
const theTemplate = (): Template =>
  (template ??= new Template({
    ...a4,
    art: drawArt,
    alphabet: {
      SansR: `${ascii}·年月日　（）不含${Object.values(effectLabels).join('')}`,
      SansM: `${ascii}互认备案号→　`,
      SerifS: '级/学徒工初中高技师特首席一二三四五',
      SerifR: '0123456789年月日',
    },
  }))

const wrapped = { min: 9, lines: 2 }

/** Date and issuer, and every value by the table of papers.md; throws the refusal of a value that does not fit. */
const layout = (paper: RecognitionStatementPaper): TextLine[] => {
  checkQr(paper.verifyUrl)
  return [
    ...place('record number', `互认备案号　${paper.number}`, box(22, 54.5, 166, 5), 'SansM', 9.5, { align: 'center' }),
    ...place('name', paper.holderName, box(48, 73, 54, 8), 'SerifS', 14, { ...wrapped, isName: true }),
    ...place('id number', paper.idMasked, box(136, 73, 52, 8), 'SansM', 10.5, wrapped),
    ...place('source family', paper.sourceFamily, box(53, 96, 50, 8), 'SansR', 10.5, wrapped),
    ...place('source place', paper.sourcePlace, box(135, 96, 48, 8), 'SansR', 10.5, wrapped),
    ...place('source occupation', paper.sourceOccupation, box(53, 104.5, 130, 8), 'SansR', 10.5, wrapped),
    ...place('source level', paper.sourceLevel, box(53, 113, 50, 8), 'SerifS', 11.5, wrapped),
    ...place('source date', longDay(paper.sourceIssuedOn), box(135, 113, 48, 8), 'SansR', 10.5, wrapped),
    ...place('source number', paper.sourceNumber, box(53, 121.5, 54, 8), 'SansM', 10, { min: 8, lines: 2 }),
    ...place('source issuer', paper.sourceIssuer, box(135, 121.5, 48, 8), 'SansR', 10.5, { min: 8, lines: 2 }),
    ...place('source check', paper.sourceCheck, box(53, 130, 130, 8), 'SansR', 9.5, { min: 8, lines: 2 }),
    ...place('agreement', paper.agreement, box(48, 158.5, 140, 8), 'SansR', 10, { min: 8.5, lines: 2 }),
    ...place('mapping', paper.mapping, box(48, 166.5, 140, 8), 'SansM', 10.5, wrapped),
    ...effectBoxes.flatMap(({ effect, x, y }) => {
      const ticked = paper.effects.includes(effect)
      return place(
        'effects',
        ticked ? effectLabels[effect] : `${effectLabels[effect]}（不含）`,
        box(x + 6, y - 1.6, 48, 7),
        'SansR',
        10.5,
        { min: 9, ...(!ticked && { colour: palette.soft }) },
      )
    }),
    ...place('issuer', paper.issuerName, box(130, 243, 56, 10), 'SerifS', 12, {
      min: 9,
      lines: 3,
      align: 'center',
      vertical: 'bottom',
    }),
    ...place('issue date', longDay(paper.issuedOn), box(128, 254.5, 60, 6), 'SerifR', 12, { align: 'center' }),
    ...layoutQrCaption(qr, '', paper.verifyHost, grouped(paper.verifyCode)),
    ...place(
      'footer',
      `备案号 ${paper.number}　·　核验码 ${grouped(paper.verifyCode)}`,
      box(22, 282, 132, 4.6),
      'SansR',
      7.5,
      { min: 6, colour: palette.soft },
    ),
  ]
}

const drawBoxes = (pen: Pen, { effects }: RecognitionStatementPaper) => {
  for (const { effect, x, y } of effectBoxes) {
    const ticked = effects.includes(effect)
    pen.stroke(rectangle({ x, y, w: 3.8, h: 3.8 }), ticked ? palette.lake : palette.mute, 0.25)
    if (ticked)
      pen.stroke(
        [
          ['M', x + 0.8, y + 2],
          ['L', x + 1.6, y + 2.9],
          ['L', x + 3.1, y + 0.9],
        ],
        palette.lake,
        0.55,
      )
  }
}

/** Throws the refusal that `renderRecognitionStatement` would, without drawing. */
export const checkRecognitionStatement = (paper: RecognitionStatementPaper): void => void layout(paper)

/** The statement as a whole PDF; the same data give the same bytes. */
export const renderRecognitionStatement = (paper: RecognitionStatementPaper): Buffer => {
  const lines = layout(paper)
  return composePaper(theTemplate(), {
    meta: { title: `京津雄互认说明 ${paper.number}`, day: paper.issuedOn },
    shared: { SerifS: paper.issuerName },
    under: (pen) => drawUnder(pen, paper, a4),
    values: (pen) => {
      drawBoxes(pen, paper)
      drawLines(pen, lines)
      drawQr(pen, paper.verifyUrl, qr, paper.forPrint ? palette.white : palette.paper)
      if (!paper.sample) return
      drawSampleMark(pen, 154, 22.5)
      drawSealHint(pen, seal)
    },
  })
}
