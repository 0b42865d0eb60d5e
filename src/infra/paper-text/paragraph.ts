import type { Face } from '../paper-fonts/faces.js'
import { doesNotFit } from './fit.js'
import { widthOf } from '../paper-fonts/font-chain.js'
import { unitsOf } from './line-break.js'
import { em } from './measures.js'
import type { TextLine } from '../paper-drawing/pen.js'

export interface Piece {
  text: string
  face: Face
}

export interface ParagraphStyle {
  field: string
  x: number
  y: number
  width: number
  size: number
  /** Line pitch in ems. */
  lead: number
  /** First-line indent in ems. */
  indent: number
  maxLines: number
  colour: string
}

type Line = Piece[]

const widthOfLine = (line: Line, size: number) =>
  line.reduce((sum, piece) => sum + widthOf(piece.face, piece.text, size), 0)

const fillLines = (pieces: readonly Piece[], style: ParagraphStyle): Line[] => {
  const lines: Line[] = [[]]
  let room = style.width - style.indent * em(style.size)
  for (const { text, face } of pieces)
    for (const unit of unitsOf(text)) {
      const width = widthOf(face, unit, style.size, 0, style.field)
      if (width > room + 0.001) {
        lines.push([])
        room = style.width
      }
      lines.at(-1)!.push({ text: unit, face })
      room -= width
    }
  return lines
}

/** Neighbouring units of one face become one stretch again. */
const joined = (line: Line): Line =>
  line.reduce<Line>((stretches, { text, face }) => {
    const last = stretches.at(-1)
    if (last?.face === face) last.text += text
    else stretches.push({ text, face })
    return stretches
  }, [])

/** A justified paragraph with a first-line indent; refuses when it needs more lines than the paper has. */
export const setParagraph = (pieces: readonly Piece[], style: ParagraphStyle): TextLine[] => {
  const lines = fillLines(pieces, style).map(joined)
  const whole = pieces.map(({ text }) => text).join('')
  if (lines.length > style.maxLines) throw doesNotFit(style.field, whole, style.width)
  return lines.flatMap((line, i) => {
    const indent = i === 0 ? style.indent * em(style.size) : 0
    const gaps = line.reduce((sum, { text }) => sum + [...text].length, 0) - 1
    const slack = style.width - indent - widthOfLine(line, style.size)
    const tracking = i === lines.length - 1 || gaps < 1 ? 0 : slack / gaps / em(1)
    let x = style.x + indent
    return line.map(({ text, face }) => {
      const baseline = style.y + (0.88 + i * style.lead) * em(style.size)
      const placed: TextLine = {
        x,
        baseline,
        text,
        face,
        size: style.size,
        tracking,
        colour: style.colour,
        field: style.field,
      }
      x += widthOf(face, text, style.size, tracking) + em(tracking)
      return placed
    })
  })
}
