import { ageOn, type Day } from '../../shared/dates.js'
import { barringApprenticeship, type ApprenticeTime } from './apprentice-candidate.rules.js'
import type { EnrolmentFacts } from './candidate-facts.rules.js'
import {
  ledgerRow,
  othersOf,
  present,
  reasonOf,
  skillOf,
  type Evidence,
  type FigureOn,
  type LedgerRow,
  type Placed,
  type Taken,
} from './ledger-row.rules.js'
import {
  candidacy,
  measureOf,
  personTimeVerdict,
  policyOf,
  type Candidate,
  type ContestBasis,
  type Figures,
  type Measure,
  type Reason,
} from '../person-times/person-time.rules.js'

interface Trainee {
  fact: EnrolmentFacts
  runState: Candidate['runState']
  on: Day
  measure: Measure
  contest: boolean
  barring?: ApprenticeTime
}

/** A trainee in the place of the completion day; undefined for who is no candidate. */
export function placedTrainee(fact: EnrolmentFacts, times: readonly ApprenticeTime[]): Placed | undefined {
  const { run, personId } = fact
  const runState = candidacy(run, fact)
  if (!runState) return undefined
  const on = fact.completedOn ?? run.closedOn ?? run.endsOn
  const contest = run.course.programme === 'contest'
  const barring = barringApprenticeship(run, times)
  const trainee: Trainee = { fact, runState, on, measure: measureOf(run.course), contest, ...(barring && { barring }) }
  return {
    id: fact.id,
    personId,
    on,
    // Training for a contest takes no place of its skill, so that the course before or after it counts as well.
    skill: contest ? undefined : skillOf(personId, run.course),
    judge: (taken, figureOn) => judge(trainee, figureOn, taken),
  }
}

function judge(trainee: Trainee, figureOn: FigureOn, taken: Taken): LedgerRow {
  const { fact, on, measure, contest, barring } = trainee
  const { startsOn } = fact.run
  const verdict = personTimeVerdict(candidateOf(trainee, taken), figuresOn(figureOn, on, startsOn))
  const reason = reasonOf(verdict)
  const counted = contest && measure === 'subsidised' ? 'person-time.contest-basis' : policyOf.counted
  const figure = figureOn(reason ? policyOf[reason] : counted, isAge(reason) ? startsOn : on)
  return ledgerRow(sourceOf(trainee), verdict, figure, {
    ...evidenceOf(fact, reason, taken),
    ...(reason === 'in-apprenticeship' && { apprenticeshipId: barring!.id }),
  })
}

const candidateOf = ({ fact, runState, measure, contest, barring }: Trainee, taken: Taken): Candidate => ({
  measure,
  runState,
  enrolled: fact.state === 'enrolled',
  completionReasons: fact.completionReasons,
  startsOn: fact.run.startsOn,
  certificate: fact.certificate,
  sameSkillCounted: taken.sameSkill !== undefined,
  countedInYear: taken.inYear.length,
  inApprenticeship: barring !== undefined,
  contest,
  ...(typeof fact.completed === 'boolean' && { completed: fact.completed }),
  ...(fact.birthOn && { birthOn: fact.birthOn }),
})

function sourceOf({ fact, on, measure }: Trainee) {
  const { id, personId, personName, idMasked, category, tags, run } = fact
  const { programme, funding, occupationId, occupationName, lineage, level } = run.course
  return {
    _id: id,
    personId,
    personName,
    idMasked,
    courseRunId: run.id,
    courseRunTitle: run.title,
    organisationId: run.organisationId,
    organisationName: run.organisationName,
    region: run.region,
    measure,
    programme,
    funding,
    category,
    tags: [...tags],
    ...present({ occupationId, occupationName, lineage, level }),
    on,
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
