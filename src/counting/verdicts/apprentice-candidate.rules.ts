import type { Day } from '../../shared/dates.js'
import { excluded, pending, type Verdict } from '../person-times/person-time.rules.js'

/** `finished`: whoever finishes counts; `certified`: only with a valid certificate; `none`: apprenticeships are not counted. */
export type ApprenticeBasis = 'finished' | 'certified' | 'none'

export interface ApprenticeCandidate {
  classState: 'open' | 'completed' | 'suspended' | 'withdrawn'
  state: string
  certificate: 'none' | 'valid' | 'void'
  sameSkillCounted: boolean
  countedInYear: number
}
export interface ApprenticeFigures {
  basis: ApprenticeBasis
  sameSkillOnce: boolean
  yearlyLimit: number
}

/** An apprentice counts once for a whole programme, when the class has completed (domain 1.9; the basis is a dated figure). */
export function apprenticeVerdict(
  { classState, state, certificate, sameSkillCounted, countedInYear }: ApprenticeCandidate,
  { basis, sameSkillOnce, yearlyLimit }: ApprenticeFigures,
): Verdict {
  if (classState === 'withdrawn') return excluded('apprenticeship-withdrawn')
  if (classState === 'suspended') return excluded('apprenticeship-suspended')
  if (state === 'exited') return excluded('apprentice-left')
  if (basis === 'none') return excluded('apprenticeship-not-counted')
  if (classState === 'open' || state === 'training') return pending('apprenticeship-not-over')
  if (state === 'not-completed' || (basis === 'certified' && state === 'completed'))
    return excluded('apprentice-not-completed')
  if (basis === 'certified' && certificate === 'none') return pending('certificate-awaited')
  if (basis === 'certified' && certificate === 'void') return excluded('certificate-required')
  if (sameSkillOnce && sameSkillCounted) return excluded('same-skill-counted')
  return countedInYear >= yearlyLimit ? excluded('yearly-limit') : { verdict: 'counted' }
}

const begun: readonly string[] = ['running', 'mid-checked', 'awaiting-assessment']

/** Who is a candidate: whoever learned in a class that has begun. A change of class makes no second one. */
export function apprenticeCandidacy(
  one: { state: string; stateBefore?: string | null; startsOn: Day; filedOn?: string | null },
  apprentice: { state: string; exitedOn?: string | null },
): ApprenticeCandidate['classState'] | undefined {
  if (apprentice.state === 'transferred') return undefined
  if (apprentice.exitedOn && apprentice.exitedOn < one.startsOn) return undefined
  if (one.state === 'withdrawn') return one.filedOn ? 'withdrawn' : undefined
  if (one.state === 'suspended') return begun.includes(one.stateBefore ?? '') ? 'suspended' : undefined
  if (begun.includes(one.state)) return 'open'
  return one.state === 'completed' || one.state === 'settled' ? 'completed' : undefined
}

/** Days as an apprentice that may bar another subsidised training. */
export interface ApprenticeTime {
  id: string
  from: Day
  to: Day
  state: string
  classState: ApprenticeCandidate['classState']
}
const bars: readonly string[] = ['training', 'certified', 'completed']

/** The apprenticeship in whose months a course run begins, if there is one: during it no other training is subsidised (样例：武汉 2022). */
export const barringApprenticeship = (
  run: { startsOn: Day; endsOn: Day },
  times: readonly ApprenticeTime[],
): ApprenticeTime | undefined =>
  times.find(
    ({ from, to, state, classState }) =>
      bars.includes(state) &&
      classState !== 'withdrawn' &&
      from <= run.startsOn &&
      run.startsOn.slice(0, 7) <= to.slice(0, 7),
  )
