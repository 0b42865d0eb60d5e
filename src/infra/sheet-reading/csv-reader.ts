/** Reads CSV as Excel, WPS and other systems write it: UTF-8 with or without mark, UTF-16 "Unicode text", or GB18030. */
import iconv from 'iconv-lite'
import { parse } from 'csv-parse/sync'
import { SheetRefusal, textCell } from './sheet-read.js'
import type { SheetCell, SheetRow } from './sheet-read.js'

/** Valid UTF-8 is UTF-8: GBK text of more than a few characters practically never is. */
export function decodeText(bytes: Buffer): string {
  if (bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return iconv.decode(bytes, 'utf16-le')
  if (bytes.includes(0)) throw new SheetRefusal('not-a-workbook', 'binary')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = iconv.decode(bytes, 'gb18030')
    if (text.includes('\ufffd')) throw new SheetRefusal('encoding')
    return text
  }
}

function delimiterOf(text: string): string {
  // What stands between quotes is a cell's own: three semicolons in an address make no column.
  const start = text.slice(0, 4000).replace(/"(?:[^"]|"")*"/g, '')
  const count = (c: string): number => start.split(c).length
  return [',', '\t', ';'].reduce((best, c) => (count(c) > count(best) ? c : best))
}

/** `="0123"` and a leading apostrophe are how spreadsheets and our own export keep a cell as text. */
const unguarded = (text: string): string =>
  /^="[^"]*"$/.test(text) ? text.slice(2, -1) : text.replace(/^'(?=[=+\-@\t\uff1d\uff0b\uff0d\uff20])/, '')

const withExponent = /^\d(\.\d+)?E\+\d+$/i

function csvCell(value: string): SheetCell {
  const cell = textCell(unguarded(value))
  return withExponent.test(cell.text) ? { text: cell.text, kind: 'number' } : cell
}

/** All rows that hold something, at most `limit`; lines are counted as a spreadsheet program would number them. */
export function readCsv(bytes: Buffer, limit: number): SheetRow[] {
  const rows: SheetRow[] = []
  for (const [i, record] of recordsOf(decodeText(bytes).replace(/^\ufeff/, '')).entries()) {
    const cells = record.map(csvCell)
    if (cells.every(({ text }) => text === '')) continue
    rows.push({ line: i + 1, cells })
    if (rows.length >= limit) break
  }
  return rows
}

function recordsOf(text: string): string[][] {
  try {
    return parse(text, { delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true })
  } catch (error) {
    throw new SheetRefusal('unreadable', error instanceof Error ? error.message : undefined)
  }
}
