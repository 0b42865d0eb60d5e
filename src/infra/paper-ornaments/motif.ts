import { lineTo, rectangle, traced, type Curve, type Path } from '../paper-drawing/path.js'
import type { Matrix, Pen } from '../paper-drawing/pen.js'
import { palette, type Colour } from '../paper-drawing/palette.js'

/** The artwork of 白洋淀, regenerated from the formulas of papers.md section 6; reeds stand in reeds.ts. */
const tau = 2 * Math.PI

export interface Ripples {
  x0: number
  x1: number
  y0: number
  y1: number
  lines: number
  a0: number
  a1: number
  l0: number
  l1: number
  phase: number
  width: number
  colours: readonly Colour[]
}

const ripple = (r: Ripples, k: number): { path: Path; u: number } => {
  const u = k / (r.lines - 1)
  const base = r.y0 + (r.y1 - r.y0) * u ** 1.45
  const a = r.a0 + (r.a1 - r.a0) * u
  const length = r.l0 + (r.l1 - r.l0) * u
  const phi = k * r.phase
  const curve: Curve = (x) => [
    x,
    base + a * Math.sin((tau * x) / length + phi) + 0.38 * a * Math.sin((tau * x) / (2.7 * length) - 1.6 * phi),
  ]
  return { path: traced(curve, r.x0, r.x1, Math.ceil(((r.x1 - r.x0) / length) * 4)), u }
}

export const drawRipples = (pen: Pen, ripples: Ripples) => {
  for (let k = 0; k < ripples.lines; k++) {
    const { path, u } = ripple(ripples, k)
    const colour = ripples.colours[Math.min(ripples.colours.length - 1, Math.floor(u * ripples.colours.length))]!
    pen.stroke(path, palette[colour], ripples.width * (0.8 + 0.5 * u))
  }
}

const bandGap = 5.4
const bandAxis = 12
const bandStrands = 5
const taper = 7

const strand =
  (period: number, side: number, k: number): Curve =>
  (s) => {
    const theta = (tau * s) / period
    const phi = (k * Math.PI) / bandStrands
    const end = Math.sin((Math.PI / 2) * Math.min(1, Math.min(s, side - s) / taper))
    const wave = 0.72 * Math.sin(theta + phi) + 0.28 * (0.62 + 0.38 * Math.cos(theta)) * Math.sin(2 * theta + phi)
    return [s, 2 * end * wave]
  }

const bandTile = (pen: Pen, period: number, side: number, from: number) => {
  const strands = Array.from({ length: bandStrands }, (_, k) => {
    const curve = strand(period, side, k)
    const shifted: Curve = (s) => [s, curve(from + s)[1]]
    return traced(shifted, 0, period, 8)
  })
  pen.stroke(strands.flat(), palette.t4, 0.14)
}

/** One side of the band: first, middle and last period as tiles, placed by `at`, which tells where a point of the side lies. */
const stampBand = (pen: Pen, periods: number, at: (start: number) => Matrix) => {
  for (let i = 0; i < periods; i++)
    pen.stamp(i === 0 ? 'BandFirst' : i === periods - 1 ? 'BandLast' : 'BandMiddle', at(i))
}

/** The frame: rules at 8 and 16 mm, the band between them, a flower in each corner. */
export const drawFrame = (pen: Pen, width: number, height: number) => {
  const gap = bandAxis + bandGap
  const [long, high] = [width - 2 * gap, height - 2 * gap]
  const [nx, ny] = [Math.round(long / 17.5), Math.round(high / 17.5)]
  const [px, py] = [long / nx, high / ny]
  const stretch = py / px
  pen.tile('BandFirst', (tile) => bandTile(tile, px, long, 0))
  pen.tile('BandMiddle', (tile) => bandTile(tile, px, long, px))
  pen.tile('BandLast', (tile) => bandTile(tile, px, long, long - px))
  stampBand(pen, nx, (i) => [1, 0, 0, 1, gap + i * px, bandAxis])
  stampBand(pen, nx, (i) => [-1, 0, 0, -1, width - gap - i * px, height - bandAxis])
  stampBand(pen, ny, (i) => [0, -stretch, 1, 0, bandAxis, height - gap - i * py])
  stampBand(pen, ny, (i) => [0, stretch, -1, 0, width - bandAxis, gap + i * py])
  for (const x of [bandAxis, width - bandAxis])
    for (const y of [bandAxis, height - bandAxis]) drawLotus(pen, { ...corner, cx: x, cy: y }, 'Corner')
  pen.stroke(rectangle({ x: 8, y: 8, w: width - 16, h: height - 16 }), palette.lake, 0.35)
  pen.stroke(rectangle({ x: 16, y: 16, w: width - 32, h: height - 32 }), palette.t4, 0.15)
}

export interface Lotus {
  cx: number
  cy: number
  radius: number
  petals: number
  curves: number
  s0: number
  width: number
  colour: Colour
}

const corner: Lotus = { cx: 0, cy: 0, radius: 3.7, petals: 8, curves: 5, s0: 0.28, width: 0.14, colour: 't4' }

const petal =
  ({ radius, petals, curves, s0, width, colour }: Lotus) =>
  (pen: Pen) => {
    const lines = Array.from({ length: curves }, (_, i) => {
      const scale = s0 + ((1 - s0) * i) / (curves - 1)
      const curve: Curve = (angle) => {
        const q = Math.max(0, Math.cos((petals * angle) / 2))
        const r = radius * scale * (0.6 + 0.3 * q + 0.1 * q ** 10)
        return [r * Math.sin(angle), -r * Math.cos(angle)]
      }
      return traced(curve, -Math.PI / petals, Math.PI / petals, 4)
    })
    pen.stroke(lines.flat(), palette[colour], width)
  }

export const drawLotus = (pen: Pen, lotus: Lotus, tile = 'Petal') => {
  pen.tile(tile, petal(lotus))
  for (const [scale, half] of [
    [1, 0],
    [0.86, 0.5],
  ] as const)
    for (let i = 0; i < lotus.petals; i++) {
      const angle = ((i + half) * tau) / lotus.petals
      const [c, s] = [scale * Math.cos(angle), scale * Math.sin(angle)]
      pen.stamp(tile, [c, s, -s, c, lotus.cx, lotus.cy])
    }
}

/** The braid under a title. */
export const drawDivider = (pen: Pen, cx: number, y: number, length: number, periods = 7) => {
  const strands = [0, 1, 2].map((k) => braid(cx - length / 2, y, length, 0.95, periods, (k * Math.PI) / 3))
  pen.stroke(strands.flat(), palette.lake, 0.16)
}

const braid = (x: number, y: number, length: number, a: number, periods: number, phi: number) =>
  traced((s) => [x + length * s, y + a * Math.sin(Math.PI * s) * Math.sin(tau * periods * s + phi)], 0, 1, periods * 8)

/** The band under the running head of papers 5 to 9. */
export const drawHeadBand = (pen: Pen, x: number, width: number, y = 17) => {
  const strands = [0, 1, 2].map((k) => braid(x, y, width, 0.8, Math.round(width / 13), (k * Math.PI) / 3))
  pen.stroke(strands.flat(), palette.t4, 0.13)
}

export const drawRule = (pen: Pen, x1: number, x2: number, y: number, colour: string = palette.line, width = 0.15) =>
  pen.stroke(lineTo(x1, y, x2, y), colour, width)
