import { compareFractions, hundredths, type Fraction } from '../../shared/fraction.js'

export const prizes = ['first', 'second', 'third', 'excellence'] as const
export type Prize = (typeof prizes)[number]

/** `count` places after those before it, or all places down to `share` per cent of who was ranked (rounded down). */
export interface PrizeLine {
  prize: Prize
  count?: number | null
  share?: number | null
  /** with fewer in the ranking the prize is not given, and nobody moves up into it */ minEntries: number
}
export interface PrizeTable {
  lines: readonly PrizeLine[]
  /** in hundredths of a mark: below it there is no prize */ minTotal: number
}

export const noPrize = ['no-table', 'not-ranked', 'below-the-mark', 'too-few-entries', 'beyond-the-places'] as const
export type NoPrize = (typeof noPrize)[number]
export type PrizeVerdict = { ok: true; prize: Prize } | { ok: false; reason: NoPrize }

/** The ranks of each prize, first and last; whoever shares a rank within them has the prize, however many they are. */
export function placesOf(lines: readonly PrizeLine[], ranked: number): { line: PrizeLine; from: number; to: number }[] {
  let last = 0
  return lines.map((line) => {
    const from = last + 1
    last = line.share ? Math.max(last, Math.floor((ranked * line.share) / 100)) : last + (line.count ?? 0)
    return { line, from, to: last }
  })
}

/** The table is that of the tier on the first day of contest; absent where there is none. */
export function prizeVerdict(
  table: PrizeTable | undefined,
  { rank, total, ranked }: { rank?: number | null; total: Fraction; ranked: number },
): PrizeVerdict {
  const no = (reason: NoPrize): PrizeVerdict => ({ ok: false, reason })
  if (!table) return no('no-table')
  if (rank === undefined || rank === null) return no('not-ranked')
  if (compareFractions(total, hundredths(table.minTotal)) < 0) return no('below-the-mark')
  const place = placesOf(table.lines, ranked).find(({ from, to }) => rank >= from && rank <= to)
  if (!place) return no('beyond-the-places')
  return ranked < place.line.minEntries ? no('too-few-entries') : { ok: true, prize: place.line.prize }
}
