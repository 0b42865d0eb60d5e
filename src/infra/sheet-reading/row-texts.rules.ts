import { cleanText } from '../../shared/text.js'
import type { SheetCell, SheetRow } from './sheet-read.js'

interface ReadColumn<K> {
  key: K
  /** characters that the column may hold */
  most?: number
}
export interface CellFault<K> {
  column: K
  code: 'cell-error' | 'cell-as-number' | 'cell-long'
  params: { text: string }
}

const mostCharacters = 200
/** Excel keeps 15 digits of a number and makes the others 0: a longer one that was typed as a number is lost. */
const mostExactDigits = 15

export const isLostNumber = ({ kind, text }: SheetCell): boolean =>
  kind === 'number' && text.replace(/\D/g, '').length > mostExactDigits

/** What stands in each column of a row, and the cells that nothing can be read from whatever their column is. */
export function rowTexts<K extends string>(
  { cells }: Pick<SheetRow, 'cells'>,
  columns: readonly ReadColumn<K>[],
  at: Partial<Record<K, number>>,
): { texts: Partial<Record<K, string>>; faults: CellFault<K>[] } {
  const texts: Partial<Record<K, string>> = {}
  const faults: CellFault<K>[] = []
  for (const { key, most = mostCharacters } of columns) {
    const cell = at[key] === undefined ? undefined : cells[at[key]]
    const text = cleanText(cell?.text ?? '')
    if (!cell || text === '') continue
    texts[key] = text
    if (cell.kind === 'error') faults.push({ column: key, code: 'cell-error', params: { text } })
    else if (isLostNumber(cell)) faults.push({ column: key, code: 'cell-as-number', params: { text: '' } })
    else if (text.length > most) faults.push({ column: key, code: 'cell-long', params: { text: String(most) } })
  }
  return { texts, faults }
}
