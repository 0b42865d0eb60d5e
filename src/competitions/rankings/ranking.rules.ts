import { compareFractions, type Fraction } from '../../shared/fraction.js'
import type { TieBreak } from '../events/event.model.js'

/** Only who is present has marks; the others are never 0 but stand behind everybody, without a rank. */
export const standings = ['present', 'absent', 'disqualified', 'void'] as const
export type Standing = (typeof standings)[number]

export interface Contestant {
  id: string
  standing: Standing
  total: Fraction
  theory: Fraction
  practice: Fraction
  /** to complete the practice, in thousandths of a second; who has none stands behind who has one */
  time?: number
}
export interface Placed {
  id: string
  standing: Standing
  rank?: number
  /** what parted it, and whoever shares its rank, from the rank before: the total, or a link of the chain */ by?:
    'total' | TieBreak
  /** with how many others it shares its rank */ sharedWith: number
}

const compareTime = (a: Contestant, b: Contestant): number =>
  a.time === b.time ? 0 : (a.time ?? Infinity) - (b.time ?? Infinity)
const keys: Readonly<Record<'total' | TieBreak, (a: Contestant, b: Contestant) => number>> = {
  total: (a, b) => compareFractions(b.total, a.total),
  practice: (a, b) => compareFractions(b.practice, a.practice),
  theory: (a, b) => compareFractions(b.theory, a.theory),
  time: compareTime,
}

/** Higher totals first, then the links of the event's chain; who is still equal shares the rank, and the next one is skipped (1, 2, 3, 4, 4, 6). */
export function ranking(contestants: readonly Contestant[], chain: readonly TieBreak[]): Placed[] {
  const order = ['total', ...chain] as const
  const parted = (a: Contestant, b: Contestant) => order.find((key) => keys[key](a, b) !== 0)
  const compare = (a: Contestant, b: Contestant) => {
    const key = parted(a, b)
    return key ? keys[key](a, b) : 0
  }
  const present = contestants
    .filter(({ standing }) => standing === 'present')
    .sort((a, b) => compare(a, b) || byId(a, b))
  const ranked = present.map((one, i): Placed => ({ id: one.id, standing: one.standing, rank: i + 1, sharedWith: 0 }))
  ranked.forEach((one, i) => {
    const before = ranked[i - 1]
    if (!before) return
    const by = parted(present[i - 1]!, present[i]!)
    if (by) one.by = by
    else Object.assign(one, { rank: before.rank, ...(before.by && { by: before.by }) })
  })
  for (const one of ranked) one.sharedWith = ranked.filter(({ rank }) => rank === one.rank).length - 1
  const behind = contestants
    .filter(({ standing }) => standing !== 'present')
    .sort((a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing) || byId(a, b))
  return [...ranked, ...behind.map(({ id, standing }) => ({ id, standing, sharedWith: 0 }))]
}
const byId = (a: { id: string }, b: { id: string }): number => Number(a.id > b.id) - Number(a.id < b.id)

export interface Move {
  id: string
  from?: number
  to?: number
}
/** Who stands elsewhere after a correction. */
export function movesBetween(before: readonly Placed[], after: readonly Placed[]): Move[] {
  return after.flatMap(({ id, rank, standing }) => {
    const old = before.find((one) => one.id === id)
    if (old && old.rank === rank && old.standing === standing) return []
    return [{ id, ...(old?.rank !== undefined && { from: old.rank }), ...(rank !== undefined && { to: rank }) }]
  })
}
