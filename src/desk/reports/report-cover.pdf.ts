import type { Group } from '../../counting/person-times/person-time.queries.js'
import { box } from '../../infra/paper/measures.js'
import { drawRule } from '../../infra/paper/motif.js'
import { palette } from '../../infra/paper/palette.js'
import { lineTo, rectangle } from '../../infra/paper/path.js'
import { drawLines, setInBox, type Pen, type TextStyle } from '../../infra/paper/pen.js'
import type { WorkingPaper } from '../../infra/paper/working-paper.js'

export const put = (
  pen: Pen,
  text: string,
  area: readonly [x: number, y: number, w: number, h: number],
  style: Omit<TextStyle, 'field'> & { field?: string },
): void => drawLines(pen, setInBox(text, box(...area), { field: 'report', ...style }))

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

const plot = { x: 107, y: 80, w: 175, h: 82 }

/** The top of the axis: the next full step above what is shown, in at most six steps of 1, 2 or 5 times a power of ten. */
export function axisOf(highest: number): { top: number; step: number } {
  const least = Math.max(5, highest)
  const power = 10 ** Math.floor(Math.log10(least / 5))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one * 6 >= least)!
  return { step, top: Math.ceil(least / step) * step }
}

function drawChart(paper: WorkingPaper, { chartTitle, months, target, begun }: Cover): void {
  const sums = months.map((_, i) => months.slice(0, i + 1).reduce((total, { personTimes }) => total + personTimes, 0))
  const aims = months.map((_, i) => (target === undefined ? undefined : Math.round((target * (i + 1)) / months.length)))
  const { top, step } = axisOf(Math.max(sums.at(-1) ?? 0, target ?? 0))
  paper.tagged('H2', (pen) =>
    put(pen, chartTitle, [87, 71, 120, 6], { face: 'SansB', size: 10.5, colour: palette.ink }),
  )
  drawLegend(paper.pen, target !== undefined)
  for (let value = 0; value <= top; value += step) {
    const y = plot.y + plot.h * (1 - value / top)
    paper.pen.stroke(
      lineTo(plot.x, y, plot.x + plot.w, y),
      value === 0 ? palette.ink : palette.line,
      value === 0 ? 0.25 : 0.1,
    )
    put(paper.pen, value.toLocaleString('en-US'), [87, y - 2, 17.5, 4], {
      face: 'SansR',
      size: 7.5,
      colour: palette.soft,
      align: 'right',
    })
  }
  const slot = plot.w / months.length
  months.forEach((_, i) => {
    const x = plot.x + i * slot
    const height = (plot.h * sums[i]!) / top
    if (i < begun && height > 0) {
      const bar = rectangle({ x: x + slot * 0.19, y: plot.y + plot.h - height, w: slot * 0.62, h: height })
      paper.pen.fill(bar, palette.bar)
      paper.pen.stroke(bar, palette.lake, 0.25)
    }
    const aim = aims[i]
    if (aim !== undefined)
      paper.pen.stroke(
        lineTo(x + slot * 0.07, plot.y + plot.h * (1 - aim / top), x + slot * 0.93, plot.y + plot.h * (1 - aim / top)),
        palette.red,
        0.7,
      )
  })
  drawStrip(paper, months, sums, aims, begun)
}

function drawLegend(pen: Pen, withTarget: boolean): void {
  pen.fill(rectangle({ x: 213, y: 72.6, w: 5, h: 2.8 }), palette.bar)
  put(pen, '累计计入人次', [219.4, 71, 26, 6], { face: 'SansR', size: 8, colour: palette.soft })
  if (!withTarget) return
  pen.stroke(lineTo(246, 74, 253, 74), palette.red, 0.7)
  put(pen, '目标进度（按月均分）', [254.4, 71, 28, 6], { face: 'SansR', size: 8, min: 6.5, colour: palette.soft })
}

/** The numbers stand under the axis, so that none lies on a line. */
function drawStrip(
  paper: WorkingPaper,
  months: readonly Group[],
  sums: readonly number[],
  aims: readonly (number | undefined)[],
  begun: number,
): void {
  const slot = plot.w / months.length
  const shown = (value: number | undefined, i: number) =>
    value === undefined || i >= begun ? '—' : value.toLocaleString('en-US')
  const rows: [label: string, values: string[], colour: string][] = [
    ['月份', months.map(({ key }) => `${Number(key.slice(5))}月`), palette.ink],
    ['当月', months.map(({ personTimes }, i) => shown(personTimes, i)), palette.ink],
    ['累计', sums.map(shown), palette.ink],
    ['目标进度', aims.map((aim) => (aim === undefined ? '—' : aim.toLocaleString('en-US'))), palette.red],
  ]
  paper.group('Table', () =>
    rows.forEach(([label, values, colour], row) => {
      const y = plot.y + plot.h + row * 5
      paper.group('TR', () => {
        paper.tagged(
          'TH',
          (pen) => put(pen, label, [87, y, 20, 5], { face: 'SansM', size: 7.5, colour: palette.lake }),
          'Row',
        )
        values.forEach((value, i) =>
          paper.tagged('TD', (pen) =>
            put(pen, value, [plot.x + i * slot, y, slot, 5], {
              face: 'SansR',
              size: 7.5,
              min: 6,
              colour,
              align: 'center',
            }),
          ),
        )
      })
      drawRule(paper.pen, 87, 282, y + 5, palette.line, 0.1)
    }),
  )
}
