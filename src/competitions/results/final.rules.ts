export type FinaliseRefusal = 'wrong-state' | 'window-open' | 'appeals-open' | 'corrections-open'

/** Results are final when the window for appeals is over and nothing is left undecided. */
export function finaliseVerdict({
  state,
  today,
  appealsUntil,
  appeals,
  corrections,
}: {
  state: string
  today: string
  appealsUntil: string
  appeals: number
  corrections: number
}): { ok: true } | { ok: false; reason: FinaliseRefusal } {
  if (state !== 'noticed') return { ok: false, reason: 'wrong-state' }
  if (appeals > 0) return { ok: false, reason: 'appeals-open' }
  if (corrections > 0) return { ok: false, reason: 'corrections-open' }
  return today <= appealsUntil ? { ok: false, reason: 'window-open' } : { ok: true }
}
