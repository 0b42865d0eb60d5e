import type { Face } from '../paper-fonts/faces.js'
import { fit, type FitRule } from '../paper-text/fit.js'
import { widthOf } from '../paper-fonts/font-chain.js'
import { baselineIn, em, type Box } from '../paper-text/measures.js'
import type { Path } from './path.js'
import type { Photo } from './photo.js'

/** One line of text, placed. */
export interface TextLine {
  x: number
  baseline: number
  text: string
  face: Face
  /** Points. */
  size: number
  /** Points after each letter. */
  tracking: number
  colour: string
  /** Names the field in a refusal. */
  field?: string
  /** Decoration that must not enter the text of the page, such as microtext. */
  silent?: boolean
}

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** What a paper is drawn with; one pen writes PDF, one writes SVG. Millimetres from the top left corner. */
export interface Pen {
  fill(path: Path, colour: string): void
  stroke(path: Path, colour: string, width: number, dash?: readonly [on: number, off: number]): void
  text(line: TextLine): void
  photo(photo: Photo, box: Box): void
  /** Dark modules of a QR code as runs in module units, drawn into a square. */
  modules(
    runs: readonly (readonly [x: number, y: number, length: number])[],
    side: number,
    box: Box,
    colour: string,
  ): void
  /** Draws a repeated piece of the motif once; `stamp` places it. */
  tile(name: string, paint: (pen: Pen) => void): void
  stamp(name: string, matrix: Matrix): void
  /** Draws turned about a point, degrees clockwise. */
  turned(degrees: number, cx: number, cy: number, paint: () => void): void
}

export type Align = 'left' | 'center' | 'right'

export interface TextStyle extends FitRule {
  colour: string
  align?: Align
  /** Where the lines stand in the box; middle unless told. */
  vertical?: 'middle' | 'bottom'
}

const startOf = (align: Align, { x, w }: Box, width: number) =>
  align === 'left' ? x : align === 'center' ? x + (w - width) / 2 : x + w - width

/** Sets a value in its box by the fit rule; throws the refusal without drawing anything. */
export const setInBox = (value: string, box: Box, style: TextStyle): TextLine[] => {
  const { size, lines, tracking } = fit(style, value, box.w)
  const pitch = 1.25 * em(size)
  const height = em(size) + pitch * (lines.length - 1)
  const top = style.vertical === 'bottom' ? box.y + box.h - height : box.y + (box.h - height) / 2
  return lines.map((text, i) => ({
    x: startOf(style.align ?? 'left', box, widthOf(style.face, text, size, tracking, style.field)),
    baseline: baselineIn(top + i * pitch, em(size), size),
    text,
    face: style.face,
    size,
    tracking,
    colour: style.colour,
    field: style.field,
  }))
}

export const drawLines = (pen: Pen, lines: readonly TextLine[]) => {
  for (const line of lines) pen.text(line)
}
