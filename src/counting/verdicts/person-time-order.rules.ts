import { yearOf, type Day } from '../../shared/dates.js'
import { placedApprentices } from './apprentice-judgement.rules.js'
import type { ApprenticeFacts, EnrolmentFacts } from './candidate-facts.rules.js'
import type { FigureOn, LedgerRow, Placed, Taken } from './ledger-row.rules.js'
import { placedTrainee } from './trainee-judgement.rules.js'

export interface LedgerSlot {
  _id: string
  enrolmentId: string
  personId: string
}

/**
 * Judges all candidates of one person in order of the completion day, then of the enrolment's id: the first ones count.
 * Each "only once" rule becomes a slot with a fixed `_id`, which the database can keep unique.
 */
export function judgePerson(
  facts: readonly EnrolmentFacts[],
  figureOn: FigureOn,
  apprentices: readonly ApprenticeFacts[] = [],
): { rows: LedgerRow[]; slots: LedgerSlot[] } {
  const rows: LedgerRow[] = []
  const slots = new Map<string, LedgerSlot>()
  const { placed: classes, times } = placedApprentices(apprentices)
  const trainees = facts.flatMap((fact) => placedTrainee(fact, times) ?? [])
  for (const { id, personId, on, skill, judge } of [...trainees, ...classes].sort(byDayThenId)) {
    const taken = takenBefore(personId, skill, on, slots)
    const row = judge(taken, figureOn)
    rows.push(row)
    if (row.verdict !== 'counted' || row.measure !== 'subsidised') continue
    for (const _id of [skill, yearSlot(personId, on, taken.inYear.length + 1)])
      if (_id) slots.set(_id, { _id, enrolmentId: id, personId })
  }
  return { rows, slots: [...slots.values()] }
}

const byDayThenId = (a: Placed, b: Placed): number => (a.on === b.on ? order(a.id, b.id) : order(a.on, b.on))
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const yearSlot = (personId: string, on: Day, n: number): string => `year:${personId}:${yearOf(on)}:${n}`

function takenBefore(
  personId: string,
  skill: string | undefined,
  on: Day,
  slots: ReadonlyMap<string, LedgerSlot>,
): Taken {
  const inYear: string[] = []
  for (let n = 1; slots.has(yearSlot(personId, on, n)); n += 1)
    inYear.push(slots.get(yearSlot(personId, on, n))!.enrolmentId)
  return { ...(skill && slots.has(skill) && { sameSkill: slots.get(skill)!.enrolmentId }), inYear }
}
