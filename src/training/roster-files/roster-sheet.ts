/** The workbook that goes out: the empty template, and the lines that came back with what to correct. */
import { fillSheet } from '../../infra/sheets/fill-sheet.js'
import { exampleRow, rosterColumns, rosterKeys } from './roster-columns.data.js'
import type { RosterTexts } from './roster-row.rules.js'

// Several tags stand in one cell: a drop-down would refuse them.
const sheet = fillSheet(
  '名册',
  rosterColumns.map(({ list, ...column }) => ({ ...column, ...(list && column.key !== 'tags' && { list }) })),
)
const cellsOf = (texts: RosterTexts): string[] => rosterKeys.map((key) => texts[key] ?? '')

export const rosterTemplate = (): Promise<Buffer> => sheet.template([cellsOf(exampleRow)])

/** Same layout, only the lines with faults. */
export const faultsSheet = (lines: readonly { texts: RosterTexts; reasons: string }[]): Promise<Buffer> =>
  sheet.faults(lines.map(({ texts, reasons }) => [...cellsOf(texts), reasons]))
