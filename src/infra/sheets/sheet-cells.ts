import type { CellValue, Column } from 'exceljs'
import { isDay } from '../../shared/dates.js'

export type SheetColumnKind = 'text' | 'number' | 'day' | 'money'
/** `day` is a `YYYY-MM-DD` text, `money` integer fen. */
export type SheetValue = string | number | null | undefined

export interface SheetColumn {
  header: string
  /** in characters of Latin text; a Chinese character takes two */
  width: number
  kind: SheetColumnKind
  /** choices of a drop-down; other text is refused by the spreadsheet program */
  list?: readonly string[]
  /** a comment on the header cell: how to fill it in */
  note?: string
}

const formats: Record<SheetColumnKind, string> = { text: '@', number: 'General', day: 'yyyy-mm-dd', money: '#,##0.00' }

/** The style of the whole column, so that rows still to be typed have it too: an ID stays text. */
export function columnStyle(column: Partial<Column>, { width, kind }: SheetColumn): void {
  column.width = width
  column.style = {
    numFmt: formats[kind],
    alignment: { vertical: 'top', horizontal: kind === 'number' || kind === 'money' ? 'right' : 'left' },
    protection: { locked: false },
  }
}

const longest = 32_767

/** What a cell of this kind holds: a real number or date where the value is one, otherwise its text. */
export function cellValue(value: SheetValue, kind: SheetColumnKind): CellValue {
  if (value === null || value === undefined || value === '') return null
  if (kind === 'money' && typeof value === 'number') return value / 100
  if (kind === 'number' && typeof value === 'number') return value
  if (kind === 'day' && isDay(value)) return new Date(`${value}T00:00:00Z`)
  return String(value).slice(0, longest)
}
