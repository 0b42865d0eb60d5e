import type { PrizeLine } from '../awards/award.rules.js'
import type { PromotionLine } from '../awards/promotion.rules.js'
import type { Tier } from '../competitions/competition.model.js'
import type { Day } from '../../shared/dates.js'
import type { TableKind } from './award-table.data.js'

interface Row {
  kind: TableKind
  tiers: readonly Tier[]
  from: Day
}

/** The row in force for a tier on a day; undefined where there is none. */
export const tableOn = <R extends Row>(rows: readonly R[], kind: TableKind, tier: Tier, day: Day): R | undefined =>
  rows
    .filter((row) => row.kind === kind && row.tiers.includes(tier) && row.from <= day)
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0]

export type TableState = 'in-force' | 'coming' | 'replaced'

/** A row may be replaced for some of its tiers only: it is in force as long as one of them still has it. */
export function tableStanding<R extends Row>(
  row: R,
  rows: readonly R[],
  today: Day,
): { state: TableState; tiers: Tier[] } {
  if (row.from > today) return { state: 'coming', tiers: [...row.tiers] }
  const kept = row.tiers.filter((tier) => tableOn(rows, row.kind, tier, today) === row)
  return kept.length > 0 ? { state: 'in-force', tiers: kept } : { state: 'replaced', tiers: [...row.tiers] }
}

/** What is wrong with a line as typed; `line` counts from 0, `field` is the one to correct. */
export interface LineFault<Field, Reason> {
  line: number
  field: Field
  reason: Reason
}
export type PrizeFault = 'places-missing' | 'places-twice' | 'least-missing' | 'share-not-growing'
export type PrizeField = 'count' | 'share' | 'minEntries'

/** Lines of a table of prizes, first prize first. A share reaches down from the first rank, so a later one must reach further. */
export function prizeFaults(
  lines: readonly (Pick<PrizeLine, 'count' | 'share'> & { line: number; minEntries?: number | undefined })[],
): LineFault<PrizeField, PrizeFault>[] {
  let reached = 0
  return lines.flatMap(({ line, count, share, minEntries }): LineFault<PrizeField, PrizeFault>[] => {
    if (!count && !share) return [{ line, field: 'count', reason: 'places-missing' }]
    if (count && share) return [{ line, field: 'share', reason: 'places-twice' }]
    if (!minEntries) return [{ line, field: 'minEntries', reason: 'least-missing' }]
    if (share && share <= reached) return [{ line, field: 'share', reason: 'share-not-growing' }]
    reached = share ?? reached
    return []
  })
}

export type PromotionFault =
  'target-missing' | 'ranks-turned' | 'present-turned' | 'target-above-most' | 'gives-nothing'
export type PromotionField = 'target' | 'rankTo' | 'presentTo' | 'atMost'

/** Lines of a table of promotion. A line whose level its own people hold already would give nothing to anybody. */
export function promotionFaults(
  lines: readonly (PromotionLine & { line: number })[],
): LineFault<PromotionField, PromotionFault>[] {
  return lines.flatMap(({ line, ...one }): LineFault<PromotionField, PromotionFault>[] => {
    const { rankFrom, rankTo, presentFrom, presentTo, to, up, atMost } = one
    if (!to && !up) return [{ line, field: 'target', reason: 'target-missing' }]
    if (rankFrom && rankTo && rankTo < rankFrom) return [{ line, field: 'rankTo', reason: 'ranks-turned' }]
    if (presentFrom && presentTo && presentTo < presentFrom)
      return [{ line, field: 'presentTo', reason: 'present-turned' }]
    if (to && atMost && to > atMost) return [{ line, field: 'atMost', reason: 'target-above-most' }]
    if (presentFrom && (to ?? atMost ?? 8) <= presentFrom) return [{ line, field: 'target', reason: 'gives-nothing' }]
    return []
  })
}
