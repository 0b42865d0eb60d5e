import type { Day } from '../../shared/dates.js'
import { standingEntries, type Booked } from '../credit-entries/booking.rules.js'

/** A line of the ledger as the rule needs it. */
export interface LedgerLine extends Booked {
  serial: number
  on: Day
  title: string
  kind: string
  source: string
  hours?: number | null
  reason?: string | null
  sample?: boolean
}

/** A line of the print; `no` is its number on the paper. */
export interface TranscriptRow {
  no: number
  serial: number
  on: Day
  title: string
  kind: string
  source: string
  hours?: number
  hundredths: number
  reversesNo?: number
  reason?: string
}

/** By day, as a life goes; what was booked on one day in the order of the ledger. A reversal names the line that it takes back. */
export function transcriptRows(entries: readonly LedgerLine[]): TranscriptRow[] {
  const sorted = entries.toSorted((a, b) => (a.on === b.on ? a.serial - b.serial : a.on < b.on ? -1 : 1))
  const noOf = new Map(sorted.map(({ id }, i) => [id, i + 1]))
  return sorted.map(({ serial, on, title, kind, source, hours, hundredths, reverses, reason }, i) => ({
    no: i + 1,
    serial,
    on,
    title,
    kind,
    source,
    hundredths,
    ...(typeof hours === 'number' && { hours }),
    ...(reverses && { reversesNo: noOf.get(reverses) ?? 0, ...(reason && { reason }) }),
  }))
}

export interface TranscriptSums {
  results: number
  hours: number
  earned: number
  reversed: number
  balance: number
}

/** What the print comes to: results and hours of what still stands, credits earned less those reversed. */
export function transcriptSums(entries: readonly LedgerLine[]): TranscriptSums {
  const standing = standingEntries(entries)
  const sum = (lines: readonly LedgerLine[], of: (line: LedgerLine) => number) =>
    lines.reduce((total, line) => total + of(line), 0)
  const kept = entries.filter(({ id, key }) => standing.get(key)?.id === id)
  const of = (act: LedgerLine['act']) =>
    sum(
      entries.filter((line) => line.act === act),
      ({ hundredths }) => hundredths,
    )
  return {
    results: kept.length,
    hours: Math.round(sum(kept, ({ hours }) => hours ?? 0) * 10) / 10,
    earned: of('earned'),
    reversed: of('reversed'),
    balance: of('earned') + of('reversed'),
  }
}

/** Height of a row of at most two lines, in millimetres (papers.md 8.6). */
export const rowHeight = 7.6
// papers.md 8.6: 19 such rows on the first page; 28 on those that follow, where a 29th would run into the QR code at 253 mm; the
// seal leaves room for fewer on the last one.
/** A hundredth more, against the rounding of sums. */
const rowsFor = (count: number): number => count * rowHeight + 0.01
const room = { first: rowsFor(19), next: rowsFor(28), firstWithSeal: rowsFor(9), nextWithSeal: rowsFor(16) }
const keep = 3

/** How many rows stand on each page, by their heights (mm): the last one has the seal, and at least three rows go with it. */
export function rowsOnPages(heights: readonly number[]): number[] {
  const pages: number[] = []
  let left = [...heights]
  while (sum(left) > (pages.length === 0 ? room.firstWithSeal : room.nextWithSeal)) {
    const fitting = fittingIn(pages.length === 0 ? room.first : room.next, left)
    const taken = Math.max(1, Math.min(fitting, left.length - keep))
    pages.push(taken)
    left = left.slice(taken)
  }
  return [...pages, left.length]
}
const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0)
function fittingIn(height: number, rows: readonly number[]): number {
  let free = height
  const first = rows.findIndex((row) => (free -= row) < 0)
  return first === -1 ? rows.length : first
}

/** A print tells of the account as long as the ledger has no later entry and the holder is still called so. */
export function isCurrent(
  print: { lastSerial: number; name: string; idMasked: string },
  account: { entries: number },
  holder: { name: string; idMasked: string },
): boolean {
  return print.lastSerial === account.entries && print.name === holder.name && print.idMasked === holder.idMasked
}
