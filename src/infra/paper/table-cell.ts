import type { Face } from '../paper-fonts/faces.js'
import { spelt } from '../paper-fonts/font-chain.js'
import type { Box } from '../paper-text/measures.js'
import type { Pen } from '../paper-drawing/pen.js'

/** A value, or a value with its own look; `paint` draws into the cell, such as a bar of progress. */
export interface Cell {
  text: string
  colour?: string
  face?: Face
  paint?: (pen: Pen, cell: Box) => void
}

export function cellOf(given: string | Cell | undefined): Cell {
  const cell = typeof given === 'object' ? given : { text: given ?? '' }
  return { ...cell, text: spelt(cell.face ?? 'SansR', cell.text) }
}
