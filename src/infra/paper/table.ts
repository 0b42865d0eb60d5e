import type { Face } from '../paper-fonts/faces.js'
import { fit, type Fitted, type FitRule } from '../paper-text/fit.js'
import type { Box } from '../paper-text/measures.js'
import { drawRule } from '../paper-ornaments/motif.js'
import { pageBreaks } from './page-breaks.js'
import { palette } from '../paper-drawing/palette.js'
import { lineTo, rectangle } from '../paper-drawing/path.js'
import { setInBox, type Align, type Pen } from '../paper-drawing/pen.js'
import { cellOf, type Cell } from './table-cell.js'
import type { WorkingPaper } from './working-paper.js'

/** Tables of the working papers (papers.md section 7): repeated head, whole rows, totals that never stand alone. */
export interface Column {
  head: string
  width: number
  align: Align
  face?: Face
  /** Points; 8.5 unless told. */
  size?: number
  /** A cell for a hand-written signature, framed by vertical rules. */
  signature?: boolean
}

export interface Table {
  columns: readonly Column[]
  rows: readonly (readonly (string | Cell)[])[]
  totals?: readonly (string | Cell)[]
  x: number
  /** Top of the head on the first page, and on the pages that follow. */
  y: number
  nextY: number
  headHeight: number
  rowHeight: number
  /** Nothing of the table goes below this. */
  bottom: number
  /** Height that must stay free under the table on its last page, for sums, signatures and seal. */
  closing?: number
  /** Rows that go with the closing block; 3 unless told. */
  keep?: number
  /** What each further page shows above the table. */
  onNewPage?: () => void
}

const padding = 1.6
const smallest = 7
const lineGrowth = 3.1
const mostLines = 40

const ruleOf = (column: Column, cell: Cell, face?: Face): FitRule => ({
  field: column.head,
  face: face ?? cell.face ?? column.face ?? 'SansR',
  size: column.size ?? 8.5,
  min: Math.min(smallest, column.size ?? 8.5),
  lines: mostLines,
  breaksWords: true,
})

const linesIn = (column: Column, cell: Cell): Fitted | undefined =>
  cell.text === '' ? undefined : fit(ruleOf(column, cell), cell.text, column.width - 2 * padding)

/** A row grows by 3.1 mm for each line after the second. */
const heightOf = ({ columns, rowHeight }: Pick<Table, 'columns' | 'rowHeight'>, row: readonly (string | Cell)[]) => {
  const lines = columns.map((column, i) => linesIn(column, cellOf(row[i]))?.lines.length ?? 1)
  return rowHeight + Math.max(0, Math.max(...lines) - 2) * lineGrowth
}

/** In millimetres, for whoever must know the pages before they are drawn. */
export const rowHeights = (table: Pick<Table, 'columns' | 'rowHeight' | 'rows'>): number[] =>
  table.rows.map((row) => heightOf(table, row))

const drawCell = (pen: Pen, column: Column, cell: Cell, box: Box, strong: boolean) => {
  const area = { ...box, x: box.x + padding, w: box.w - 2 * padding }
  if (cell.paint) return cell.paint(pen, area)
  const blank = cell.text === ''
  if (blank && (column.signature || strong)) return
  const face: Face | undefined = strong && cell.face === undefined ? 'SansB' : undefined
  const colour = blank ? palette.mute : (cell.colour ?? palette.ink)
  const style = { ...ruleOf(column, cell, face), align: column.align, colour }
  for (const line of setInBox(blank ? '—' : cell.text, area, style)) pen.text(line)
}

const drawCells = (
  paper: WorkingPaper,
  table: Table,
  cells: readonly Cell[],
  y: number,
  height: number,
  strong = false,
) =>
  paper.group('TR', () => {
    let x = table.x
    table.columns.forEach((column, i) => {
      const box = { x, y, w: column.width, h: height }
      paper.tagged('TD', (pen) => drawCell(pen, column, cells[i]!, box, strong))
      x += column.width
    })
  })

const widthOfTable = ({ columns }: Table) => columns.reduce((sum, { width }) => sum + width, 0)

const drawHead = (paper: WorkingPaper, table: Table, y: number) => {
  const [{ x, headHeight: h }, w] = [table, widthOfTable(table)]
  paper.pen.fill(rectangle({ x, y, w, h }), palette.head)
  drawRule(paper.pen, x, x + w, y, palette.lake, 0.35)
  drawRule(paper.pen, x, x + w, y + h, palette.lake, 0.2)
  paper.group('TR', () => {
    let left = x
    for (const { head, width, align } of table.columns) {
      const area = { x: left + padding, y, w: width - 2 * padding, h }
      const style = { field: head, face: 'SansM', size: 8.5, min: 6.5, lines: 2, colour: palette.deep, align } as const
      paper.tagged('TH', (pen) => setInBox(head, area, style).forEach((line) => pen.text(line)), 'Column')
      left += width
    }
  })
}

/** Vertical rules stand around signature cells only. */
const drawSignatureFrames = (pen: Pen, table: Table, top: number, bottom: number) => {
  let x = table.x
  table.columns.forEach((column, i) => {
    const edges = [
      ...(column.signature ? [x] : []),
      ...(column.signature && !table.columns[i + 1]?.signature ? [x + column.width] : []),
    ]
    for (const edge of edges) pen.stroke(lineTo(edge, top, edge, bottom), palette.line, 0.12)
    x += column.width
  })
}

const totalsHeight = ({ rowHeight, totals }: Table) => (totals ? rowHeight + 1 : 0)

const drawTotals = (paper: WorkingPaper, table: Table, y: number) => {
  const [h, w] = [totalsHeight(table), widthOfTable(table)]
  paper.pen.fill(rectangle({ x: table.x, y, w, h }), palette.head)
  drawCells(
    paper,
    table,
    table.columns.map((_, i) => cellOf(table.totals![i])),
    y,
    h,
    true,
  )
  drawRule(paper.pen, table.x, table.x + w, y + h, palette.lake, 0.12)
}

const drawRows = (
  paper: WorkingPaper,
  table: Table,
  from: number,
  count: number,
  top: number,
  heights: readonly number[],
) => {
  let y = top
  for (let i = from; i < from + count; i++) {
    const height = heights[i]!
    drawCells(
      paper,
      table,
      table.columns.map((_, column) => cellOf(table.rows[i]![column])),
      y,
      height,
    )
    y += height
    drawRule(paper.pen, table.x, table.x + widthOfTable(table), y, palette.line, 0.12)
  }
  drawSignatureFrames(paper.pen, table, top - table.headHeight, y)
  return y
}

/** Draws a table over as many pages as it needs; gives the height at which it ends on the last one. */
export const drawTable = (paper: WorkingPaper, table: Table): number => {
  const heights = rowHeights(table)
  const room = (top: number) => table.bottom - top - table.headHeight
  const tail = totalsHeight(table) + (table.closing ?? 0)
  const breaks = { first: room(table.y), next: room(table.nextY), tail, keep: table.keep ?? 3 }
  let [y, from] = [table.y, 0]
  paper.group('Table', () => {
    pageBreaks(heights, breaks).forEach((count, page) => {
      if (page > 0) {
        paper.newPage()
        table.onNewPage?.()
      }
      const top = page === 0 ? table.y : table.nextY
      if (count === 0 && table.rows.length > 0) return
      drawHead(paper, table, top)
      y = drawRows(paper, table, from, count, top + table.headHeight, heights)
      from += count
    })
    if (!table.totals) return
    drawTotals(paper, table, y)
    y += totalsHeight(table)
  })
  return y
}
