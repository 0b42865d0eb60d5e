import { drawSealHint } from '../paper-ornaments/furnishings.js'
import { widthOf } from '../paper-fonts/font-chain.js'
import { box, em, type Box } from '../paper-text/measures.js'
import { drawHeadBand, drawRule } from '../paper-ornaments/motif.js'
import { palette } from '../paper-drawing/palette.js'
import { ellipse } from '../paper-drawing/path.js'
import { drawLines, setInBox, type Pen } from '../paper-drawing/pen.js'
import type { PaperSize } from './paper-document.js'

/** Head, foot, seal area and signature lines of the working papers 5 to 9 (papers.md section 7). */
export const margins = { top: 20, side: 15, bottom: 22 } as const

export interface Furniture {
  size: PaperSize
  /** Running title at the right of the head. */
  title: string
  /** Parts of the footer: data time, query time, filter, basis of the count. */
  footer: readonly string[]
  /** 15, or 22 on papers 5 and 9. */
  side?: number
}

const footerGap = 2
const footerSizes = [7.5, 7.25, 7, 6.75, 6.5, 6.25, 6]

/** The parts stand apart by space with a dot in it, not by typed spaces. */
const drawFooter = (pen: Pen, parts: readonly string[], x: number, y: number, width: number) => {
  const gapAt = (size: number) => 2 * footerGap * em(size)
  const needed = (size: number) =>
    parts.reduce((sum, part) => sum + widthOf('SansR', part, size), 0) + gapAt(size) * Math.max(0, parts.length - 1)
  const size = footerSizes.find((points) => needed(points) <= width) ?? footerSizes.at(-1)!
  let left = x
  parts.forEach((part, i) => {
    if (i > 0) pen.fill(ellipse(left - gapAt(size) / 2, y + 2.3, 0.3, 0.3), palette.soft)
    const room = i === parts.length - 1 ? x + width - left : widthOf('SansR', part, size)
    drawLines(
      pen,
      setInBox(part, box(left, y, room, 4.6), { field: 'footer', face: 'SansR', size, min: 6, colour: palette.soft }),
    )
    left += room + gapAt(size)
  })
}

/** Draws what every page has. For `WorkingPaper.finish`. */
export const drawFurniture = (
  pen: Pen,
  { size, title, footer, side = margins.side }: Furniture,
  page: number,
  pages: number,
) => {
  const [width, foot] = [size.width - 2 * side, size.height - 15]
  const put = (text: string, area: Box, style: Parameters<typeof setInBox>[2]) =>
    drawLines(pen, setInBox(text, area, style))
  put('雄安技能', box(side, 9.2, 24, 4.8), {
    field: 'house',
    face: 'SerifB',
    size: 11,
    tracking: 0.8,
    colour: palette.lake,
  })
  put("Xiong'an Skills", box(side + 20, 9.5, 30, 4.8), {
    field: 'house',
    face: 'SansR',
    size: 7.5,
    colour: palette.soft,
  })
  const right = { align: 'right', colour: palette.soft } as const
  put(title, box(side + 50, 9.2, width - 50, 4.8), {
    field: 'running title',
    face: 'SansR',
    size: 8,
    min: 6.5,
    ...right,
  })
  drawHeadBand(pen, side, width)
  drawRule(pen, side, side + width, size.height - 16.5)
  drawFooter(pen, footer, side, foot, width - 34)
  const number = { field: 'page number', face: 'SansM', size: 8.5, align: 'right', colour: palette.ink } as const
  const total = `共 ${pages} 页`
  put(`第 ${page} 页`, box(side, foot, width - widthOf('SansM', total, 8.5) - em(8.5), 4.6), number)
  put(total, box(side, foot, width, 4.6), number)
}

export interface Seal {
  /** Empty for a body that signs by hand. */
  issuer: string
  /** As printed, such as 2026年11月20日. */
  date: string
  /** Shows the dashed hint; samples and previews only. */
  hint?: boolean
}

/** 60 × 60 mm kept free of all but issuer and date. */
export const sealSide = 60

export const sealArea = (pen: Pen, x: number, y: number, { issuer, date, hint }: Seal) => {
  const name = {
    field: 'issuer',
    face: 'SerifS',
    size: 12,
    min: 9,
    lines: 3,
    align: 'center',
    vertical: 'bottom',
  } as const
  drawLines(pen, setInBox(issuer, box(x + 2, y + 20, sealSide - 4, 14), { ...name, colour: palette.ink }))
  const day = { field: 'issue date', face: 'SerifR', size: 12, align: 'center', colour: palette.ink } as const
  drawLines(pen, setInBox(date, box(x, y + 36, sealSide, 6), day))
  if (hint) drawSealHint(pen, box(x, y, sealSide, sealSide))
}

export interface Signatures {
  labels: readonly string[]
  x: number
  /** Top of the labels. */
  y: number
  /** From one block to the next. */
  pitch: number
  /** Where the line to sign on begins and ends, from the block's left. */
  from: number
  to: number
  /** A second line for the date. */
  dated?: boolean
  size?: number
}

/** Labels with lines to sign on, side by side. */
export const signatureLines = (pen: Pen, { labels, x, y, pitch, from, to, dated, size = 10 }: Signatures) =>
  labels.forEach((label, i) => {
    const left = x + i * pitch
    const style = { field: 'signature', face: 'SansM', size, min: 8, colour: palette.lake } as const
    drawLines(pen, setInBox(label, box(left, y, from - 1, 6), style))
    drawRule(pen, left + from, left + to, y + 6.5, palette.ink, 0.2)
    if (!dated) return
    const date = { field: 'signature', face: 'SansR', size: 9, colour: palette.soft } as const
    drawLines(pen, setInBox('日期', box(left, y + 12, from - 1, 6), date))
    drawRule(pen, left + from, left + to, y + 18.5, palette.line, 0.2)
  })
