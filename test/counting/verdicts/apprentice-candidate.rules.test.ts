import { expect } from 'chai'
import {
  apprenticeCandidacy,
  apprenticeVerdict,
  barringApprenticeship,
  type ApprenticeCandidate,
  type ApprenticeFigures,
  type ApprenticeTime,
} from '../../../src/counting/verdicts/apprentice-candidate.rules.js'
import { exclusionReasons, pendingReasons } from '../../../src/counting/person-times/person-time.rules.js'

const candidate: ApprenticeCandidate = {
  classState: 'completed',
  state: 'certified',
  certificate: 'valid',
  sameSkillCounted: false,
  countedInYear: 0,
}
const figures: ApprenticeFigures = { basis: 'finished', sameSkillOnce: true, yearlyLimit: 3 }

const cases: [
  what: string,
  candidate: Partial<ApprenticeCandidate>,
  outcome: string,
  figures?: Partial<ApprenticeFigures>,
][] = [
  ['who finished with the certificate', {}, 'counted'],
  ['who finished without the certificate', { state: 'completed', certificate: 'none' }, 'counted'],
  ['who finished, the certificate not issued yet', { certificate: 'none' }, 'counted'],
  ['who did not finish', { state: 'not-completed' }, 'excluded apprentice-not-completed'],
  ['who left', { state: 'exited' }, 'excluded apprentice-left'],
  ['who left a class that goes on', { state: 'exited', classState: 'open' }, 'excluded apprentice-left'],
  ['who learns', { state: 'training', classState: 'open' }, 'pending apprenticeship-not-over'],
  ['who has an outcome that the school has not confirmed', { classState: 'open' }, 'pending apprenticeship-not-over'],
  ['a class that was cancelled', { classState: 'withdrawn' }, 'excluded apprenticeship-withdrawn'],
  ['a class that is suspended', { classState: 'suspended' }, 'excluded apprenticeship-suspended'],
  ['who finished where apprenticeships do not count', {}, 'excluded apprenticeship-not-counted', { basis: 'none' }],
  [
    'no certificate where one is needed',
    { state: 'completed', certificate: 'none' },
    'excluded apprentice-not-completed',
    { basis: 'certified' },
  ],
  [
    'a certificate on its way where one is needed',
    { certificate: 'none' },
    'pending certificate-awaited',
    { basis: 'certified' },
  ],
  [
    'a revoked certificate where one is needed',
    { certificate: 'void' },
    'excluded certificate-required',
    { basis: 'certified' },
  ],
  ['a certificate where one is needed', {}, 'counted', { basis: 'certified' }],
  ['the same occupation and level a second time', { sameSkillCounted: true }, 'excluded same-skill-counted'],
  ['the same where repetition is allowed', { sameSkillCounted: true }, 'counted', { sameSkillOnce: false }],
  ['two before, below the limit', { countedInYear: 2 }, 'counted'],
  ['three before, at the limit', { countedInYear: 3 }, 'excluded yearly-limit'],
]

describe('apprenticeVerdict', () => {
  for (const [what, given, outcome, changed = {}] of cases) {
    it(`${what}: ${outcome}`, () => {
      const verdict = apprenticeVerdict({ ...candidate, ...given }, { ...figures, ...changed })
      expect('reason' in verdict ? `${verdict.verdict} ${verdict.reason}` : verdict.verdict).to.equal(outcome)
    })
  }

  it('reaches every reason of apprentices by a case of this table', () => {
    const reached = new Set(cases.map(([, , outcome]) => outcome.split(' ')[1]))
    expect(
      [...exclusionReasons, ...pendingReasons].filter(
        (reason) => reason.startsWith('apprentice') && !reached.has(reason),
      ),
    ).to.deep.equal([])
  })
})

describe('apprenticeCandidacy', () => {
  const one = { state: 'running', startsOn: '2022-03-01', filedOn: '2022-02-10' }
  const rows: [
    what: string,
    one: object,
    apprentice: { state: string; exitedOn?: string },
    expected: string | undefined,
  ][] = [
    ['a class that runs', {}, { state: 'training' }, 'open'],
    ['a filed class that has not begun', { state: 'filed' }, { state: 'training' }, undefined],
    ['a completed class', { state: 'completed' }, { state: 'certified' }, 'completed'],
    ['a settled class', { state: 'settled' }, { state: 'certified' }, 'completed'],
    ['whoever changed class', { state: 'settled' }, { state: 'transferred' }, undefined],
    ['whoever left before the first day', {}, { state: 'exited', exitedOn: '2022-02-28' }, undefined],
    ['whoever left on the first day', {}, { state: 'exited', exitedOn: '2022-03-01' }, 'open'],
    ['a draft that was cancelled', { state: 'withdrawn', filedOn: undefined }, { state: 'training' }, undefined],
    ['a filed class that was cancelled', { state: 'withdrawn' }, { state: 'training' }, 'withdrawn'],
    [
      'a class suspended while it ran',
      { state: 'suspended', stateBefore: 'running' },
      { state: 'training' },
      'suspended',
    ],
    [
      'a class suspended before it began',
      { state: 'suspended', stateBefore: 'filed' },
      { state: 'training' },
      undefined,
    ],
  ]
  for (const [what, changed, apprentice, expected] of rows)
    it(`${what}: ${expected ?? 'no candidate'}`, () =>
      void expect(apprenticeCandidacy({ ...one, ...changed }, apprentice)).to.equal(expected))
})

describe('barringApprenticeship', () => {
  const time: ApprenticeTime = { id: 'a', from: '2022-03-01', to: '2023-02-28', state: 'training', classState: 'open' }
  const run = (startsOn: string) => ({ startsOn, endsOn: '2023-12-31' })
  it('bars a run that begins on the first day, and in the last month', () => {
    expect([run('2022-03-01'), run('2023-02-28')].map((each) => barringApprenticeship(each, [time])?.id)).to.deep.equal(
      ['a', 'a'],
    )
  })
  it('lets through a run that began the day before, or begins in the month after', () => {
    expect([run('2022-02-28'), run('2023-03-01')].map((each) => barringApprenticeship(each, [time]))).to.deep.equal([
      undefined,
      undefined,
    ])
  })
  it('lets runs through again once the apprentice left, failed, or the class was cancelled', () => {
    for (const changed of [{ state: 'exited' }, { state: 'not-completed' }, { classState: 'withdrawn' as const }])
      expect(barringApprenticeship(run('2022-06-01'), [{ ...time, ...changed }])).to.equal(undefined)
  })
})
