import type { Day } from '../../shared/dates.js'
import { coverageOf, type Contracts, type Finding } from '../apprentice-contracts/contract.rules.js'
import { guideOn, type Pairing } from '../mentorships/mentorship.rules.js'
import { dueOn, midTermDueOn, type Term } from './apprentice-term.rules.js'

export const dueKinds = ['contract', 'mentor', 'teacher', 'mid-term', 'term-over', 'logs'] as const
export type DueKind = (typeof dueKinds)[number]
export interface Due {
  kind: DueKind
  finding?: Finding
  day?: Day
  count?: number
}

export interface DueFacts extends Term {
  state: string
  midTerm?: unknown
}
export interface DueContext {
  today: Day
  contracts: Contracts
  guides: readonly Pairing[]
  logsWaiting: number
  midTermPercent: number
  minLabourMonths: number
}

/** What still has to be done for an apprentice; nothing for one whose training is over. */
export function duesOf(
  apprentice: DueFacts,
  { today, contracts, guides, logsWaiting, midTermPercent, minLabourMonths }: DueContext,
): Due[] {
  if (apprentice.state !== 'training') return []
  const last = dueOn(apprentice)
  // Who has not begun needs the guides for the first day.
  const day = today < apprentice.from ? apprentice.from : today > last ? last : today
  const checkOn = midTermDueOn(apprentice, midTermPercent)
  return [
    ...coverageOf(contracts, { from: apprentice.from, to: last }, { minLabourMonths }).map((finding): Due => ({
      kind: 'contract',
      finding,
    })),
    ...(guideOn(guides, 'mentor', day) ? [] : [{ kind: 'mentor' as const, day }]),
    ...(guideOn(guides, 'teacher', day) ? [] : [{ kind: 'teacher' as const, day }]),
    ...(!apprentice.midTerm && today >= checkOn ? [{ kind: 'mid-term' as const, day: checkOn }] : []),
    ...(today > last ? [{ kind: 'term-over' as const, day: last }] : []),
    ...(logsWaiting > 0 ? [{ kind: 'logs' as const, count: logsWaiting }] : []),
  ]
}

const ofInstitution: readonly DueKind[] = ['teacher', 'mid-term', 'term-over']
/** Whose work it is: the enterprise's, or that of the institution. */
export const duesFor = (dues: readonly Due[], role: string): Due[] =>
  role === 'enterprise'
    ? dues.filter(({ kind }) => !ofInstitution.includes(kind))
    : role.startsWith('institution')
      ? dues.filter(({ kind }) => ofInstitution.includes(kind))
      : [...dues]
