import type { Group } from '../../counting/person-time-lists/person-time-tally.queries.js'
import { box } from '../../infra/paper-text/measures.js'
import { drawRule } from '../../infra/paper-ornaments/motif.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { rectangle } from '../../infra/paper-drawing/path.js'
import { drawLines, setInBox } from '../../infra/paper-drawing/pen.js'
import type { WorkingPaper } from '../../infra/paper/working-paper.js'
import { drawChart } from './report-cover-chart.pdf.js'
import { put } from './report-text.pdf.js'

export interface KeyFigure {
  label: string
  value: string
  unit: string
  note: string
  strong?: boolean
}

export interface Cover {
  title: string
  titleEn: string
  facts: readonly (readonly [label: string, value: string])[]
  figures: readonly KeyFigure[]
  chartTitle: string
  months: readonly Group[]
  /** the year's target, spread evenly */ target?: number
  /** months that have begun */ begun: number
}

/** Page 1 (papers.md 8.7): what the report is, four key figures, and the year's course with its numbers. */
export function drawCover(paper: WorkingPaper, cover: Cover): void {
  paper.tagged('H1', (pen) =>
    put(pen, cover.title, [15, 27, 267, 12], {
      face: 'SerifB',
      size: 26,
      tracking: 4,
      colour: palette.lake,
      align: 'center',
    }),
  )
  paper.tagged('P', (pen) =>
    put(pen, cover.titleEn, [15, 40.5, 267, 4], {
      face: 'SansR',
      size: 7.8,
      tracking: 1.1,
      colour: palette.soft,
      align: 'center',
    }),
  )
  drawRule(paper.pen, 15, 282, 49.2, palette.lake, 0.35)
  cover.facts.forEach(([label, value], i) => {
    const [x, y] = [15 + (i % 3) * 89, 50.5 + Math.floor(i / 3) * 7.5]
    paper.tagged('P', (pen) => {
      put(pen, label, [x + 1.6, y, 20, 7], { face: 'SansM', size: 8.5, colour: palette.lake })
      put(pen, value, [x + 22, y, 65, 7], {
        field: label,
        face: 'SansR',
        size: 9.5,
        min: 8,
        lines: 2,
        colour: palette.ink,
      })
    })
  })
  drawRule(paper.pen, 15, 282, 66.5, palette.t4, 0.2)
  cover.figures.forEach((figure, i) => drawFigure(paper, figure, 72 + i * 29.5))
  drawChart(paper, cover)
}

function drawFigure(paper: WorkingPaper, { label, value, unit, note, strong }: KeyFigure, y: number): void {
  paper.pen.fill(rectangle({ x: 15, y, w: 1.1, h: 21.6 }), strong ? palette.red : palette.lake)
  paper.tagged('P', (pen) => {
    put(pen, label, [19, y, 48, 4.6], { face: 'SansR', size: 9, colour: palette.ink })
    const lines = setInBox(value, box(19, y + 5, 48, 10), {
      field: label,
      face: 'SansM',
      size: 23,
      min: 14,
      colour: palette.ink,
    })
    drawLines(pen, lines)
    const last = lines.at(-1)!
    drawLines(pen, [
      {
        ...last,
        x: last.x + widthAt(value, last.size) + 1.6,
        text: unit,
        face: 'SansR',
        size: 9,
        colour: palette.soft,
      },
    ])
    put(pen, note, [19, y + 16, 62, 5], { field: label, face: 'SansR', size: 8, min: 6.5, colour: palette.soft })
  })
}

/** Figures are tabular, so their width is known without the font. */
const widthAt = (text: string, size: number): number =>
  [...text].reduce((sum, c) => sum + (/[\d%]/.test(c) ? 0.56 : c === ',' || c === '.' ? 0.29 : 1) * size * 0.3528, 0)
