import { n2, type Box } from '../paper-text/measures.js'

/** A path in millimetres. R is a whole rectangle (x, y, w, h). */
export type Segment =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['R', number, number, number, number]
  | readonly ['Z']
export type Path = Segment[]

export type Point = readonly [x: number, y: number]
export type Curve = (t: number) => Point

const nudge = 1e-5

/** The slope of a curve, taken inside its interval at both ends. */
const slope = (curve: Curve, t: number, from: number, to: number): Point => {
  const [a, b] = [Math.max(from, t - nudge), Math.min(to, t + nudge)]
  const [[ax, ay], [bx, by]] = [curve(a), curve(b)]
  return [(bx - ax) / (b - a), (by - ay) / (b - a)]
}

/** Samples a curve and joins the samples as cubic Béziers from Hermite data (papers.md section 6). */
export const traced = (curve: Curve, from: number, to: number, segments: number): Path => {
  const h = (to - from) / segments
  const path: Path = [['M', ...curve(from)]]
  for (let i = 0; i < segments; i++) {
    const [t, next] = [from + i * h, from + (i + 1) * h]
    const [[x0, y0], [x1, y1]] = [curve(t), curve(next)]
    const [[dx0, dy0], [dx1, dy1]] = [slope(curve, t, from, to), slope(curve, next, from, to)]
    path.push(['C', x0 + (dx0 * h) / 3, y0 + (dy0 * h) / 3, x1 - (dx1 * h) / 3, y1 - (dy1 * h) / 3, x1, y1])
  }
  return path
}

export const lineTo = (x1: number, y1: number, x2: number, y2: number): Path => [
  ['M', x1, y1],
  ['L', x2, y2],
]

export const rectangle = ({ x, y, w, h }: Box): Path => [['R', x, y, w, h]]

/** Handle length of a quarter circle drawn as one Bézier. */
export const quarter = 0.5523

export const rounded = ({ x, y, w, h }: Box, r: number): Path => {
  const k = r * (1 - quarter)
  return [
    ['M', x + r, y],
    ['L', x + w - r, y],
    ['C', x + w - k, y, x + w, y + k, x + w, y + r],
    ['L', x + w, y + h - r],
    ['C', x + w, y + h - k, x + w - k, y + h, x + w - r, y + h],
    ['L', x + r, y + h],
    ['C', x + k, y + h, x, y + h - k, x, y + h - r],
    ['L', x, y + r],
    ['C', x, y + k, x + k, y, x + r, y],
    ['Z'],
  ]
}

export const ellipse = (cx: number, cy: number, rx: number, ry: number): Path => {
  const [kx, ky] = [rx * quarter, ry * quarter]
  return [
    ['M', cx + rx, cy],
    ['C', cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry],
    ['C', cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy],
    ['C', cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry],
    ['C', cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy],
    ['Z'],
  ]
}

const pdfOperator = { M: 'm', L: 'l', C: 'c', R: 're', Z: 'h' } as const

export const pdfPath = (path: Path) =>
  path.map(([op, ...numbers]) => [...numbers.map(n2), pdfOperator[op]].join(' ')).join('\n')

const svgSegment = (segment: Segment): string => {
  if (segment[0] !== 'R')
    return (
      segment[0] +
      segment
        .slice(1)
        .map((n) => n2(n as number))
        .join(' ')
    )
  const [, x, y, w, h] = segment
  return `M${n2(x)} ${n2(y)}h${n2(w)}v${n2(h)}h${n2(-w)}z`
}

export const svgPath = (path: Path) => path.map(svgSegment).join('')
