import type { Day } from '../../shared/dates.js'
import {
  apprenticeCandidacy,
  apprenticeVerdict,
  type ApprenticeBasis,
  type ApprenticeTime,
} from './apprentice-candidate.rules.js'
import type { ApprenticeFacts } from './candidate-facts.rules.js'
import {
  ledgerRow,
  othersOf,
  present,
  reasonOf,
  skillOf,
  type FigureOn,
  type LedgerRow,
  type Placed,
  type Taken,
} from './ledger-row.rules.js'
import { policyOf } from '../person-times/person-time.rules.js'

/** The apprentices that are candidates, with the months that bar other subsidised training. */
export function placedApprentices(facts: readonly ApprenticeFacts[]): { placed: Placed[]; times: ApprenticeTime[] } {
  const candidates = facts.flatMap((fact) => {
    const classState = apprenticeCandidacy(fact.one, fact)
    return classState ? [{ fact, classState }] : []
  })
  const placed = candidates.map(({ fact, classState }): Placed => {
    const on = fact.exitedOn ?? fact.one.completedOn ?? fact.to
    return {
      id: fact.id,
      personId: fact.personId,
      on,
      skill: skillOf(fact.personId, fact.one),
      judge: (taken, figureOn) => judge(fact, classState, on, figureOn, taken),
    }
  })
  const times = candidates.map(({ fact: { one, from, to, state }, classState }) => ({
    id: one.id,
    from,
    to,
    state,
    classState,
  }))
  return { placed, times }
}

function judge(
  fact: ApprenticeFacts,
  classState: ApprenticeTime['classState'],
  on: Day,
  figureOn: FigureOn,
  taken: Taken,
): LedgerRow {
  const { state, certificate, theoryScore, practiceScore } = fact
  const sameSkillCounted = taken.sameSkill !== undefined
  const verdict = apprenticeVerdict(
    { classState, state, certificate, sameSkillCounted, countedInYear: taken.inYear.length },
    {
      basis: figureOn('person-time.apprentice-basis', on).value as ApprenticeBasis,
      sameSkillOnce: figureOn('person-time.same-skill-once', on).value === true,
      yearlyLimit: Number(figureOn('person-time.yearly-limit', on).value),
    },
  )
  const reason = reasonOf(verdict)
  const figure = figureOn(reason ? policyOf[reason] : 'person-time.apprentice-basis', on)
  return ledgerRow(
    sourceOf(fact, on),
    verdict,
    figure,
    present({ theoryScore, practiceScore, otherIds: othersOf(reason, taken) }),
  )
}

const sourceOf = ({ id, personId, personName, idMasked, category, one }: ApprenticeFacts, on: Day) => ({
  _id: id,
  personId,
  personName,
  idMasked,
  apprenticeshipId: one.id,
  courseRunTitle: one.title,
  organisationId: one.enterpriseId,
  organisationName: one.enterpriseName,
  region: one.region,
  measure: 'subsidised' as const,
  programme: 'apprenticeship',
  funding: 'subsidised',
  category,
  tags: [],
  occupationId: one.occupationId,
  occupationName: one.occupationName,
  lineage: one.lineage,
  level: one.level,
  on,
})
