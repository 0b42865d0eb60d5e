/** Reads one sheet of a file that somebody uploaded. Call it through `readSheetSafely`, which gives it a process of its own. */
import { open, readFile, stat } from 'node:fs/promises'
import { readCsv } from './csv-reader.js'
import { SheetRefusal, blankCell } from './sheet-read.js'
import type { SheetRead, SheetReadOptions, SheetRow } from './sheet-read.js'
import { readXlsx } from './xlsx-reader.js'

export const sheetLimits = { maxRows: 20_000, maxBytes: 20 * 1024 * 1024, maxCell: 2000 }

/** A title, a note or two may stand above the header. */
const rowsAboveData = 20

export async function readSheet(path: string, options: SheetReadOptions): Promise<SheetRead> {
  const maxRows = options.maxRows ?? sheetLimits.maxRows
  try {
    if ((await stat(path)).size > sheetLimits.maxBytes) throw new SheetRefusal('too-big')
    return sheetOf(await rowsOf(path, options, maxRows + rowsAboveData + 1), options, maxRows)
  } catch (error) {
    if (error instanceof SheetRefusal) return { ok: false, reason: error.reason, detail: error.detail }
    return { ok: false, reason: 'unreadable', detail: error instanceof Error ? error.message : String(error) }
  }
}

async function rowsOf(
  path: string,
  { originalName, sheetName = '名册', expect = [] }: SheetReadOptions,
  limit: number,
): Promise<SheetRow[]> {
  const start = await firstBytes(path)
  if (start.length === 0) throw new SheetRefusal('empty')
  if (start.subarray(0, 4).equals(Buffer.from('PK\x03\x04')))
    return readXlsx(path, { sheetName, limit, isWanted: (rows) => Math.max(0, ...hitsOf(rows, expect)) > 1 })
  if (start.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) throw await compoundRefusal(path)
  if (!/\.(csv|txt|tsv)$/i.test(originalName)) {
    throw new SheetRefusal(
      'not-a-workbook',
      /^\s*<(!doctype )?(html|table|meta)/i.test(start.toString('latin1')) ? 'html' : 'text',
    )
  }
  return readCsv(await readFile(path), limit)
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** A compound file is either a workbook under a password or one in the format of Excel 97. */
async function compoundRefusal(path: string): Promise<SheetRefusal> {
  const protectedMark = Buffer.from('EncryptedPackage', 'utf16le')
  return (await readFile(path)).includes(protectedMark)
    ? new SheetRefusal('password')
    : new SheetRefusal('not-a-workbook', 'xls')
}

function sheetOf(found: readonly SheetRow[], { expect = [] }: SheetReadOptions, maxRows: number): SheetRead {
  // No column of ours takes as much: what is pasted by mistake or on purpose must not reach the rules of a row.
  const long = found.find(({ cells }) => cells.some(({ text }) => text.length > sheetLimits.maxCell))
  if (long) return { ok: false, reason: 'cell-too-long', detail: String(long.line) }
  const at = headerAt(found, expect)
  const head = found[at]
  if (!head) return { ok: false, reason: 'empty' }
  const header = head.cells.map(({ text }) => text.replace(/\s+/g, ' '))
  const rows = found.slice(at + 1)
  if (rows.length === 0) return { ok: false, reason: 'empty', detail: 'no-rows' }
  if (rows.length > maxRows) return { ok: false, reason: 'too-many-rows', detail: String(maxRows) }
  return { ok: true, header, rows: rows.map((row) => ({ line: row.line, cells: padded(row, header.length) })) }
}

const padded = ({ cells }: SheetRow, width: number) =>
  cells.length >= width ? cells : [...cells, ...Array.from({ length: width - cells.length }, () => blankCell)]

/** How many of the expected names stand in each of the rows that may be the header. */
function hitsOf(rows: readonly SheetRow[], expect: readonly string[]): number[] {
  const bare = (text: string): string => text.replace(/[\s*＊]/g, '')
  const wanted = new Set(expect.map(bare))
  return rows.slice(0, rowsAboveData).map(({ cells }) => cells.filter(({ text }) => wanted.has(bare(text))).length)
}

/** The row with most of the expected names; without any, the first with two cells or more (a title fills only one). */
function headerAt(rows: readonly SheetRow[], expect: readonly string[]): number {
  const hits = hitsOf(rows, expect)
  const most = Math.max(0, ...hits)
  if (most > 0) return hits.indexOf(most)
  const first = rows
    .slice(0, rowsAboveData)
    .findIndex(({ cells }) => cells.filter(({ text }) => text !== '').length >= 2)
  return first === -1 ? 0 : first
}
