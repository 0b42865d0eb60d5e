import { addDays, daysBetween, type Day } from '../../shared/dates.js'

/** Both days belong to a break. */
export interface Break {
  from: Day
  to: Day
}
export interface Term {
  from: Day
  to: Day
  breaks?: readonly Break[] | null
}

/** Days from the first to the last, both counted. */
export const daysIn = ({ from, to }: Break): number => daysBetween(from, to) + 1

const inOrder = (breaks: Term['breaks']): Break[] => [...(breaks ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1))

/** A milestone waits as long as the apprentice was away before it: each break that begins by then moves it by its own length. */
export const movedBy = (planned: Day, breaks: Term['breaks']): Day =>
  inOrder(breaks).reduce((day, one) => (one.from <= day ? addDays(day, daysIn(one)) : day), planned)

/** The last day of training once the breaks have moved it. */
export const dueOn = ({ to, breaks }: Term): Day => movedBy(to, breaks)

/** The last day in the class: that of the exit, the day before a change (the day of the change is the first one in the other class), or the moved end. */
export const lastDayOf = ({
  exitedOn,
  transferredOn,
  ...term
}: Term & { exitedOn?: Day | null; transferredOn?: Day | null }): Day =>
  exitedOn ?? (transferredOn ? addDays(transferredOn, -1) : dueOn(term))

const hundred = 100
/** The day by which the mid-term check is due: after `percent` of the planned days (样例：一半), moved by the breaks before it. */
export function midTermDueOn({ from, to, breaks }: Term, percent: number): Day {
  const planned = addDays(from, Math.ceil((daysIn({ from, to }) * percent) / hundred) - 1)
  return movedBy(planned, breaks)
}

/** The break in which a day lies. */
export const breakOn = <B extends Break>(breaks: readonly B[] | null | undefined, day: Day): B | undefined =>
  (breaks ?? []).find(({ from, to }) => from <= day && day <= to)

export const breakRefusals = ['ends-before-it-starts', 'outside-term', 'overlaps', 'too-long', 'log-exists'] as const
export type BreakRefusal = (typeof breakRefusals)[number]
export type BreakVerdict = { ok: true; dueOn: Day } | { ok: false; reason: BreakRefusal }

/** May this break be taken? It begins within the term as it stands, meets no other one, and all together last at most `maxDays`. */
export function breakVerdict(
  term: Term,
  wanted: Break,
  { maxDays, logDays = [] }: { maxDays: number; logDays?: readonly Day[] },
): BreakVerdict {
  const no = (reason: BreakRefusal): BreakVerdict => ({ ok: false, reason })
  const breaks = term.breaks ?? []
  if (wanted.to < wanted.from) return no('ends-before-it-starts')
  if (wanted.from < term.from || wanted.from > dueOn(term)) return no('outside-term')
  if (breaks.some((one) => one.from <= wanted.to && wanted.from <= one.to)) return no('overlaps')
  if ([...breaks, wanted].reduce((sum, one) => sum + daysIn(one), 0) > maxDays) return no('too-long')
  if (logDays.some((day) => wanted.from <= day && day <= wanted.to)) return no('log-exists')
  return { ok: true, dueOn: dueOn({ ...term, breaks: [...breaks, wanted] }) }
}
