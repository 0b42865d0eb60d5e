import type { Day } from '../../shared/dates.js'
import { daysIn, dueOn, lastDayOf, midTermDueOn, type Term } from '../apprentice-terms/apprentice-term.rules.js'

/** One record of a person's way through apprenticeships. */
export interface ChainRecord extends Term {
  id: string
  enterpriseId: string
  transferredFrom?: string | null
  exitedOn?: Day | null
  transferredOn?: Day | null
}
/** How the person came to the record: from another class of the enterprise with the days learnt there, or entered anew. */
export type Arrival = 'first' | 'carried' | 'anew'
export interface Station {
  id: string
  arrival: Arrival
  first: Day
  last: Day
  /** days learnt here until today, without the breaks */
  served: number
  /** days of earlier classes of the same enterprise that are settled with this one */
  carried: number
  /** the last day and the mid-term check, when breaks have moved them */
  endMovedTo?: Day
  midTermMovedTo?: Day
}

/** The way of one person, oldest first. Days go along with a change of class, not to another employer. */
export function stationsOf(
  records: readonly ChainRecord[],
  { today, midTermPercent }: { today: Day; midTermPercent: number },
): Station[] {
  const stations = new Map<string, Station>()
  for (const record of [...records].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = records.find(({ id }) => id === record.transferredFrom)
    const along = before?.enterpriseId === record.enterpriseId ? stations.get(before.id) : undefined
    const last = lastDayOf(record)
    const planned = { from: record.from, to: record.to }
    const [end, check] = [dueOn(record), midTermDueOn(record, midTermPercent)]
    stations.set(record.id, {
      id: record.id,
      arrival: along ? 'carried' : stations.size === 0 ? 'first' : 'anew',
      first: record.from,
      last,
      served: servedDays(record, last < today ? last : today),
      carried: along ? along.carried + along.served : 0,
      ...(end !== record.to && { endMovedTo: end }),
      ...(check !== midTermDueOn(planned, midTermPercent) && { midTermMovedTo: check }),
    })
  }
  return [...stations.values()]
}

/** Days from the first to `until` without those of breaks; none before the first day. */
function servedDays({ from, breaks }: Term, until: Day): number {
  if (until < from) return 0
  return (breaks ?? []).reduce(
    (days, gap) => {
      const part = { from: gap.from < from ? from : gap.from, to: gap.to > until ? until : gap.to }
      return part.to < part.from ? days : days - daysIn(part)
    },
    daysIn({ from, to: until }),
  )
}
