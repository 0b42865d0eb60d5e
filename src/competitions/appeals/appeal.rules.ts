import type { Day } from '../../shared/dates.js'

export type AppealRefusal = 'not-on-notice' | 'too-late'
/** Appeals are taken from the notice to the last day of its window; that day belongs to it. */
export function appealVerdict({
  state,
  today,
  until,
}: {
  state: string
  today: Day
  until: Day
}): { ok: true } | { ok: false; reason: AppealRefusal } {
  if (state !== 'noticed') return { ok: false, reason: 'not-on-notice' }
  return today > until ? { ok: false, reason: 'too-late' } : { ok: true }
}
