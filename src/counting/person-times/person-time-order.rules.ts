import type { PolicyKey } from '../../office/policies/policy.data.js'
import { ageOn, monthOf, quarterOf, yearOf, type Day } from '../../shared/dates.js'
import { candidacy, measureOf, personTimeVerdict, policyOf, type Candidate, type Figures, type Measure, type Reason, type Verdict } from './person-time.rules.js'

export interface RunFacts {
  id: string; title: string; state: string; stateBefore?: string | null; filedOn?: string | null; closedOn?: string | null; startsOn: Day; endsOn: Day
  organisationId: string; organisationName: string; region: string
  course: { programme: string; funding: string; occupationId?: string | null; occupationName?: string | null; lineage?: string | null; level?: number | null; theoryHours: number; practiceHours: number }
}
export interface EnrolmentFacts {
  id: string; personId: string; personName: string; idMasked: string; category: string; tags: readonly string[]; state: string; leftOn?: Day
  completed?: boolean | null; completionReasons: readonly string[]; completedOn?: string | null
  attendedHours?: number; theoryScore?: number | null; practiceScore?: number | null
  run: RunFacts; birthOn?: Day; certificate: Candidate['certificate']
}
export interface PolicyFigure { id: string; value: unknown; clause: string }
/** The figure in force on a day. */
export type FigureOn = (key: PolicyKey, day: Day) => PolicyFigure

/** What stands in the ledger for one candidate; a pure function of the raw facts, so that a recount gives the same bytes. */
export interface LedgerRow {
  _id: string; personId: string; personName: string; idMasked: string; courseRunId: string; courseRunTitle: string; organisationId: string; organisationName: string
  region: string; measure: Measure; programme: string; funding: string; category: string; tags: string[]
  occupationId?: string; occupationName?: string; lineage?: string; level?: number
  on: Day; year: number; quarter: string; month: string; verdict: Verdict['verdict']; reason?: Reason; clause: string; policyIds: string[]; evidence: Evidence
}
/** A row as it is kept: with the time and the history of its verdicts. */
export type LedgerRecord = LedgerRow & { decidedAt: Date; history: { verdict: string; reason?: string; at: Date }[] }
export interface Evidence { attendedHours?: number; requiredHours?: number; theoryScore?: number; practiceScore?: number; age?: number; otherIds?: string[] }
export interface LedgerSlot { _id: string; enrolmentId: string; personId: string }

/**
 * Judges all candidates of one person in order of the completion day, then of the enrolment's id: the first ones count.
 * Each "only once" rule becomes a slot with a fixed `_id`, which the database can keep unique.
 */
export function judgePerson(facts: readonly EnrolmentFacts[], figureOn: FigureOn): { rows: LedgerRow[]; slots: LedgerSlot[] } {
  const rows: LedgerRow[] = []
  const slots = new Map<string, LedgerSlot>()
  const candidates = facts.flatMap((fact) => {
    const runState = candidacy(fact.run, fact)
    return runState ? [{ fact, runState, on: fact.completedOn ?? fact.run.closedOn ?? fact.run.endsOn }] : []
  })
  for (const { fact, runState, on } of candidates.sort(byDayThenId)) {
    const taken = takenBefore(fact, on, slots)
    const judged = judge(fact, runState, on, figureOn, taken)
    rows.push(judged)
    if (judged.verdict === 'counted' && judged.measure === 'subsidised') for (const slot of slotsOf(fact, on, taken.inYear.length)) slots.set(slot._id, slot)
  }
  return { rows, slots: [...slots.values()] }
}

interface Placed { fact: EnrolmentFacts; on: Day }
const byDayThenId = (a: Placed, b: Placed): number => (a.on === b.on ? order(a.fact.id, b.fact.id) : order(a.on, b.on))
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const skillSlot = ({ personId, run: { course } }: EnrolmentFacts): string | undefined => (course.lineage && course.level ? `skill:${personId}:${course.lineage}:${course.level}` : undefined)
const yearSlot = (personId: string, on: Day, n: number): string => `year:${personId}:${yearOf(on)}:${n}`

interface Taken { sameSkill?: string; inYear: string[] }
function takenBefore(fact: EnrolmentFacts, on: Day, slots: ReadonlyMap<string, LedgerSlot>): Taken {
  const skill = skillSlot(fact)
  const inYear: string[] = []
  for (let n = 1; slots.has(yearSlot(fact.personId, on, n)); n += 1) inYear.push(slots.get(yearSlot(fact.personId, on, n))!.enrolmentId)
  return { ...(skill && slots.has(skill) && { sameSkill: slots.get(skill)!.enrolmentId }), inYear }
}

function slotsOf(fact: EnrolmentFacts, on: Day, before: number): LedgerSlot[] {
  const ids = [skillSlot(fact), yearSlot(fact.personId, on, before + 1)].filter((id): id is string => id !== undefined)
  return ids.map((_id) => ({ _id, enrolmentId: fact.id, personId: fact.personId }))
}

function judge(fact: EnrolmentFacts, runState: Candidate['runState'], on: Day, figureOn: FigureOn, taken: Taken): LedgerRow {
  const { run } = fact
  const { course } = run
  const measure = measureOf(course)
  const candidate: Candidate = {
    measure, runState, enrolled: fact.state === 'enrolled', completionReasons: fact.completionReasons, startsOn: run.startsOn, certificate: fact.certificate,
    sameSkillCounted: taken.sameSkill !== undefined, countedInYear: taken.inYear.length,
    ...(typeof fact.completed === 'boolean' && { completed: fact.completed }), ...(fact.birthOn && { birthOn: fact.birthOn }),
  }
  const verdict = personTimeVerdict(candidate, figuresOn(figureOn, on, run.startsOn))
  const reason = 'reason' in verdict ? verdict.reason : undefined
  const figure = figureOn(policyOf[reason ?? 'counted'], isAge(reason) ? run.startsOn : on)
  return {
    _id: fact.id, personId: fact.personId, personName: fact.personName, idMasked: fact.idMasked, courseRunId: run.id, courseRunTitle: run.title,
    organisationId: run.organisationId, organisationName: run.organisationName, region: run.region, measure, programme: course.programme, funding: course.funding,
    category: fact.category, tags: [...fact.tags], ...present({ occupationId: course.occupationId, occupationName: course.occupationName, lineage: course.lineage, level: course.level }),
    on, year: yearOf(on), quarter: quarterOf(on), month: monthOf(on), verdict: verdict.verdict, ...(reason && { reason }), clause: figure.clause, policyIds: [figure.id],
    evidence: evidenceOf(fact, reason, taken),
  }
}

const isAge = (reason: Reason | undefined): boolean => reason === 'under-age' || reason === 'over-age' || reason === 'birth-date-missing'

function figuresOn(figureOn: FigureOn, on: Day, startsOn: Day): Figures {
  return {
    minAge: Number(figureOn('person-time.min-age', startsOn).value), maxAge: Number(figureOn('person-time.max-age', startsOn).value),
    certificateRequired: figureOn('person-time.certificate-required', on).value === true, sameSkillOnce: figureOn('person-time.same-skill-once', on).value === true,
    yearlyLimit: Number(figureOn('person-time.yearly-limit', on).value),
  }
}

function evidenceOf(fact: EnrolmentFacts, reason: Reason | undefined, { sameSkill, inYear }: Taken): Evidence {
  const { course, startsOn } = fact.run
  return present({
    attendedHours: fact.attendedHours, requiredHours: course.theoryHours + course.practiceHours, theoryScore: fact.theoryScore, practiceScore: fact.practiceScore,
    age: isAge(reason) && fact.birthOn ? ageOn(fact.birthOn, startsOn) : undefined,
    otherIds: reason === 'same-skill-counted' && sameSkill ? [sameSkill] : reason === 'yearly-limit' ? inYear : undefined,
  })
}

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> }
/** Without what is null or undefined: MongoDB would keep the null, and a recount would differ. */
const present = <T extends object>(values: T): Present<T> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null)) as Present<T>
