/** CSV for other programs: RFC 4180, with a mark so that Excel takes it for UTF-8, and with no cell that could run as a formula. */
export type CsvValue = string | number | null | undefined

/** ASVS 1.2.10: a cell that begins like a formula gets an apostrophe. Numbers are numbers, a minus sign is theirs. */
const guarded = (text: string): string => (/^[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text)

function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = guarded(value)
  return /[",\r\n\t';]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line with its end. */
export const csvLine = (cells: readonly CsvValue[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** Line by line, for exports that are streamed; the first piece carries the mark. */
export function* csvLines(header: readonly string[], rows: Iterable<readonly CsvValue[]>): Generator<string> {
  yield `\ufeff${csvLine(header)}`
  for (const row of rows) yield csvLine(row)
}

export const csvText = (header: readonly string[], rows: Iterable<readonly CsvValue[]>): string =>
  [...csvLines(header, rows)].join('')
