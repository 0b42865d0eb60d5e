import type { SheetRow } from '../../src/infra/sheet-reading/sheet-read.js'

/** Rows of a spreadsheet below its header, as the reader of an uploaded file gives them. */
export const sheetRows = (rows: readonly (readonly string[])[]): SheetRow[] =>
  rows.map((cells, i) => ({ line: i + 2, cells: cells.map((text) => ({ text, kind: text ? 'text' : 'blank' })) }))
