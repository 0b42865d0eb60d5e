import { refused } from '../../shared/errors.js'
import { ascii, drawFieldLabel, drawMicrotext, layoutQrCaption } from '../../infra/paper-ornaments/furnishings.js'
import { box } from '../../infra/paper-text/measures.js'
import { drawDivider, drawFrame, drawLotus, drawRipples, drawRule } from '../../infra/paper-ornaments/motif.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { a4Landscape } from '../../infra/paper/paper-document.js'
import { setParagraph } from '../../infra/paper-text/paragraph.js'
import { drawLines, type Pen, type TextLine } from '../../infra/paper-drawing/pen.js'
import { drawReeds, reed } from '../../infra/paper-ornaments/reeds.js'
import { composePaper, Template } from '../../infra/paper/template.js'
import { drawProofs, drawUnder, layoutProofs, layoutSeal, place, type Places } from './certificate-layers.js'
import type { LevelCertificatePaper } from './certificate-paper.js'

/** 职业技能等级证书, 297 × 210 (papers.md 8.1). */
const places: Places = {
  photo: box(30, 61, 26, 32),
  qr: box(30, 100.5, 26, 26),
  seal: box(207, 130.5, 60, 60),
  sampleMark: [235, 24],
  issuer: box(209, 152.5, 56, 13.5),
  date: box(207, 168.5, 60, 6),
}

const title = '职业技能等级证书'
const statement =
  '本证书由人力资源社会保障部门备案的评价机构颁发，表明持证人通过本机构组织的职业技能等级认定，具备该职业（工种）相应技能等级水平。'
const statementEn = [
  'Issued by an assessment body filed with the human resources authority; the holder has passed its assessment',
  'and is competent at the stated level of this occupation.',
]

const labels: [x: number, rowCentre: number, zh: string, en: string][] = [
  [74, 67, '姓名', 'Name'],
  [74, 82, '证件类型', 'ID type'],
  [166, 82, '证件号码', 'ID number'],
  [74, 94, '职业名称', 'Occupation'],
  [74, 106, '工种/职业方向', 'Job or direction'],
  [74, 118.5, '职业技能等级', 'Skill level'],
  [166, 118.5, '理论知识成绩', 'Theory'],
  [219, 118.5, '操作技能成绩', 'Practice'],
  [74, 131, '证书编号', 'Certificate No.'],
]

const drawMotif = (pen: Pen) => {
  const colours = ['t1', 't1', 't2', 't2'] as const
  drawRipples(pen, {
    ...{ x0: 17, x1: 280, y0: 158, y1: 189.3, lines: 16, a0: 0.3, a1: 1.35, l0: 36, l1: 84, phase: 0.34, width: 0.17 },
    colours,
  })
  drawLotus(pen, { cx: 148.5, cy: 103, radius: 60, petals: 8, curves: 14, s0: 0.16, width: 0.16, colour: 't1' })
  const reeds = [
    ...[reed(37, 187.6, 40, 7, 8.5), reed(42.5, 188.4, 32.5, 8, 7.5), reed(32, 188, 28.5, -4, 6.5)],
    ...[reed(49, 188.8, 22, 6, 0), reed(27.5, 188.4, 17, -3, 0)],
  ]
  drawReeds(pen, { reeds, stem: 't3', plume: 't4', width: 0.2 })
}

const fixedLines = (): TextLine[] => [
  ...place('title', title, box(28.5, 26, 240, 13), 'SerifB', 34, {
    tracking: 6.5,
    align: 'center',
    colour: palette.lake,
  }),
  ...place('title en', 'CERTIFICATE OF VOCATIONAL SKILL LEVEL', box(28.5, 41, 240, 4), 'SansR', 8.5, {
    ...{ tracking: 1.65, align: 'center', colour: palette.soft },
  }),
  ...setParagraph([{ text: statement, face: 'SerifR' }], {
    ...{
      field: 'statement',
      x: 74,
      y: 142.5,
      width: 124,
      size: 12,
      lead: 1.75,
      indent: 2,
      maxLines: 4,
      colour: palette.ink,
    },
  }),
  ...statementEn.flatMap((text, i) =>
    place('statement en', text, box(74, 165.6 + i * 2.65, 126, 3), 'SansR', 6.3, { colour: palette.mute }),
  ),
  ...place('query address', '证书查询 jndj.osta.org.cn', box(74, 177.5, 36, 4), 'SansR', 7.5, { colour: palette.soft }),
  ...place('query address', '机构查询 pjjg.osta.org.cn', box(109.6, 177.5, 88, 4), 'SansR', 7.5, {
    colour: palette.soft,
  }),
]

const drawArt = (pen: Pen) => {
  drawMotif(pen)
  drawFrame(pen, a4Landscape.width, a4Landscape.height)
  drawDivider(pen, 148.5, 50, 64)
  for (const y of [76, 88, 100, 112, 125]) drawRule(pen, 74, 267, y)
  drawRule(pen, 74, 201, 137)
  drawLines(pen, fixedLines())
  for (const label of labels) drawFieldLabel(pen, ...label)
  drawLines(pen, layoutQrCaption(places.qr, '扫码查验 Scan to verify', '', ''))
  for (const y of [17.35, a4Landscape.height - 16.75])
    drawMicrotext(pen, "XIONG'AN SKILLS VOCATIONAL SKILL LEVEL CERTIFICATE · ", 17, y, 263)
}

const levelNames = '一二三四五级/初中高级工技师特首席学徒'

let made: Template | undefined
const template = () =>
  (made ??= new Template({
    ...a4Landscape,
    art: drawArt,
    alphabet: {
      SansR: `${ascii}·居民身份证印制流水码`,
      SansM: ascii,
      SerifR: '0123456789年月日',
      SerifS: '·',
      SerifB: levelNames,
    },
  }))

const layout = (paper: LevelCertificatePaper): TextLine[] => {
  const wrapped = { min: 10.5, lines: 2 }
  return [
    ...place('name', paper.holderName, box(106, 58, 161, 18), 'SerifS', 25, { min: 16, tracking: 1.2, isName: true }),
    ...place('id type', paper.idTypeName, box(106, 76, 52, 12), 'SansR', 12, { min: 10 }),
    ...place('id number', paper.idMasked, box(193, 76, 74, 12), 'SansM', 12, { tracking: 0.3 }),
    ...place('occupation', paper.occupationName, box(106, 88, 161, 12), 'SansR', 13, wrapped),
    ...place('work type', paper.workType || '--', box(106, 100, 161, 12), 'SansR', 13, wrapped),
    ...place('level', paper.levelName, box(106, 112, 52, 13), 'SerifB', 16, { min: 14, colour: palette.lake }),
    ...place('theory result', paper.theoryScore, box(193, 112, 19, 13), 'SansM', 13),
    ...place('practice result', paper.practiceScore, box(246, 112, 19, 13), 'SansM', 13),
    ...place('number', paper.number, box(106, 125, 96, 12), 'SansM', 13, { tracking: 0.55 }),
    ...(paper.printSerial
      ? place('print serial', `印制流水码 ${paper.printSerial}`, box(74, 182, 70, 4), 'SansR', 7, {
          colour: palette.mute,
        })
      : []),
    ...layoutSeal(paper, places),
    ...layoutProofs(paper, places),
  ]
}

const laidOut = (paper: LevelCertificatePaper) => {
  if (!paper.photo && !paper.sample && !paper.draft) throw refused('photo-missing', { field: 'photo' })
  return layout(paper)
}

/** Throws the refusal that `renderLevelCertificate` would, without drawing. */
export const checkLevelCertificate = (paper: LevelCertificatePaper): void => {
  laidOut(paper)
}

/** Draws every layer with any pen: previews and measurements that do not want the ready art. */
export const paintLevelCertificate = (pen: Pen, paper: LevelCertificatePaper): void => {
  drawUnder(pen, paper, a4Landscape)
  drawArt(pen)
  drawLines(pen, laidOut(paper))
  drawProofs(pen, paper, places)
}

/** The level certificate as a whole PDF; the same data give the same bytes. */
export const renderLevelCertificate = (paper: LevelCertificatePaper): Buffer => {
  const lines = laidOut(paper)
  return composePaper(template(), {
    meta: { title: `${title} ${paper.number}`, day: paper.issuedOn },
    shared: {
      SansR: `${paper.occupationName}${paper.workType ?? ''}${paper.idTypeName}`,
      SerifS: paper.issuerName,
      SerifB: paper.levelName,
    },
    under: (pen) => drawUnder(pen, paper, a4Landscape),
    values: (pen) => {
      drawLines(pen, lines)
      drawProofs(pen, paper, places)
    },
  })
}
