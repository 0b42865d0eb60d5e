import { ascii, drawMicrotext, layoutQrCaption } from '../../infra/paper-ornaments/furnishings.js'
import { box } from '../../infra/paper-text/measures.js'
import { drawDivider, drawFrame, drawLotus, drawRipples, drawRule } from '../../infra/paper-ornaments/motif.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { a4Landscape } from '../../infra/paper/paper-document.js'
import { drawLines, type Pen, type TextLine } from '../../infra/paper-drawing/pen.js'
import { drawReeds, reed } from '../../infra/paper-ornaments/reeds.js'
import { composePaper, Template } from '../../infra/paper/template.js'
import { drawCode, drawUnder, layoutProofs, layoutSeal, place } from './certificate-layers.js'
import type { AwardCertificatePaper } from './certificate-paper.js'

/** 获奖证书, 297 × 210 (papers.md 8.4); it has no photo. */
const places = {
  qr: box(30, 138, 26, 26),
  seal: box(207, 130.5, 60, 60),
  sampleMark: [235, 24] as const,
  issuer: box(209, 152.5, 56, 13.5),
  date: box(207, 168.5, 60, 6),
}
const centred = { align: 'center' } as const
const closing = '特发此证，以资鼓励。'

const drawMotif = (pen: Pen) => {
  drawRipples(pen, {
    x0: 17,
    x1: 280,
    y0: 140,
    y1: 189.3,
    lines: 22,
    a0: 0.3,
    a1: 1.6,
    l0: 36,
    l1: 92,
    phase: 0.32,
    width: 0.17,
    colours: ['t1', 't1', 't2', 't2'],
  })
  drawLotus(pen, { cx: 148.5, cy: 98, radius: 70, petals: 12, curves: 16, s0: 0.2, width: 0.16, colour: 't1' })
  const reeds = [
    reed(86, 187.4, 49, 9, 10),
    reed(93, 188.2, 40, 10, 8.5),
    reed(80, 187.8, 35, -5, 8),
    reed(100, 188.5, 25, 7, 0),
    reed(74, 188, 20, -4, 0),
  ]
  drawReeds(pen, { reeds, stem: 't2', plume: 't3', width: 0.2 })
}

const fixedLines = (): TextLine[] => [
  ...place('title', '获奖证书', box(48.5, 27, 200, 17), 'SerifB', 44, {
    ...centred,
    tracking: 7,
    colour: palette.lake,
  }),
  ...place('title en', 'CERTIFICATE OF AWARD', box(48.5, 46, 200, 4), 'SansR', 9, {
    ...centred,
    tracking: 1.9,
    colour: palette.soft,
  }),
  ...place('closing', closing, box(108.5, 150.5, 80, 7), 'SerifR', 14, centred),
]

const drawArt = (pen: Pen) => {
  drawMotif(pen)
  drawFrame(pen, a4Landscape.width, a4Landscape.height)
  drawDivider(pen, 148.5, 55.4, 64)
  drawRule(pen, 113.5, 183.5, 134.3)
  drawLines(pen, fixedLines())
  drawLines(pen, layoutQrCaption(places.qr, '扫码查验 Scan to verify', '', ''))
  for (const y of [17.35, a4Landscape.height - 16.75])
    drawMicrotext(pen, "XIONG'AN SKILLS CERTIFICATE OF AWARD · ", 17, y, 263)
}

let template: Template | undefined
const templateOf = (): Template =>
  (template ??= new Template({
    ...a4Landscape,
    art: drawArt,
    alphabet: {
      SansR: `${ascii}·`,
      SansM: `${ascii}第名总成绩证书编号`,
      SerifR: `0123456789年月日${closing}`,
      SerifM: '在（）赛项中荣获个人双三',
      SerifB: '一二三等奖优胜',
    },
  }))

const layout = (paper: AwardCertificatePaper): TextLine[] => [
  ...place('name', paper.holderName, box(48.5, 63.5, 200, 13), 'SerifB', 30, {
    ...centred,
    min: 18,
    tracking: 1,
    isName: true,
  }),
  ...(paper.unit
    ? place('unit', paper.unit, box(48.5, 78, 200, 5.5), 'SansR', 11, { ...centred, min: 9, colour: palette.soft })
    : []),
  ...place('competition', `在 ${paper.competitionName}（${paper.tierName}）`, box(48.5, 88, 200, 8), 'SerifM', 16, {
    ...centred,
    min: 12,
  }),
  ...place('event', `${paper.eventName}赛项（${paper.modeName}）中荣获`, box(48.5, 97, 200, 8), 'SerifM', 16, {
    ...centred,
    min: 12,
  }),
  ...place('prize', paper.prizeName, box(78.5, 108.5, 140, 17), 'SerifB', 42, {
    ...centred,
    min: 26,
    tracking: 5,
    colour: palette.red,
  }),
  ...place('prize en', `${paper.prizeNameEn} · RANK ${paper.rank}`, box(78.5, 127.5, 140, 4), 'SansR', 8.5, {
    ...centred,
    tracking: 1.4,
    colour: palette.soft,
  }),
  ...place(
    'rank and mark',
    `第 ${paper.rank} 名　　总成绩 ${paper.total}`,
    box(78.5, 136, 140, 7),
    'SansM',
    12,
    centred,
  ),
  ...layoutSeal(paper, places),
  ...layoutProofs(paper, places),
  ...place('number', `证书编号 No. ${paper.number}`, box(20, 181, 46, 4), 'SansM', 7.5, { ...centred, min: 6 }),
]

/** Throws the refusal that `renderAwardCertificate` would, without drawing. */
export const checkAwardCertificate = (paper: AwardCertificatePaper): void => void layout(paper)

/** The award as a whole PDF; the same data give the same bytes. */
export const renderAwardCertificate = (paper: AwardCertificatePaper): Buffer => {
  const lines = layout(paper)
  return composePaper(templateOf(), {
    meta: { title: `获奖证书 ${paper.number}`, day: paper.issuedOn },
    shared: {
      SerifM: `${paper.competitionName}${paper.tierName}${paper.eventName}${paper.modeName}`,
      SerifS: paper.issuerName,
    },
    under: (pen) => drawUnder(pen, paper, a4Landscape),
    values: (pen) => {
      drawLines(pen, lines)
      drawCode(pen, paper, places)
    },
  })
}
