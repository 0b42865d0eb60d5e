import type { CompetitionState } from '../competitions/competition.model.js'
import type { EntryState } from '../entries/entry.model.js'

/** What a host may say who refuses an entry after looking at its papers. */
export const hostRefusals = [
  'identity-unproven',
  'experience-missing',
  'not-of-this-industry',
  'duplicate-delegation',
] as const

export type HostRefusal = (typeof hostRefusals)[number]

export type DecisionRefusal = 'not-host' | 'wrong-state' | 'maker-is-checker'

/** The host confirms or refuses; one's own entry is decided by a colleague. */
export function decisionVerdict({
  host,
  competition,
  entry,
  createdBy,
  who,
}: {
  host: boolean
  competition: CompetitionState
  entry: EntryState
  createdBy: string
  who: string
}): { ok: true } | { ok: false; reason: DecisionRefusal } {
  if (!host) return { ok: false, reason: 'not-host' }
  if (competition !== 'entries-open' || entry !== 'entered') return { ok: false, reason: 'wrong-state' }
  return createdBy === who ? { ok: false, reason: 'maker-is-checker' } : { ok: true }
}
