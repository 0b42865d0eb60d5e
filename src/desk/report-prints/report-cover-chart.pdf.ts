import type { Group } from '../../counting/person-time-lists/person-time-tally.queries.js'
import { figure } from '../../shared/figures.js'
import { drawRule } from '../../infra/paper-ornaments/motif.js'
import { palette } from '../../infra/paper-drawing/palette.js'
import { lineTo, rectangle } from '../../infra/paper-drawing/path.js'
import type { Pen } from '../../infra/paper-drawing/pen.js'
import type { WorkingPaper } from '../../infra/paper/working-paper.js'
import type { Cover } from './report-cover.pdf.js'
import { put } from './report-text.pdf.js'

const plot = { x: 107, y: 80, w: 175, h: 82 }

/** The top of the axis: the next full step above what is shown, in at most six steps of 1, 2 or 5 times a power of ten. */
export function axisOf(highest: number): { top: number; step: number } {
  const least = Math.max(5, highest)
  const power = 10 ** Math.floor(Math.log10(least / 5))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one * 6 >= least)!
  return { step, top: Math.ceil(least / step) * step }
}

export function drawChart(paper: WorkingPaper, { chartTitle, months, target, begun }: Cover): void {
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
    put(paper.pen, figure(value), [87, y - 2, 17.5, 4], {
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
  const shown = (value: number | undefined, i: number) => (value === undefined || i >= begun ? '—' : figure(value))
  const rows: [label: string, values: string[], colour: string][] = [
    ['月份', months.map(({ key }) => `${Number(key.slice(5))}月`), palette.ink],
    ['当月', months.map(({ personTimes }, i) => shown(personTimes, i)), palette.ink],
    ['累计', sums.map(shown), palette.ink],
    ['目标进度', aims.map((aim) => (aim === undefined ? '—' : figure(aim))), palette.red],
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
