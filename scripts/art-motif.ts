/** The motif of water and reeds as SVG path data, by the formulas of papers.md 6. Pure. */
type Point = readonly [x: number, y: number]
type Curve = (s: number) => Point

const round = (value: number) => Math.round(value * 100) / 100
const pair = ([x, y]: Point) => `${round(x)} ${round(y)}`

/** Samples a curve at equal steps and joins the samples as cubic Béziers from Hermite data. */
export function smooth(curve: Curve, from: number, to: number, steps: number): string {
  const h = (to - from) / steps
  const slope = (s: number): Point => {
    const e = h / 64
    const [a, b] = [curve(s - e), curve(s + e)]
    return [(b[0] - a[0]) / (2 * e), (b[1] - a[1]) / (2 * e)]
  }
  const parts = [`M${pair(curve(from))}`]
  for (let k = 0; k < steps; k += 1) {
    const [s0, s1] = [from + k * h, from + (k + 1) * h]
    const [p0, p1, d0, d1] = [curve(s0), curve(s1), slope(s0), slope(s1)]
    const c0: Point = [p0[0] + (d0[0] * h) / 3, p0[1] + (d0[1] * h) / 3]
    const c1: Point = [p1[0] - (d1[0] * h) / 3, p1[1] - (d1[1] * h) / 3]
    parts.push(`C${pair(c0)} ${pair(c1)} ${pair(p1)}`)
  }
  return parts.join('')
}

export interface Ripples {
  x0: number
  x1: number
  y0: number
  y1: number
  n: number
  a0: number
  a1: number
  l0: number
  l1: number
  dPhi: number
}

/** Near-parallel sines whose spacing opens downwards; one path per line. */
export function ripplePaths(field: Ripples): string[] {
  return Array.from({ length: field.n }, (_, k) => {
    const u = k / (field.n - 1)
    const base = field.y0 + (field.y1 - field.y0) * u ** 1.45
    const a = field.a0 + (field.a1 - field.a0) * u
    const l = field.l0 + (field.l1 - field.l0) * u
    const phi = k * field.dPhi
    const y = (x: number) =>
      base + a * Math.sin((2 * Math.PI * x) / l + phi) + 0.38 * a * Math.sin((2 * Math.PI * x) / (2.7 * l) - 1.6 * phi)
    const steps = Math.ceil(((field.x1 - field.x0) / l) * 4)
    return smooth((x) => [x, y(x)], field.x0, field.x1, steps)
  })
}

export interface Reed {
  x: number
  y: number
  h: number
  bend: number
  plume: number
  leaves?: readonly (readonly [s: number, length: number, side: 1 | -1])[]
}
export interface ReedPaths {
  stem: string[]
  plume: string[]
  rings: string[]
}

const usualLeaves = [
  [0.34, 0.34, 1],
  [0.52, 0.3, -1],
] as const

function leafPaths(at: Point, length: number, side: number): string[] {
  return [1, -1].map((edge) =>
    smooth(
      (s) => [
        at[0] + side * 0.62 * length * s,
        at[1] - (0.95 * length * s - 0.75 * length * s * s) - edge * 0.0275 * length * Math.sin(Math.PI * s),
      ],
      0,
      1,
      4,
    ),
  )
}

/** The outer strokes curve up and away, the inner ones lie along the stem; the stem's tip stands above them. */
function plumePaths(stem: Curve, reed: Reed): string[] {
  const pairs = 13
  return Array.from({ length: pairs }, (_, i) => {
    const from = stem(0.925 - (i / pairs) * (reed.plume / reed.h) * 0.92)
    const length = 0.34 * reed.plume * Math.sin(Math.PI * (0.18 + (0.74 * i) / pairs))
    const outer: Curve = (q) => [
      from[0] + 0.85 * length * Math.sin((q * Math.PI) / 2),
      from[1] - length * (0.2 * q + 0.42 * q * q),
    ]
    const inner: Curve = (q) => [from[0] + 0.1 * length * q * q, from[1] - 0.8 * length * q]
    return [smooth(outer, 0, 1, 2), smooth(inner, 0, 1, 1)]
  }).flat()
}

const ellipse = (x: number, y: number, rx: number, ry: number) =>
  `M${pair([x - rx, y])}a${round(rx)} ${round(ry)} 0 1 0 ${round(2 * rx)} 0a${round(rx)} ${round(ry)} 0 1 0 ${round(-2 * rx)} 0`

/** A bent stem with leaf blades, a plume, and two rings on the water. `ring` scales the rings. */
export function reedPaths(reed: Reed, ring = 1): ReedPaths {
  const stem: Curve = (s) => [reed.x + reed.bend * s * s, reed.y - reed.h * s]
  const leaves = (reed.leaves ?? usualLeaves).flatMap(([s, length, side]) => leafPaths(stem(s), length * reed.h, side))
  return {
    stem: [smooth(stem, 0, 1, 5), ...leaves],
    plume: reed.plume ? plumePaths(stem, reed) : [],
    rings: [ellipse(reed.x, reed.y, 2.1 * ring, 0.42 * ring), ellipse(reed.x, reed.y, 4 * ring, 0.8 * ring)],
  }
}

const tall = [
  [0.24, 0.24, 1],
  [0.4, 0.21, -1],
  [0.55, 0.19, 1],
] as const
/** The portal's group of reeds, on 180 × 250. */
export const heroReeds: readonly Reed[] = [
  {
    x: 36,
    y: 242,
    h: 128,
    bend: -14,
    plume: 0,
    leaves: [
      [0.28, 0.28, 1],
      [0.46, 0.26, -1],
      [0.6, 0.2, 1],
    ],
  },
  { x: 57, y: 242, h: 188, bend: 27, plume: 46, leaves: tall },
  {
    x: 83,
    y: 242,
    h: 236,
    bend: 38,
    plume: 54,
    leaves: [
      [0.26, 0.26, 1],
      [0.42, 0.22, -1],
      [0.58, 0.2, 1],
    ],
  },
  { x: 109, y: 242, h: 168, bend: 30, plume: 40, leaves: tall },
  { x: 135, y: 242, h: 122, bend: 25, plume: 32, leaves: tall },
]
/** The small group above water, on 208 × 136. */
export const emptyReeds: readonly Reed[] = [
  {
    x: 62,
    y: 108,
    h: 47,
    bend: -6.5,
    plume: 0,
    leaves: [
      [0.3, 0.32, 1],
      [0.46, 0.26, -1],
      [0.6, 0.2, 1],
    ],
  },
  { x: 72, y: 108, h: 75, bend: 12, plume: 19, leaves: tall },
  { x: 88, y: 108, h: 96, bend: 18, plume: 22, leaves: tall },
  { x: 106, y: 108, h: 66, bend: 14.5, plume: 17, leaves: tall },
]
