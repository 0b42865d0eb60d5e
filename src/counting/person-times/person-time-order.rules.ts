import type { PolicyKey } from '../../office/policies/policy.data.js'
import { ageOn, monthOf, quarterOf, yearOf, type Day } from '../../shared/dates.js'
import {
  apprenticeCandidacy,
  apprenticeVerdict,
  barringApprenticeship,
  type ApprenticeBasis,
  type ApprenticeTime,
} from './apprentice-candidate.rules.js'
import {
  candidacy,
  measureOf,
  personTimeVerdict,
  policyOf,
  type Candidate,
  type Figures,
  type Measure,
  type Reason,
  type Verdict,
  type ContestBasis,
} from './person-time.rules.js'

export interface RunFacts {
  id: string
  title: string
  state: string
  stateBefore?: string | null
  filedOn?: string | null
  closedOn?: string | null
  startsOn: Day
  endsOn: Day
  organisationId: string
  organisationName: string
  region: string
  course: {
    programme: string
    funding: string
    occupationId?: string | null
    occupationName?: string | null
    lineage?: string | null
    level?: number | null
    theoryHours: number
    practiceHours: number
  }
}
export interface EnrolmentFacts {
  id: string
  personId: string
  personName: string
  idMasked: string
  category: string
  tags: readonly string[]
  state: string
  leftOn?: Day
  completed?: boolean | null
  completionReasons: readonly string[]
  completedOn?: string | null
  attendedHours?: number
  theoryScore?: number | null
  practiceScore?: number | null
  run: RunFacts
  birthOn?: Day
  certificate: Candidate['certificate']
}
export interface ApprenticeFacts {
  id: string
  personId: string
  personName: string
  idMasked: string
  category: string
  state: string
  from: Day
  to: Day
  exitedOn?: string | null
  certificate: Candidate['certificate']
  one: {
    id: string
    title: string
    state: string
    stateBefore?: string | null
    filedOn?: string | null
    completedOn?: string | null
    startsOn: Day
    enterpriseId: string
    enterpriseName: string
    region: string
    occupationId: string
    occupationName: string
    lineage: string
    level: number
  }
}
export interface PolicyFigure {
  id: string
  value: unknown
  clause: string
}
/** The figure in force on a day. */
export type FigureOn = (key: PolicyKey, day: Day) => PolicyFigure

/** What stands in the ledger for one candidate; a pure function of the raw facts, so that a recount gives the same bytes. */
export interface LedgerRow {
  _id: string
  personId: string
  personName: string
  idMasked: string
  courseRunId?: string
  apprenticeshipId?: string
  courseRunTitle: string
  organisationId: string
  organisationName: string
  region: string
  measure: Measure
  programme: string
  funding: string
  category: string
  tags: string[]
  occupationId?: string
  occupationName?: string
  lineage?: string
  level?: number
  on: Day
  year: number
  quarter: string
  month: string
  verdict: Verdict['verdict']
  reason?: Reason
  clause: string
  policyIds: string[]
  evidence: Evidence
}
/** A row as it is kept: with the time and the history of its verdicts. */
export type LedgerRecord = LedgerRow & { decidedAt: Date; history: { verdict: string; reason?: string; at: Date }[] }
export interface Evidence {
  attendedHours?: number
  requiredHours?: number
  theoryScore?: number
  practiceScore?: number
  age?: number
  otherIds?: string[]
  apprenticeshipId?: string
}
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
  const classes = apprentices.flatMap((fact) => {
    const classState = apprenticeCandidacy(fact.one, fact)
    return classState
      ? [
          {
            id: fact.id,
            on: fact.exitedOn ?? fact.one.completedOn ?? fact.to,
            skill: skillOf(fact.personId, fact.one),
            fact,
            classState,
          },
        ]
      : []
  })
  const times = classes.map(({ fact: { one, from, to, state }, classState }): ApprenticeTime => ({
    id: one.id,
    from,
    to,
    state,
    classState,
  }))
  const runs = facts.flatMap((fact) => {
    const runState = candidacy(fact.run, fact)
    return runState
      ? [
          {
            id: fact.id,
            on: fact.completedOn ?? fact.run.closedOn ?? fact.run.endsOn,
            skill: fact.run.course.programme === 'contest' ? undefined : skillOf(fact.personId, fact.run.course),
            fact,
            runState,
          },
        ]
      : []
  })
  for (const placed of [...runs, ...classes].sort(byDayThenId)) {
    const {
      id,
      on,
      skill,
      fact: { personId },
    } = placed
    const taken = takenBefore(personId, skill, on, slots)
    const judged =
      'runState' in placed
        ? judge(placed.fact, placed.runState, on, figureOn, taken, times)
        : judgeApprentice(placed.fact, placed.classState, on, figureOn, taken)
    rows.push(judged)
    if (judged.verdict !== 'counted' || judged.measure !== 'subsidised') continue
    for (const _id of [skill, yearSlot(personId, on, taken.inYear.length + 1)])
      if (_id) slots.set(_id, { _id, enrolmentId: id, personId })
  }
  return { rows, slots: [...slots.values()] }
}

interface Placed {
  id: string
  on: Day
}
const byDayThenId = (a: Placed, b: Placed): number => (a.on === b.on ? order(a.id, b.id) : order(a.on, b.on))
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const skillOf = (
  personId: string,
  { lineage, level }: { lineage?: string | null; level?: number | null },
): string | undefined => (lineage && level ? `skill:${personId}:${lineage}:${level}` : undefined)
const yearSlot = (personId: string, on: Day, n: number): string => `year:${personId}:${yearOf(on)}:${n}`

interface Taken {
  sameSkill?: string
  inYear: string[]
}
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

function judgeApprentice(
  fact: ApprenticeFacts,
  classState: ApprenticeTime['classState'],
  on: Day,
  figureOn: FigureOn,
  taken: Taken,
): LedgerRow {
  const { one } = fact
  const figures = {
    basis: figureOn('person-time.apprentice-basis', on).value as ApprenticeBasis,
    sameSkillOnce: figureOn('person-time.same-skill-once', on).value === true,
    yearlyLimit: Number(figureOn('person-time.yearly-limit', on).value),
  }
  const verdict = apprenticeVerdict(
    {
      classState,
      state: fact.state,
      certificate: fact.certificate,
      sameSkillCounted: taken.sameSkill !== undefined,
      countedInYear: taken.inYear.length,
    },
    figures,
  )
  const reason = 'reason' in verdict ? verdict.reason : undefined
  const figure = figureOn(reason ? policyOf[reason] : 'person-time.apprentice-basis', on)
  return {
    _id: fact.id,
    personId: fact.personId,
    personName: fact.personName,
    idMasked: fact.idMasked,
    apprenticeshipId: one.id,
    courseRunTitle: one.title,
    organisationId: one.enterpriseId,
    organisationName: one.enterpriseName,
    region: one.region,
    measure: 'subsidised',
    programme: 'apprenticeship',
    funding: 'subsidised',
    category: fact.category,
    tags: [],
    occupationId: one.occupationId,
    occupationName: one.occupationName,
    lineage: one.lineage,
    level: one.level,
    on,
    year: yearOf(on),
    quarter: quarterOf(on),
    month: monthOf(on),
    verdict: verdict.verdict,
    ...(reason && { reason }),
    clause: figure.clause,
    policyIds: [figure.id],
    evidence: present({ otherIds: othersOf(reason, taken) }),
  }
}

function judge(
  fact: EnrolmentFacts,
  runState: Candidate['runState'],
  on: Day,
  figureOn: FigureOn,
  taken: Taken,
  times: readonly ApprenticeTime[],
): LedgerRow {
  const { run } = fact
  const { course } = run
  const measure = measureOf(course)
  const barring = barringApprenticeship(run, times)
  const candidate: Candidate = {
    measure,
    runState,
    enrolled: fact.state === 'enrolled',
    completionReasons: fact.completionReasons,
    startsOn: run.startsOn,
    certificate: fact.certificate,
    sameSkillCounted: taken.sameSkill !== undefined,
    countedInYear: taken.inYear.length,
    inApprenticeship: barring !== undefined,
    contest: course.programme === 'contest',
    ...(typeof fact.completed === 'boolean' && { completed: fact.completed }),
    ...(fact.birthOn && { birthOn: fact.birthOn }),
  }
  const verdict = personTimeVerdict(candidate, figuresOn(figureOn, on, run.startsOn))
  const reason = 'reason' in verdict ? verdict.reason : undefined
  const counted =
    course.programme === 'contest' && measure === 'subsidised' ? 'person-time.contest-basis' : policyOf.counted
  const figure = figureOn(reason ? policyOf[reason] : counted, isAge(reason) ? run.startsOn : on)
  return {
    _id: fact.id,
    personId: fact.personId,
    personName: fact.personName,
    idMasked: fact.idMasked,
    courseRunId: run.id,
    courseRunTitle: run.title,
    organisationId: run.organisationId,
    organisationName: run.organisationName,
    region: run.region,
    measure,
    programme: course.programme,
    funding: course.funding,
    category: fact.category,
    tags: [...fact.tags],
    ...present({
      occupationId: course.occupationId,
      occupationName: course.occupationName,
      lineage: course.lineage,
      level: course.level,
    }),
    on,
    year: yearOf(on),
    quarter: quarterOf(on),
    month: monthOf(on),
    verdict: verdict.verdict,
    ...(reason && { reason }),
    clause: figure.clause,
    policyIds: [figure.id],
    evidence: {
      ...evidenceOf(fact, reason, taken),
      ...(reason === 'in-apprenticeship' && { apprenticeshipId: barring!.id }),
    },
  }
}

const isAge = (reason: Reason | undefined): boolean =>
  reason === 'under-age' || reason === 'over-age' || reason === 'birth-date-missing'

function figuresOn(figureOn: FigureOn, on: Day, startsOn: Day): Figures {
  return {
    minAge: Number(figureOn('person-time.min-age', startsOn).value),
    maxAge: Number(figureOn('person-time.max-age', startsOn).value),
    certificateRequired: figureOn('person-time.certificate-required', on).value === true,
    sameSkillOnce: figureOn('person-time.same-skill-once', on).value === true,
    yearlyLimit: Number(figureOn('person-time.yearly-limit', on).value),
    apprenticeExcludes: figureOn('person-time.apprentice-excludes', startsOn).value === true,
    contestBasis: figureOn('person-time.contest-basis', on).value as ContestBasis,
  }
}

function evidenceOf(fact: EnrolmentFacts, reason: Reason | undefined, taken: Taken): Evidence {
  const { course, startsOn } = fact.run
  return present({
    attendedHours: fact.attendedHours,
    requiredHours: course.theoryHours + course.practiceHours,
    theoryScore: fact.theoryScore,
    practiceScore: fact.practiceScore,
    age: isAge(reason) && fact.birthOn ? ageOn(fact.birthOn, startsOn) : undefined,
    otherIds: othersOf(reason, taken),
  })
}

const othersOf = (reason: Reason | undefined, { sameSkill, inYear }: Taken): string[] | undefined =>
  reason === 'same-skill-counted' && sameSkill ? [sameSkill] : reason === 'yearly-limit' ? inYear : undefined

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> }
/** Without what is null or undefined: MongoDB would keep the null, and a recount would differ. */
const present = <T extends object>(values: T): Present<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null)) as Present<T>
