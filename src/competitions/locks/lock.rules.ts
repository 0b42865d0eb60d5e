import type { SheetState } from '../marking/sheet.rules.js'
import type { Standing } from '../rankings/ranking.rules.js'

export interface SheetFactsToLock {
  code: string
  standing: Standing
  state: SheetState
  /** the aspects that are missing from a judge, or that must be discussed */
  aspects: readonly string[]
  theory: boolean
}
export type LockReason = 'to-discuss' | 'not-marked' | 'theory-missing' | 'keying-open' | 'nobody-present'
export interface LockObstacle {
  reason: LockReason
  /** every contestant who is kept open, with the aspects where it is one of the sheet */
  open: readonly { code: string; aspects: readonly string[] }[]
}

/** What keeps the chief judge from signing: every contestant who is present has agreed marks and, where there is one, a theory mark. */
export function lockObstacles(
  sheets: readonly SheetFactsToLock[],
  { theoryWeight, differing }: { theoryWeight: number; differing: readonly string[] },
): LockObstacle[] {
  const present = sheets.filter(({ standing }) => standing === 'present')
  if (present.length === 0) return [{ reason: 'nobody-present', open: [] }]
  const withAspects = (test: (sheet: SheetFactsToLock) => boolean): LockObstacle['open'] =>
    present.filter(test).map(({ code, aspects }) => ({ code, aspects }))
  const plain = (codes: readonly string[]): LockObstacle['open'] => codes.map((code) => ({ code, aspects: [] }))
  const found: LockObstacle[] = [
    { reason: 'to-discuss', open: withAspects(({ state }) => state === 'to-discuss') },
    { reason: 'not-marked', open: withAspects(({ state }) => state === 'waiting' || state === 'marking') },
    {
      reason: 'theory-missing',
      open: theoryWeight > 0 ? plain(present.filter(({ theory }) => !theory).map(({ code }) => code)) : [],
    },
    { reason: 'keying-open', open: plain(differing) },
  ]
  return found.filter(({ open }) => open.length > 0)
}

/** Every contestant who is kept open, once. */
export const openCodes = (obstacles: readonly LockObstacle[]): string[] => [
  ...new Set(obstacles.flatMap(({ open }) => open.map(({ code }) => code))),
]
