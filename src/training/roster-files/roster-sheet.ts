/** The workbook that goes out: the empty template, and the lines that came back with what to correct. */
import { writeSheet, type SheetColumn } from '../../infra/sheets/write-sheet.js'
import { exampleRow, faultsHeader, rosterColumns, rosterKeys } from './roster-columns.data.js'
import type { RosterTexts } from './roster-row.rules.js'

const sheetName = '名册'
// Every cell is text: an ID stays whole, and what was typed comes back as it was typed.
const columns: readonly SheetColumn[] = rosterColumns.map(({ header, required, width, list, note, key }) => ({
  header: required ? `${header}*` : header,
  width,
  kind: 'text' as const,
  note,
  ...(list && key !== 'tags' && { list }),
}))
const cellsOf = (texts: RosterTexts): string[] => rosterKeys.map((key) => texts[key] ?? '')

export const rosterTemplate = (): Promise<Buffer> =>
  writeSheet({ sheetName, columns, rows: [cellsOf(exampleRow)], headerLocked: true })

/** Same layout, only the lines with faults; the reasons are red and stand in the last column. */
export const faultsSheet = (lines: readonly { texts: RosterTexts; reasons: string }[]): Promise<Buffer> =>
  writeSheet({
    sheetName,
    columns,
    rows: lines.map(({ texts, reasons }) => [...cellsOf(texts), reasons]),
    headerLocked: true,
    errorsColumn: { header: faultsHeader, width: 60 },
  })
