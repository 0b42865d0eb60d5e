import {
  ascii,
  drawSampleMark,
  drawSealHint,
  grouped,
  layoutQrCaption,
} from '../../infra/paper-ornaments/furnishings.js'
import { box } from '../../infra/paper-text/measures.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { a4 } from '../../infra/paper/paper-document.js'
import { rectangle } from '../../infra/paper-drawing/path.js'
import { drawLines, type Pen, type TextLine } from '../../infra/paper-drawing/pen.js'
import { checkQr, drawQr } from '../../infra/paper-drawing/qr-path.js'
import { Template, composePaper } from '../../infra/paper/template.js'
import { drawUnder, place } from '../certificate-drawing/certificate-layers.js'
import { longDay } from '../certificate-drawing/certificate-paper.js'
import { effectBoxes, effectLabels, type RecognitionStatementPaper } from './statement-paper.js'
import { drawStatementArt, qr } from './statement.art.js'

/** 京津雄互认说明, 210 × 297 (papers.md 8.5). */
const seal = box(128, 219.7, 60, 60)

let template: Template | undefined
const theTemplate = (): Template =>
  (template ??= new Template({
    ...a4,
    art: drawStatementArt,
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
    ...place('source number', paper.sourceNumber, box(53, 121.5, 54, 8), 'SansM', 10, { min: 6.5, lines: 2 }),
    ...place('source issuer', paper.sourceIssuer, box(135, 121.5, 48, 8), 'SansR', 10.5, { min: 6.2, lines: 3 }),
    ...place('source check', paper.sourceCheck, box(53, 130, 130, 8), 'SansR', 9.5, { min: 6.5, lines: 3 }),
    ...place('agreement', paper.agreement, box(48, 158.5, 140, 8), 'SansR', 10, { min: 6.5, lines: 3 }),
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
