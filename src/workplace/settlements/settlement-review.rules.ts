import type { Actor } from '../../shared/permissions.js'
import type { SettlementState } from './settlement.model.js'

export type SettlementAct = 'submit' | 'pass' | 'return'
export const settlementRefusals = [
  'wrong-state',
  'not-your-role',
  'maker-is-checker',
  'same-reviewer',
  'not-completed-yet',
  'lines-wait',
  'facts-changed',
] as const
export type SettlementRefusal = (typeof settlementRefusals)[number]
export type SettlementVerdict = { ok: true; to: SettlementState } | { ok: false; reason: SettlementRefusal }

export interface SheetFacts {
  state?: SettlementState
  submittedById?: string | null
  countyPassedById?: string | null
}
interface Around {
  apprenticeshipState: string
  waits: number
  /** the sheet as handed in no longer says what the facts say */ changed?: boolean
}

/** May this person take the sheet of a class through this act? County first, New Area second, neither the maker. */
export function settlementVerdict(
  act: SettlementAct,
  sheet: SheetFacts,
  who: Pick<Actor, 'id' | 'role'>,
  { apprenticeshipState, waits, changed = false }: Around,
): SettlementVerdict {
  const no = (reason: SettlementRefusal): SettlementVerdict => ({ ok: false, reason })
  if (act === 'submit') {
    if (who.role !== 'enterprise') return no('not-your-role')
    if (apprenticeshipState !== 'completed') return no('not-completed-yet')
    if (sheet.state !== undefined && sheet.state !== 'returned') return no('wrong-state')
    return waits > 0 ? no('lines-wait') : { ok: true, to: 'submitted' }
  }
  if (sheet.state !== 'submitted' && sheet.state !== 'county-passed') return no('wrong-state')
  if (who.role !== (sheet.state === 'submitted' ? 'county-officer' : 'administrator')) return no('not-your-role')
  if (sheet.submittedById === who.id) return no('maker-is-checker')
  if (sheet.countyPassedById === who.id) return no('same-reviewer')
  if (act === 'return') return { ok: true, to: 'returned' }
  if (changed) return no('facts-changed')
  return { ok: true, to: sheet.state === 'submitted' ? 'county-passed' : 'approved' }
}
