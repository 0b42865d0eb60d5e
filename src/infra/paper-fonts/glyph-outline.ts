import type { FastFont } from './fast-font.js'

/** Decodes TrueType outlines to SVG path data in font units; only pictures need it, PDF copies the bytes. */
interface Knot {
  x: number
  y: number
  on: boolean
}

const repeats = 8
const onCurve = 1

const readFlags = (data: Buffer, start: number, count: number) => {
  const flags: number[] = []
  let at = start
  while (flags.length < count) {
    const flag = data[at++]!
    const times = flag & repeats ? data[at++]! + 1 : 1
    for (let i = 0; i < times; i++) flags.push(flag)
  }
  return { flags, at }
}

const readAxis = (data: Buffer, start: number, flags: readonly number[], short: number, same: number) => {
  let [at, value] = [start, 0]
  const values = flags.map((flag) => {
    if (flag & short) value += flag & same ? data[at++]! : -data[at++]!
    else if (!(flag & same)) {
      value += data.readInt16BE(at)
      at += 2
    }
    return value
  })
  return { values, at }
}

const readContours = (data: Buffer): Knot[][] => {
  const ends = Array.from({ length: data.readInt16BE(0) }, (_, i) => data.readUInt16BE(10 + i * 2))
  const afterEnds = 10 + ends.length * 2
  const { flags, at } = readFlags(data, afterEnds + 2 + data.readUInt16BE(afterEnds), ends.at(-1)! + 1)
  const xs = readAxis(data, at, flags, 2, 16)
  const ys = readAxis(data, xs.at, flags, 4, 32)
  const knots = flags.map((flag, i): Knot => ({ x: xs.values[i]!, y: ys.values[i]!, on: (flag & onCurve) !== 0 }))
  return ends.map((end, i) => knots.slice(i === 0 ? 0 : ends[i - 1]! + 1, end + 1))
}

const between = (a: Knot, b: Knot): Knot => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true })

/** Quadratic curves through a closed contour; two controls in a row have a knot half-way. */
const contourPath = (contour: readonly Knot[]): string => {
  if (contour.length < 2) return ''
  const first = contour.findIndex(({ on }) => on)
  const turned =
    first < 0
      ? [between(contour.at(-1)!, contour[0]!), ...contour]
      : [...contour.slice(first), ...contour.slice(0, first)]
  const [start] = turned as [Knot]
  let path = `M${start.x} ${start.y}`
  for (let i = 1; i <= turned.length; i++) {
    const knot = turned[i % turned.length]!
    if (knot.on) path += i === turned.length ? '' : `L${knot.x} ${knot.y}`
    else {
      const next = turned[(i + 1) % turned.length]!
      const end = next.on ? next : between(knot, next)
      path += `Q${knot.x} ${knot.y} ${end.x} ${end.y}`
      if (next.on) i++
    }
  }
  return `${path}Z`
}

const wordArguments = 1
const argumentsAreOffsets = 2
const scaled = 8 | 64 | 128
const more = 32

/** Parts moved by an offset; the fonts of the house scale none. */
const compositePath = (font: FastFont, data: Buffer): string => {
  const paths: string[] = []
  for (let at = 10, flags = more; flags & more;) {
    flags = data.readUInt16BE(at)
    if (!(flags & argumentsAreOffsets) || flags & scaled) throw new Error(`${font.name}: a scaled composite glyph`)
    const words = (flags & wordArguments) !== 0
    const dx = words ? data.readInt16BE(at + 4) : data.readInt8(at + 4)
    const dy = words ? data.readInt16BE(at + 6) : data.readInt8(at + 5)
    paths.push(...shifted(outlineContours(font, data.readUInt16BE(at + 2)), dx, dy).map(contourPath))
    at += words ? 8 : 6
  }
  return paths.join('')
}

const outlineContours = (font: FastFont, glyph: number): Knot[][] => {
  const data = font.outline(glyph)
  return data.length === 0 || data.readInt16BE(0) < 0 ? [] : readContours(data)
}

const shifted = (contours: Knot[][], dx: number, dy: number) =>
  contours.map((contour) => contour.map((knot) => ({ ...knot, x: knot.x + dx, y: knot.y + dy })))

export const glyphPath = (font: FastFont, glyph: number): string => {
  const data = font.outline(glyph)
  if (data.length === 0) return ''
  return data.readInt16BE(0) < 0 ? compositePath(font, data) : readContours(data).map(contourPath).join('')
}
