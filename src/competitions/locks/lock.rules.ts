import type { SheetState } from '../marking/sheet.rules.js'
import type { Standing } from '../rankings/ranking.rules.js'

export interface SheetFactsToLock {
  code: string
  standing: Standing
  state: SheetState
  theory: boolean
}
export type LockObstacle = 'to-discuss' | 'not-marked' | 'theory-missing' | 'keying-open' | 'nobody-present'

/** What keeps the chief judge from signing: every contestant who is present has agreed marks and, where there is one, a theory mark. */
export function lockObstacles(
  sheets: readonly SheetFactsToLock[],
  { theoryWeight, differing }: { theoryWeight: number; differing: readonly string[] },
): { reason: LockObstacle; codes: string[] }[] {
  const present = sheets.filter(({ standing }) => standing === 'present')
  const codes = (test: (sheet: SheetFactsToLock) => boolean): string[] => present.filter(test).map(({ code }) => code)
  const found: { reason: LockObstacle; codes: string[] }[] = [
    { reason: 'to-discuss', codes: codes(({ state }) => state === 'to-discuss') },
    { reason: 'not-marked', codes: codes(({ state }) => state === 'waiting' || state === 'marking') },
    { reason: 'theory-missing', codes: theoryWeight > 0 ? codes(({ theory }) => !theory) : [] },
    { reason: 'keying-open', codes: [...differing] },
  ]
  const open = found.filter((one) => one.codes.length > 0)
  return present.length === 0 ? [{ reason: 'nobody-present', codes: [] }] : open
}
