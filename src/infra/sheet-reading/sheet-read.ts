/** What a spreadsheet gives to whoever imports it. */
export type SheetCellKind = 'text' | 'number' | 'date' | 'formula' | 'error' | 'blank'

/**
 * `number` was typed as a number: beyond 15 digits Excel has already lost some, so an ID column must refuse it.
 * `date` has the text `YYYY-MM-DD`, `YYYY-MM-DD HH:mm` or `HH:mm`; `formula` the result that was stored with it.
 */
export interface SheetCell {
  text: string
  kind: SheetCellKind
}

export interface SheetRow {
  /** The line as the spreadsheet program numbers it, so that a message can name it. */
  line: number
  /** At least as many as the header has columns. */
  cells: SheetCell[]
}

export type SheetProblem =
  | 'not-a-workbook'
  | 'too-big'
  | 'zip-bomb'
  | 'password'
  | 'empty'
  | 'too-many-rows'
  | 'cell-too-long'
  | 'unreadable'
  | 'encoding'
  | 'timeout'

export type SheetRead =
  | { ok: true; header: string[]; rows: SheetRow[] }
  /** `detail` is for the log and for choosing a closer sentence (`xls`, `ods`, `html`, `no-rows`, a line number). */
  | { ok: false; reason: SheetProblem; detail?: string }

export interface SheetReadOptions {
  /** Its ending tells a CSV file from other text. */
  originalName: string
  maxRows?: number
  /** Names of the columns that are looked for: the first row with most of them is the header, whatever stands above. */
  expect?: readonly string[]
  /** This sheet is tried first, then the other visible ones, until one has the header; without any header, the first of them. */
  sheetName?: string
}

/** A file that cannot be read, thrown inside the reader and returned by it as a reason. */
export class SheetRefusal extends Error {
  constructor(
    readonly reason: SheetProblem,
    readonly detail?: string,
  ) {
    super(reason)
  }
}

export const blankCell: SheetCell = { text: '', kind: 'blank' }

const edge = /[\s\u200b\ufeff]/
/** Spaces of all kinds around the text go, inner ones stay: the importer knows what a column may hold. */
export const textCell = (text: string): SheetCell => {
  let end = text.length
  while (end > 0 && edge.test(text[end - 1]!)) end -= 1
  const trimmed = text.slice(0, end).replace(/^[\s\u200b\ufeff]+/, '')
  return trimmed === '' ? blankCell : { text: trimmed, kind: 'text' }
}
