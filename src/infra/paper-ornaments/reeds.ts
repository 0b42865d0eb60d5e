import { ellipse, lineTo, traced, type Path, type Point } from '../paper-drawing/path.js'
import { palette, type Colour } from '../paper-drawing/palette.js'
import type { Pen } from '../paper-drawing/pen.js'

/** A reed: foot, height, bend, plume (0 for none); formulas of papers.md section 6. */
export interface Reed {
  x: number
  y: number
  h: number
  b: number
  p: number
}

export interface ReedBed {
  reeds: readonly Reed[]
  stem: Colour
  plume: Colour
  width: number
}

export const reed = (x: number, y: number, h: number, b: number, p: number): Reed => ({ x, y, h, b, p })

const stemAt = ({ x, y, h, b }: Reed, s: number): Point => [x + b * s * s, y - h * s]

/** A leaf is two edges that meet at both ends of its mid line. */
const leaf = (plant: Reed, at: number, length: number, side: 1 | -1): Path => {
  const [fx, fy] = stemAt(plant, at)
  const edge = (offset: number) =>
    traced(
      (s) => {
        const bulge = offset * length * Math.sin(Math.PI * s)
        const [up, lean] = [0.95 - 1.5 * s, 0.62]
        const norm = Math.hypot(up, lean)
        const [mx, my] = [lean * length * s, 0.95 * length * s - 0.75 * length * s * s]
        return [fx + side * (mx - (bulge * up) / norm), fy - (my + (bulge * lean) / norm)]
      },
      0,
      1,
      3,
    )
  return [...edge(0.0275), ...edge(-0.0275)]
}

const plumePairs = 9

/** Strokes in pairs from the tip down; the wind that bends the stem carries them to its side. */
const plume = (plant: Reed): Path => {
  const { p, h, b } = plant
  const wind = 0.48 * Math.sign(b)
  const axis = traced((s) => stemAt(plant, s), 1 - p / h, 1 + (0.32 * p) / h, 3)
  const strokes = Array.from({ length: plumePairs }, (_, i) => {
    const [x, y] = stemAt(plant, 1 - (p / h) * ((i + 1) / plumePairs))
    const length = 0.34 * p * Math.sin(Math.PI * (0.18 + (0.74 * i) / plumePairs))
    return [0.58, -0.58].flatMap((spread): Path => {
      const [dx, dy] = [(spread + wind) * length, -0.62 * length]
      const [cx, cy] = [x + dx * 0.35, y + dy * 0.8]
      const third = (from: number, to: number) => from + ((to - from) * 2) / 3
      return [
        ['M', x, y],
        ['C', third(x, cx), third(y, cy), third(x + dx, cx), third(y + dy, cy), x + dx, y + dy],
      ]
    })
  })
  return [...axis, ...strokes.flat()]
}

const stem = (plant: Reed): Path => traced((s) => stemAt(plant, s), 0, plant.p > 0 ? 1 - plant.p / plant.h : 1, 3)

const rings = ({ x, y }: Reed): Path => [...ellipse(x, y, 2.1, 0.42), ...ellipse(x, y, 4, 0.8)]

export const drawReeds = (pen: Pen, { reeds, stem: stemColour, plume: plumeColour, width }: ReedBed) => {
  for (const plant of reeds) pen.stroke(rings(plant), palette[stemColour], width * 0.65)
  const stems = reeds.flatMap((plant) => [
    ...stem(plant),
    ...leaf(plant, 0.34, 0.34 * plant.h, 1),
    ...leaf(plant, 0.52, 0.3 * plant.h, -1),
  ])
  pen.stroke(stems, palette[stemColour], width)
  const plumes = reeds.filter((plant) => plant.p > 0).flatMap(plume)
  pen.stroke(plumes.length > 0 ? plumes : lineTo(0, 0, 0, 0), palette[plumeColour], width * 0.8)
}
