import { drawPhoto, grouped } from '../../infra/paper-ornaments/furnishings.js'
import { box, em, type Box } from '../../infra/paper-text/measures.js'
import { drawDivider, drawLotus, drawRipples, drawRule } from '../../infra/paper-ornaments/motif.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { rectangle, rounded } from '../../infra/paper-drawing/path.js'
import { drawLines, type Pen } from '../../infra/paper-drawing/pen.js'
import { palettePng } from '../../infra/paper-drawing/picture.js'
import { drawQr } from '../../infra/paper-drawing/qr-path.js'
import { drawReeds, reed } from '../../infra/paper-ornaments/reeds.js'
import { SvgPen } from '../../infra/paper-drawing/svg-pen.js'
import { place } from '../certificate-drawing/certificate-layers.js'
import type { PaperIssue } from '../certificate-drawing/certificate-paper.js'

/** The phone picture, 100 mm wide and 750 px (papers.md 8.11): a layout of its own, not a reduced A4. */
export interface Sheet {
  title: string
  titleEn: string
  chip: string
  rows: readonly (readonly [label: string, value: string])[]
}

const width = 100
const pixels = 750
const rowHeight = 10.2
const firstRow = 70
const mostLines = 12

const layoutRow = (label: string, value: string, y: number) => {
  const set = (height: number) =>
    place(label, value, box(33, y, 58, height), 'SansR', 12.5, { min: 10, lines: mostLines })
  const lines = set(rowHeight)
  const height = lines.length > 2 ? lines.length * 1.25 * em(10) + 2.4 : rowHeight
  const tag = place('label', label, box(9, y, 23, rowHeight), 'SansM', 10.5, { colour: palette.lake })
  return { height, lines: [...tag, ...(height > rowHeight ? set(height) : lines)] }
}

const drawMotif = (pen: Pen, drop: number, height: number) => {
  drawLotus(pen, { cx: 50, cy: 82, radius: 44, petals: 8, curves: 11, s0: 0.18, width: 0.2, colour: 't1' })
  drawRipples(pen, {
    ...{ x0: 4.5, x1: 95.5, y0: 156 + drop, y1: 190.5 + drop, lines: 12, a0: 0.3, a1: 1.3, l0: 26, l1: 54 },
    ...{ phase: 0.34, width: 0.22, colours: ['t1', 't1', 't2'] as const },
  })
  const feet = [reed(84, 188.5, 25, -5, 6), reed(88.5, 189.4, 19, -4, 5), reed(80, 190, 15, 3, 0)]
  const reeds = feet.map((foot) => ({ ...foot, y: foot.y + drop }))
  drawReeds(pen, { reeds, stem: 't2', plume: 't3', width: 0.25 })
  pen.stroke(rectangle(box(3, 3, width - 6, height - 6)), palette.lake, 0.35)
  pen.stroke(rectangle(box(4.4, 4.4, width - 8.8, height - 8.8)), palette.t4, 0.18)
}

const drawHead = (pen: Pen, { title, titleEn, chip }: Sheet, issue: PaperIssue) => {
  const centred = { align: 'center' } as const
  const name = { min: 10, lines: 2, tracking: 1, isName: true }
  // Papers that need no photo leave no hole for one.
  const faced = Boolean(issue.photo ?? issue.sample)
  const left = faced ? 40 : 9
  const chipBox = box(left, 54.5, 38, 9.6)
  drawLines(
    pen,
    place('title', title, box(6, 10, 88, 9), 'SerifB', 21.5, { ...centred, tracking: 2.6, colour: palette.lake }),
  )
  drawLines(
    pen,
    place('title en', titleEn, box(6, 20.2, 88, 4), 'SansR', 6.4, { ...centred, tracking: 0.77, colour: palette.soft }),
  )
  drawDivider(pen, 50, 27, 48, 6)
  if (faced) drawPhoto(pen, box(9, 33, 26, 32), issue.photo, issue.sample)
  drawLines(pen, place('name', issue.holderName, box(left, 33, 91 - left, 12), 'SerifB', 24, name))
  drawLines(
    pen,
    place('id number', issue.idMasked, box(left, 46, 91 - left, 6), 'SansM', 11.2, { min: 9, colour: palette.soft }),
  )
  pen.fill(rounded(chipBox, 1), palette.lake)
  drawLines(pen, place('level', chip, chipBox, 'SerifB', 14.5, { ...centred, min: 11, colour: palette.white }))
}

const drawSampleChip = (pen: Pen, area: Box) => {
  pen.stroke(rounded(area, 0.8), palette.red, 0.3)
  drawLines(pen, place('sample', '样例 SAMPLE', area, 'SansM', 8.5, { align: 'center', colour: palette.red }))
}

const drawFoot = (pen: Pen, issue: PaperIssue, drop: number) => {
  const at = (x: number, y: number, w: number, h: number) => box(x, y + drop, w, h)
  drawLines(pen, place('label', '证书编号', at(9, 123.2, 40, 4.4), 'SansM', 9.5, { colour: palette.lake }))
  drawLines(pen, place('number', issue.number, at(9, 128, 82, 7), 'SansM', 14, { min: 9, tracking: 0.4 }))
  drawQr(pen, issue.verifyUrl, at(12, 142, 34, 34), palette.paper)
  drawLines(
    pen,
    place('verify hint', '长按识别二维码查验', at(52, 143, 39, 6), 'SansM', 11.5, { min: 10, colour: palette.lake }),
  )
  drawLines(
    pen,
    place('verify address', issue.verifyHost, at(52, 150.5, 39, 5), 'SansR', 9, { min: 6.4, colour: palette.soft }),
  )
  drawLines(pen, place('verify code', grouped(issue.verifyCode), at(52, 156.5, 39, 6), 'SansM', 10.5, { min: 8 }))
  if (issue.sample || issue.draft) drawSampleChip(pen, at(52, 167.4, 24, 7.7))
  const rule = '本图供出示；是否有效以查验结果为准'
  drawLines(pen, place('status rule', rule, at(9, 184, 82, 5), 'SansR', 9, { align: 'center', colour: palette.soft }))
}

/** Draws a sheet as SVG; rows grow with their values, and all below them moves down. */
export const sheetSvg = (sheet: Sheet, issue: PaperIssue): string => {
  const pen = new SvgPen()
  let y = firstRow
  const rows = sheet.rows.map(([label, value]) => {
    const row = { y, ...layoutRow(label, value, y) }
    y += row.height
    return row
  })
  const drop = y - firstRow - 5 * rowHeight
  const height = 198.13 + drop
  pen.fill(rectangle(box(0, 0, width, height)), palette.paper)
  drawMotif(pen, drop, height)
  drawHead(pen, sheet, issue)
  for (const row of rows) {
    drawRule(pen, 9, 91, row.y, palette.line, 0.2)
    drawLines(pen, row.lines)
  }
  drawRule(pen, 9, 91, y, palette.line, 0.2)
  drawFoot(pen, issue, drop)
  return pen.svg(width, height)
}

export const sheetPicture = (sheet: Sheet, issue: PaperIssue): Promise<Buffer> =>
  palettePng(sheetSvg(sheet, issue), pixels)
