/**
 * Reads .xlsx by its own small reader. exceljs takes the entries in the order in which they happen to stand in the archive:
 * it unpacks before anybody has judged the directory, keeps sheets that come too early in temporary files, and learns only
 * at the end which of them are hidden. Here the directory gives every part when it is needed.
 */
import { openSafeZip } from './safe-zip.js'
import type { SafeZip } from './safe-zip.js'
import { blankCell } from './sheet-read.js'
import type { SheetCell, SheetRow } from './sheet-read.js'
import { walkXml } from './xml-walk.js'
import type { XmlVisitor } from './xml-walk.js'
import { readDateFormats, readSharedStrings, readWorkbook } from './xlsx-parts.js'
import { cellOf, columnOf, unescapeText } from './xlsx-values.js'
import type { RawCell, ValueContext } from './xlsx-values.js'

const maxColumns = 200
/** A note may stand on a sheet before the list; nobody's list comes after nine of them. */
const maxSheets = 10

export interface WantedSheet {
  sheetName: string
  limit: number
  /** whether a sheet with these rows is the one that is looked for */
  isWanted: (rows: readonly SheetRow[]) => boolean
}

/** All rows that hold something, at most `limit`, of the first sheet that is wanted; of the first of all when none is. */
export async function readXlsx(path: string, wanted: WantedSheet): Promise<SheetRow[]> {
  const zip = await openSafeZip(path)
  try {
    return await rowsOf(zip, wanted)
  } finally {
    zip.close()
  }
}

async function rowsOf(zip: SafeZip, { sheetName, limit, isWanted }: WantedSheet): Promise<SheetRow[]> {
  const book = await readWorkbook(zip, sheetName)
  const context: ValueContext = {
    strings: book.stringsPath ? await readSharedStrings(zip, book.stringsPath) : [],
    formats: book.stylesPath ? await readDateFormats(zip, book.stylesPath) : [],
    date1904: book.date1904,
  }
  let first: SheetRow[] | undefined
  for (const path of book.sheetPaths.slice(0, maxSheets)) {
    const rows: SheetRow[] = []
    await walkXml(await zip.open(path), sheetVisitor(context, rows, limit))
    if (isWanted(rows)) return rows
    first ??= rows
  }
  return first ?? []
}

const emptyRaw = (): RawCell => ({ type: undefined, style: 0, value: '', inline: '', formula: false })

/** Rows and cells may lack their reference: then they follow the one before. */
function sheetVisitor(context: ValueContext, rows: SheetRow[], limit: number): XmlVisitor {
  let line = 0
  let column = -1
  let cells: SheetCell[] = []
  let raw = emptyRaw()
  let into: 'value' | 'inline' | undefined
  let inGuide = false

  const openers: Record<string, (attributes: Readonly<Record<string, string>>) => void> = {
    row({ r }) {
      line = r === undefined ? line + 1 : Number(r)
      column = -1
      cells = []
    },
    c({ r, t, s }) {
      column = r === undefined ? column + 1 : columnOf(r)
      raw = { ...emptyRaw(), type: t, style: Number(s ?? 0) }
    },
    v: () => void (into = 'value'),
    t: () => void (into = inGuide ? undefined : 'inline'),
    rPh: () => void (inGuide = true),
    f: () => void (raw.formula = true),
  }
  const closers: Record<string, () => void> = {
    v: () => void (into = undefined),
    t: () => void (into = undefined),
    rPh: () => void (inGuide = false),
    c() {
      if (column < 0 || column >= maxColumns) return
      raw.inline = unescapeText(raw.inline)
      const cell = cellOf(raw, context)
      if (cell.kind === 'blank') return
      while (cells.length < column) cells.push(blankCell)
      cells[column] = cell
    },
    row() {
      if (cells.some(({ text }) => text !== '') && rows.length < limit) rows.push({ line, cells })
    },
  }
  return {
    open: (name, attributes) => openers[name]?.(attributes),
    text(text) {
      if (into) raw[into] += text
    },
    close: (name) => closers[name]?.(),
    done: () => rows.length >= limit,
  }
}
