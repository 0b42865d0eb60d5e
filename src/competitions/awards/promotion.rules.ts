import type { Level } from '../../shared/levels.js'
import type { Prize } from './award.rules.js'

/** One line of a table of promotion: for whom, and to which level. A condition that is absent does not matter. */
export interface PromotionLine {
  teamSize?: number | null
  prizes?: readonly Prize[] | null
  rankFrom?: number | null
  rankTo?: number | null
  presentFrom?: number | null
  presentTo?: number | null
  /** to this level, or so many levels up … */
  to?: number | null
  up?: number | null
  /** … but no higher than this */
  atMost?: number | null
}
export interface PromotionTable {
  lines: readonly PromotionLine[]
  /** in hundredths of a mark */
  passMark: number
  minEntries: number
  identities: readonly string[]
}
export interface PromotionFacts {
  rank?: number | null
  prize?: Prize | null
  /** whether the exact total reaches the pass mark of the table */
  passed: boolean
  teamSize: number
  identity: string
  /** how many were ranked */
  ranked: number
  /** the highest level of the same occupation that the person holds; none yet when absent */
  present?: Level
  /** the levels that the occupation's standard has */
  levels: readonly Level[]
}

export const noPromotion = [
  'no-table',
  'not-ranked',
  'not-passed',
  'too-few-entries',
  'identity-excluded',
  'no-line',
  'holds-it-already',
  'level-does-not-exist',
] as const
export type NoPromotion = (typeof noPromotion)[number]
export type PromotionVerdict = { ok: true; to: Level; line: number } | { ok: false; reason: NoPromotion }

/** What may be proposed to a filed assessment body for one member; a certificate never follows by itself. */
export function promotionVerdict(table: PromotionTable | undefined, facts: PromotionFacts): PromotionVerdict {
  const no = (reason: NoPromotion): PromotionVerdict => ({ ok: false, reason })
  if (!table || table.lines.length === 0) return no('no-table')
  if (facts.rank === undefined || facts.rank === null) return no('not-ranked')
  if (!facts.passed) return no('not-passed')
  if (facts.ranked < table.minEntries) return no('too-few-entries')
  if (!table.identities.includes(facts.identity)) return no('identity-excluded')
  // Of several lines that fit, the one that gives most.
  const fitting = table.lines
    .flatMap((line, i) => (fits(line, facts) ? [{ line: i, to: targetOf(line, facts.present) }] : []))
    .sort((a, b) => b.to - a.to)
  const best = fitting[0]
  if (!best) return no('no-line')
  if (best.to <= (facts.present ?? 0)) return no('holds-it-already')
  const to = facts.levels.find((level) => level === best.to)
  return to ? { ok: true, to, line: best.line } : no('level-does-not-exist')
}

function fits(line: PromotionLine, { rank, prize, teamSize, present = 0 as Level }: PromotionFacts): boolean {
  return (
    (!line.teamSize || line.teamSize === teamSize) &&
    (!line.prizes ||
      line.prizes.length === 0 ||
      (prize !== undefined && prize !== null && line.prizes.includes(prize))) &&
    rank! >= (line.rankFrom ?? 1) &&
    rank! <= (line.rankTo ?? Infinity) &&
    present >= (line.presentFrom ?? 0) &&
    present <= (line.presentTo ?? 8)
  )
}

/** Whoever holds nothing rises from 学徒工 (1): one level up is 初级工 (2). */
const targetOf = ({ to, up, atMost }: PromotionLine, present: Level | undefined): number =>
  Math.min(to ?? (present ?? 1) + (up ?? 0), atMost ?? 8)
