import { faultsHeader } from '../../shared/columns.js'
import { writeSheet, type SheetColumn } from './write-sheet.js'

export interface FillColumn extends Omit<SheetColumn, 'kind'> {
  required?: boolean
}
type Texts = readonly string[]

/**
 * A workbook that people fill in: the template, and the rows that come back with what to correct in red. Every cell is
 * text: an ID stays whole, and what was typed comes back as it was typed.
 */
export function fillSheet(sheetName: string, columns: readonly FillColumn[]) {
  const sheet = {
    sheetName,
    columns: columns.map(({ header, required, width, note, list }): SheetColumn => ({
      header: required ? `${header}*` : header,
      width,
      kind: 'text',
      ...(note && { note }),
      ...(list && { list }),
    })),
    headerLocked: true,
  }
  return {
    template: (examples: readonly Texts[]): Promise<Buffer> => writeSheet({ ...sheet, rows: examples }),
    /** Each row ends with its reasons. */
    faults: (rows: readonly Texts[]): Promise<Buffer> =>
      writeSheet({ ...sheet, rows, errorsColumn: { header: faultsHeader, width: 60 } }),
  }
}
