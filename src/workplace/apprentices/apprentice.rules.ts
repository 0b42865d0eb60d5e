import type { Day } from '../../shared/dates.js'
import type { Actor, Role } from '../../shared/permissions.js'
import type { ApprenticeState } from './apprentice.model.js'
import { dueOn, type Term } from '../apprentice-terms/apprentice-term.rules.js'

const institution: readonly Role[] = ['institution-manager', 'institution-clerk']

interface Owners {
  enterpriseId: string
  institutionId: string
  region: string
  personId: string
}
type Who = Pick<Actor, 'role' | 'organisationId' | 'region' | 'personId'>

/** Whether an apprentice lies within somebody's bounds. Mentors see those they are paired with; the mentorships tell whom. */
export function apprenticeInScope(
  { role, organisationId, region, personId }: Who,
  apprentice: Owners,
  mine = false,
): boolean {
  if (role === 'enterprise') return Boolean(organisationId) && apprentice.enterpriseId === organisationId
  if (role === 'mentor') return mine && apprentice.enterpriseId === organisationId
  if (institution.includes(role)) return Boolean(organisationId) && apprentice.institutionId === organisationId
  if (role === 'county-officer') return apprentice.region === region
  if (role === 'trainee') return Boolean(personId) && apprentice.personId === personId
  return role === 'administrator' || role === 'auditor'
}

export const apprenticeRefusals = [
  'ended',
  'plan-not-running',
  'in-future',
  'before-first-day',
  'after-last-day',
  'log-after',
  'same-plan',
  'other-level',
  'assessed',
] as const
export type ApprenticeRefusal = (typeof apprenticeRefusals)[number]
export type ApprenticeVerdict = { ok: true } | { ok: false; reason: ApprenticeRefusal }

interface Facts extends Term {
  state: ApprenticeState
  assessment?: unknown
}
const ok: ApprenticeVerdict = { ok: true }
const no = (reason: ApprenticeRefusal): ApprenticeVerdict => ({ ok: false, reason })

/** May the apprentice leave on that day? It is the last day in the enterprise; what was written and signed after it would speak against it. */
export function exitVerdict(
  apprentice: Facts,
  on: Day,
  { today, lastLogOn }: { today: Day; lastLogOn?: Day },
): ApprenticeVerdict {
  if (apprentice.state !== 'training') return no('ended')
  if (on > today) return no('in-future')
  // Whoever never came leaves before the first day.
  if (on < apprentice.from && today >= apprentice.from) return no('before-first-day')
  if (on > dueOn(apprentice)) return no('after-last-day')
  return lastLogOn !== undefined && lastLogOn > on ? no('log-after') : ok
}

/** May the apprentice go on in that other plan from `on`? Same occupation and level; the last day here is the day before. */
export function transferVerdict(
  apprentice: Facts & { apprenticeshipId: string; level: number; lineage: string },
  to: { id: string; level: number; lineage: string; running: boolean },
  on: Day,
  { today, lastLogOn }: { today: Day; lastLogOn?: Day },
): ApprenticeVerdict {
  if (apprentice.state !== 'training') return no('ended')
  if (to.id === apprentice.apprenticeshipId) return no('same-plan')
  if (!to.running) return no('plan-not-running')
  if (to.level !== apprentice.level || to.lineage !== apprentice.lineage) return no('other-level')
  if (apprentice.assessment) return no('assessed')
  if (on > today) return no('in-future')
  if (on <= apprentice.from) return no('before-first-day')
  if (on > dueOn(apprentice)) return no('after-last-day')
  return lastLogOn !== undefined && lastLogOn >= on ? no('log-after') : ok
}
