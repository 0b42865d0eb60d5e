/** How a stored cell value becomes what its reader saw: dates are numbers with a format, and numbers lose digits. */
import { blankCell, textCell } from './sheet-read.js'
import type { SheetCell } from './sheet-read.js'

export type DateFormat = 'date' | 'time' | 'datetime'

/** Built-in formats; 27-36 and 50-58 are dates in Chinese Excel and WPS. */
function builtInFormat(id: number): DateFormat | undefined {
  if (id === 22) return 'datetime'
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56)
    return 'time'
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date'
  return undefined
}

/** What kind of date a number format shows, if any. Quoted text, colours, locales and padding are not part of the pattern. */
export function dateFormat(id: number, code: string | undefined): DateFormat | undefined {
  if (code === undefined) return builtInFormat(id)
  const pattern = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!(h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/general|am\/pm|a\/p/gi, '')
    .split(';', 1)[0]!
  const time = /[hs]/i.test(pattern)
  const date = /[yd]/i.test(pattern) || (!time && /m/i.test(pattern)) || /aaa/i.test(pattern)
  if (date) return time ? 'datetime' : 'date'
  return time ? 'time' : undefined
}

const dayMs = 86_400_000
/** Serial 60 is the day that never was (29 February 1900): before it the count is one day off. */
const dayOne = (serial: number, date1904: boolean): number =>
  date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)

export function serialText(serial: number, format: DateFormat, date1904: boolean): string {
  const seconds = Math.round(serial * 86_400)
  const days = Math.floor(seconds / 86_400)
  const stamp = new Date(dayOne(days, date1904) + days * dayMs + (seconds % 86_400) * 1000).toISOString()
  const time = stamp.slice(11, stamp.endsWith(':00.000Z') ? 16 : 19)
  if (format === 'time' || (days === 0 && !date1904)) return time
  return format === 'date' || seconds % 86_400 === 0 ? stamp.slice(0, 10) : `${stamp.slice(0, 10)} ${time}`
}

/** The digits as stored, without exponent and without the noise behind the fifteenth. */
export function numberText(raw: string): string {
  if (/^-?\d+$/.test(raw)) return raw
  const number = Number(raw)
  if (!Number.isFinite(number)) return raw
  if (Number.isInteger(number) && Math.abs(number) < 1e21) return BigInt(number).toString()
  return String(Number(number.toPrecision(15)))
}

export interface ValueContext {
  strings: readonly string[]
  formats: readonly (DateFormat | undefined)[]
  date1904: boolean
}

export interface RawCell {
  type: string | undefined
  style: number
  value: string
  inline: string
  formula: boolean
}

const largestSerial = 2_958_465

function plainCell(raw: RawCell, { strings, formats, date1904 }: ValueContext): SheetCell {
  const { type, value } = raw
  if (type === 's') return textCell(strings[Number(value)] ?? '')
  if (type === 'inlineStr') return textCell(raw.inline)
  if (type === 'str') return textCell(unescapeText(value))
  if (type === 'b') return textCell(value === '1' ? 'TRUE' : 'FALSE')
  if (type === 'e') return { text: value, kind: 'error' }
  if (type === 'd') return { text: value.replace('T', ' ').replace(/ 00:00(:00)?(\.0+)?Z?$/, ''), kind: 'date' }
  if (value.trim() === '') return raw.inline === '' ? blankCell : textCell(raw.inline)
  const format = formats[raw.style]
  const serial = Number(value)
  if (format && serial >= 0 && serial <= largestSerial)
    return { text: serialText(serial, format, date1904), kind: 'date' }
  return { text: numberText(value.trim()), kind: 'number' }
}

export function cellOf(raw: RawCell, context: ValueContext): SheetCell {
  const cell = plainCell(raw, context)
  return raw.formula && cell.kind !== 'error' ? { text: cell.text, kind: 'formula' } : cell
}

/** OOXML writes characters that XML cannot hold as `_x000D_`. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text

/** `AB12` is column 27, counted from 0. */
export function columnOf(reference: string): number {
  let column = 0
  for (const c of reference) {
    const letter = c.charCodeAt(0) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + (letter - 64)
  }
  return column - 1
}
