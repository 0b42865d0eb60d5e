import type { Role } from '../../shared/permissions.js'
import type { Duty } from './assignment.model.js'

/** How many people each duty has. Three judges mark, two people key in the same paper. */
export const seats: Readonly<Record<Duty, number>> = {
  'chief-judge': 1,
  judge: 3,
  registrar: 1,
  'draw-keeper': 1,
  'code-keeper': 1,
  scorer: 1,
  keyer: 2,
}
const optional: readonly Duty[] = ['scorer']
export const dutyList = Object.keys(seats) as Duty[]

export const roleOfDuty = (duty: Duty): Role =>
  duty === 'chief-judge' || duty === 'judge' ? 'judge' : 'competition-staff'

/** The duties that nobody, or too few, have yet. */
export const missingDuties = (taken: readonly Duty[]): Duty[] =>
  dutyList.filter((duty) => !optional.includes(duty) && taken.filter((one) => one === duty).length < seats[duty])

export interface Seat {
  duty: Duty
  seat: number
  accountId: string
}
export type AssignmentFault = 'two-duties' | 'wrong-role' | 'unknown-account'
/** Nobody has two duties in one event: who keeps one number must not see the next, and who marks keeps none. */
export function assignmentFaults(
  chosen: readonly Seat[],
  roleOf: ReadonlyMap<string, Role>,
): (Seat & { reason: AssignmentFault })[] {
  const reasonOf = ({ accountId, duty }: Seat, index: number): AssignmentFault | undefined => {
    const role = roleOf.get(accountId)
    if (role === undefined) return 'unknown-account'
    if (role !== roleOfDuty(duty)) return 'wrong-role'
    return chosen.findIndex((other) => other.accountId === accountId) < index ? 'two-duties' : undefined
  }
  return chosen.flatMap((one, index) => {
    const reason = reasonOf(one, index)
    return reason ? [{ ...one, reason }] : []
  })
}
