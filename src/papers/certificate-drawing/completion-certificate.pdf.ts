import { ascii, drawFieldLabel, drawMicrotext, layoutQrCaption } from '../../infra/paper-ornaments/furnishings.js'
import { widthOf } from '../../infra/paper-fonts/font-chain.js'
import { box, em } from '../../infra/paper-text/measures.js'
import { drawDivider, drawFrame, drawLotus, drawRipples, drawRule } from '../../infra/paper-ornaments/motif.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { a4 } from '../../infra/paper/paper-document.js'
import { setParagraph } from '../../infra/paper-text/paragraph.js'
import { drawLines, type Pen, type TextLine } from '../../infra/paper-drawing/pen.js'
import { drawReeds, reed } from '../../infra/paper-ornaments/reeds.js'
import { composePaper, Template } from '../../infra/paper/template.js'
import { drawProofs, drawUnder, layoutProofs, layoutSeal, place, type Places } from './certificate-layers.js'
import { longDay, type CompletionCertificatePaper } from './certificate-paper.js'

/** 培训合格证书 and 结业证书, 210 × 297 (papers.md 8.2). */
const places: Places = {
  photo: box(158, 74, 26, 32),
  qr: box(29, 225, 26, 26),
  seal: box(124, 216, 60, 60),
  sampleMark: [150, 22],
  issuer: box(126, 239.5, 56, 13.5),
  date: box(124, 256, 60, 6),
}

type Title = CompletionCertificatePaper['title']

const labels: [x: number, rowCentre: number, zh: string, en: string][] = [
  [26, 80.5, '姓名', 'Name'],
  [26, 94.75, '证件号码', 'ID number'],
  [26, 106.25, '证书编号', 'Certificate No.'],
  [26, 155.25, '培训课程', 'Course'],
  [26, 167.75, '培训机构', 'Institution'],
  [26, 180.25, '理论学时', 'Theory'],
  [83, 180.25, '实操学时', 'Practice'],
  [136, 180.25, '总学时', 'Total'],
  [26, 192.75, '考核成绩', 'Score'],
  [83, 192.75, '出勤率', 'Attendance'],
  [136, 192.75, '班级编号', 'Class No.'],
]

const drawMotif = (pen: Pen) => {
  const colours = ['t1', 't1', 't2', 't2'] as const
  drawRipples(pen, {
    ...{ x0: 17, x1: 193, y0: 236, y1: 276.4, lines: 17, a0: 0.3, a1: 1.4, l0: 34, l1: 78, phase: 0.34, width: 0.17 },
    colours,
  })
  drawLotus(pen, { cx: 105, cy: 140, radius: 62, petals: 8, curves: 14, s0: 0.16, width: 0.16, colour: 't1' })
  const reeds = [
    ...[reed(86, 274.6, 40, 7, 8.5), reed(92, 275.4, 32, 8, 7.5), reed(81, 275, 28, -4, 6.5)],
    ...[reed(98, 275.6, 20, 6, 0), reed(76, 275.2, 16, -3, 0)],
  ]
  drawReeds(pen, { reeds, stem: 't2', plume: 't3', width: 0.2 })
}

/** The clause of the plan that this training carries out, its parts one em apart. */
const planClause = (): TextLine[] => {
  let x = 26
  return ['依据：雄就社领发〔2022〕1号', '第四（四）3', '补贴性职业技能培训'].flatMap((text) => {
    const lines = place('plan clause', text, box(x, 202.5, 120, 4), 'SansR', 8.5, { colour: palette.soft })
    x += widthOf('SansR', text, 8.5) + em(8.5)
    return lines
  })
}

const fixedLines = (title: Title): TextLine[] => [
  ...place('title', title, box(25, 38, 160, 15), 'SerifB', 36, { tracking: 9, align: 'center', colour: palette.lake }),
  ...place('title en', 'CERTIFICATE OF TRAINING COMPLETION', box(25, 54.5, 160, 4), 'SansR', 8.5, {
    ...{ tracking: 1.65, align: 'center', colour: palette.soft },
  }),
  ...place(
    'statement en',
    'The holder attended the course named below, completed the required hours and passed the final assessment.',
    ...([box(26, 140.5, 158, 3), 'SansR', 6.5, { colour: palette.mute }] as const),
  ),
  ...planClause(),
  ...place(
    'no level note',
    '本证书证明完成培训，不含职业技能等级。 Proves a course; no skill level.',
    box(26, 207.6, 158, 4),
    'SansR',
    7.5,
    {
      colour: palette.mute,
    },
  ),
]

const drawArt = (pen: Pen, title: Title) => {
  drawMotif(pen)
  drawFrame(pen, a4.width, a4.height)
  drawDivider(pen, 105, 64, 58)
  for (const y of [89, 100.5]) drawRule(pen, 26, 150, y)
  for (const y of [149, 161.5, 174, 186.5, 199]) drawRule(pen, 26, 184, y)
  drawLines(pen, fixedLines(title))
  for (const label of labels) drawFieldLabel(pen, ...label)
  drawLines(pen, layoutQrCaption(places.qr, '扫码查验 Scan to verify', '', ''))
  for (const y of [17.35, a4.height - 16.75])
    drawMicrotext(pen, "XIONG'AN SKILLS CERTIFICATE OF TRAINING COMPLETION · ", 17, y, 176)
}

const statementText = '参加下列培训课程，完成规定学时，结业考核合格，特发此证。'

const templates = new Map<Title, Template>()
const templateOf = (title: Title): Template => {
  const known = templates.get(title)
  if (known) return known
  const alphabet = {
    ...{ SansR: `${ascii}·学时`, SansM: ascii, SerifR: `0123456789年月日于至${statementText}` },
    SerifS: '0123456789年月日·',
  }
  const fresh = new Template({ ...a4, art: (pen) => drawArt(pen, title), alphabet })
  templates.set(title, fresh)
  return fresh
}

const layoutStatement = ({ startsOn, endsOn }: CompletionCertificatePaper): TextLine[] =>
  setParagraph(
    [
      { text: '于', face: 'SerifR' },
      { text: longDay(startsOn), face: 'SerifS' },
      { text: '至', face: 'SerifR' },
      { text: longDay(endsOn), face: 'SerifS' },
      { text: statementText, face: 'SerifR' },
    ],
    { field: 'statement', x: 26, y: 124, width: 158, size: 14, lead: 1.8, indent: 2, maxLines: 2, colour: palette.ink },
  )

const layoutHours = (field: string, hours: number, x: number, w: number): TextLine[] => {
  const [figure] = place(field, String(hours), box(x, 174, w, 12.5), 'SansM', 13, { min: 8 })
  const after = x + widthOf('SansM', figure!.text, figure!.size) + 1.2
  return [figure!, ...place(field, '学时', box(after, 174.25, 10, 12.5), 'SansR', 8.5, { colour: palette.soft })]
}

const layout = (paper: CompletionCertificatePaper): TextLine[] => {
  const wrapped = { min: 10, lines: 2 }
  const tight = { min: 8 }
  return [
    ...place('name', paper.holderName, box(55, 72, 95, 17), 'SerifS', 24, {
      min: 15,
      lines: 2,
      tracking: 1,
      isName: true,
    }),
    ...place('id number', paper.idMasked, box(55, 89, 95, 11.5), 'SansM', 12, { tracking: 0.3 }),
    ...place('number', paper.number, box(55, 100.5, 95, 11.5), 'SansM', 12, { tracking: 0.3 }),
    ...layoutStatement(paper),
    ...place('course', paper.courseName, box(55, 149, 129, 12.5), 'SansR', 12.5, wrapped),
    ...place('institution', paper.institutionName, box(55, 161.5, 129, 12.5), 'SansR', 12.5, wrapped),
    ...layoutHours('hours theory', paper.theoryHours, 55, 25),
    ...layoutHours('hours practice', paper.practiceHours, 108, 25),
    ...layoutHours('hours total', paper.theoryHours + paper.practiceHours, 157, 27),
    ...place('score', paper.score, box(55, 186.5, 25, 12.5), 'SansM', 13, tight),
    ...place('attendance', paper.attendance, box(108, 186.5, 25, 12.5), 'SansM', 13, tight),
    ...place('class', paper.runName, box(157, 186.5, 27, 12.5), 'SansR', 10.5, tight),
    ...layoutSeal(paper, places),
    ...layoutProofs(paper, places),
  ]
}

/** Throws the refusal that `renderCompletionCertificate` would, without drawing. */
export const checkCompletionCertificate = (paper: CompletionCertificatePaper): void => {
  layout(paper)
}

/** The completion certificate as a whole PDF; the same data give the same bytes. */
export const renderCompletionCertificate = (paper: CompletionCertificatePaper): Buffer => {
  const lines = layout(paper)
  return composePaper(templateOf(paper.title), {
    meta: { title: `${paper.title} ${paper.number}`, day: paper.issuedOn },
    shared: { SansR: `${paper.courseName}${paper.institutionName}${paper.runName}`, SerifS: paper.issuerName },
    under: (pen) => drawUnder(pen, paper, a4),
    values: (pen) => {
      drawLines(pen, lines)
      drawProofs(pen, paper, places)
    },
  })
}
