/** How the lines of a sheet are kept with it, and read back as they were handed in. */
import type { SheetLine } from '../settlement-lines/settlement-facts.queries.js'
import type { Line, Part } from '../settlement-lines/settlement-line.rules.js'
import type { SettlementRecord } from './settlement.model.js'

export const storedLine = ({ line, ...who }: SheetLine) => ({ ...who, ...line })

/** The lines as they were handed in. */
export function linesOf({ lines }: SettlementRecord): SheetLine[] {
  return (lines ?? []).map(
    ({
      apprenticeId,
      personId,
      personName,
      idMasked,
      from,
      to,
      breakDays,
      status,
      reason,
      days,
      fen,
      parts,
      barred,
    }) => ({
      apprenticeId,
      personId,
      personName,
      idMasked,
      from,
      to,
      breakDays,
      line: {
        status,
        ...(reason && { reason }),
        days,
        fen,
        parts: (parts ?? []) as unknown as Part[],
        barred: (barred ?? []) as unknown as Line['barred'],
      } as Line,
    }),
  )
}

/** Who gets what for how many days; names may be corrected without touching an amount. */
export const fingerprint = (lines: readonly SheetLine[]): string =>
  JSON.stringify(lines.map(({ apprenticeId, line }) => [apprenticeId, line.status, line.days, line.fen]).sort())
