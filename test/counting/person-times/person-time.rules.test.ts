import { expect } from 'chai'
import {
  candidacy,
  exclusionReasons,
  measureOf,
  measureVerdict,
  pendingReasons,
  personTimeVerdict,
  policyOf,
  type Candidate,
  type Figures,
} from '../../../src/counting/person-times/person-time.rules.js'
import { personTimeWords } from '../../../src/counting/person-time-lists/person-time.words.js'
import { completionVerdict } from '../../../src/training/assessments/completion.rules.js'
import { policyKeys } from '../../../src/office/policies/policy.data.js'

const aCandidate = (overrides: Partial<Candidate> = {}): Candidate => ({
  measure: 'subsidised',
  runState: 'closed',
  enrolled: true,
  completed: true,
  completionReasons: [],
  startsOn: '2022-03-01',
  birthOn: '1990-05-01',
  certificate: 'none',
  sameSkillCounted: false,
  countedInYear: 0,
  ...overrides,
})
const figures: Figures = { minAge: 16, maxAge: 60, certificateRequired: false, sameSkillOnce: true, yearlyLimit: 3 }

const cases: [what: string, candidate: Partial<Candidate>, outcome: string, figures?: Partial<Figures>][] = [
  ['a confirmed completion', {}, 'counted'],
  ['a run that goes on', { runState: 'open', completed: undefined }, 'pending run-not-closed'],
  ['a closed run without a result', { completed: undefined }, 'pending result-awaited'],
  ['a withdrawn run, whatever the result', { runState: 'withdrawn' }, 'excluded run-withdrawn'],
  ['a suspended run, whatever the result', { runState: 'suspended' }, 'excluded run-suspended'],
  ['somebody who left the run', { enrolled: false }, 'excluded enrolment-withdrawn'],
  ['somebody who left a run that goes on', { enrolled: false, runState: 'open' }, 'excluded enrolment-withdrawn'],
  [
    'absence from the assessment before low attendance',
    { completed: false, completionReasons: ['low-attendance', 'absent'] },
    'excluded absent',
  ],
  [
    'low attendance before a failed part',
    { completed: false, completionReasons: ['failed-theory', 'low-attendance'] },
    'excluded low-attendance',
  ],
  [
    'a failed theory part',
    { completed: false, completionReasons: ['failed-practice', 'failed-theory'] },
    'excluded failed-theory',
  ],
  ['a failed practice part', { completed: false, completionReasons: ['failed-practice'] }, 'excluded failed-practice'],
  [
    'no completion for a reason unknown here',
    { completed: false, completionReasons: ['other'] },
    'excluded not-completed',
  ],
  ['no completion without a reason', { completed: false }, 'excluded not-completed'],
  ['the day before the sixteenth birthday', { birthOn: '2006-03-02' }, 'excluded under-age'],
  ['the sixteenth birthday itself', { birthOn: '2006-03-01' }, 'counted'],
  ['the day after the sixteenth birthday', { birthOn: '2006-02-28' }, 'counted'],
  ['the last day at sixty', { birthOn: '1961-03-02' }, 'counted'],
  ['the sixty-first birthday', { birthOn: '1961-03-01' }, 'excluded over-age'],
  ['sixty years exactly', { birthOn: '1962-03-01' }, 'counted'],
  [
    'a person born on 29 February, on 28 February',
    { birthOn: '2004-02-29', startsOn: '2020-02-28' },
    'excluded under-age',
  ],
  ['a person born on 29 February, on 29 February', { birthOn: '2004-02-29', startsOn: '2020-02-29' }, 'counted'],
  ['a birthday that is not known', { birthOn: undefined }, 'pending birth-date-missing'],
  ['no certificate where none is needed', { certificate: 'none' }, 'counted'],
  [
    'no certificate where one is needed',
    { certificate: 'none' },
    'pending certificate-awaited',
    { certificateRequired: true },
  ],
  [
    'a revoked certificate where one is needed',
    { certificate: 'void' },
    'excluded certificate-required',
    { certificateRequired: true },
  ],
  ['a certificate where one is needed', { certificate: 'valid' }, 'counted', { certificateRequired: true }],
  ['the same occupation and level a second time', { sameSkillCounted: true }, 'excluded same-skill-counted'],
  ['the same skill where repetition is allowed', { sameSkillCounted: true }, 'counted', { sameSkillOnce: false }],
  ['two before, below the limit of three', { countedInYear: 2 }, 'counted'],
  ['three before, at the limit', { countedInYear: 3 }, 'excluded yearly-limit'],
  ['four before, above the limit', { countedInYear: 4 }, 'excluded yearly-limit'],
  [
    'a run in the months of an apprenticeship',
    { inApprenticeship: true },
    'excluded in-apprenticeship',
    { apprenticeExcludes: true },
  ],
  [
    'the same where the figure does not exclude it',
    { inApprenticeship: true },
    'counted',
    { apprenticeExcludes: false },
  ],
  [
    'a self-funded run in the months of an apprenticeship',
    { measure: 'social', inApprenticeship: true },
    'counted',
    { apprenticeExcludes: true },
  ],
  ['training for a contest', { contest: true }, 'counted', { contestBasis: 'completed' }],
  [
    'training for a contest in a skill that was counted before',
    { contest: true, sameSkillCounted: true },
    'counted',
    { contestBasis: 'completed' },
  ],
  [
    'training for a contest at the yearly limit',
    { contest: true, countedInYear: 3 },
    'excluded yearly-limit',
    { contestBasis: 'completed' },
  ],
  [
    'training for a contest where it is not counted',
    { contest: true },
    'excluded contest-not-counted',
    { contestBasis: 'none' },
  ],
  ['another run where contest training is not counted', {}, 'counted', { contestBasis: 'none' }],
  ['a limit of nought', { countedInYear: 0 }, 'excluded yearly-limit', { yearlyLimit: 0 }],
  [
    'self-funded: no limit, no age, no repetition',
    { measure: 'social', countedInYear: 9, sameSkillCounted: true, birthOn: undefined },
    'counted',
  ],
  [
    'self-funded, not completed',
    { measure: 'social', completed: false, completionReasons: ['absent'] },
    'excluded absent',
  ],
  ['a quality course beyond the limit', { measure: 'new-citizen', countedInYear: 3 }, 'counted'],
]

describe('personTimeVerdict', () => {
  for (const [what, candidate, outcome, changed = {}] of cases) {
    it(`${what}: ${outcome}`, () => {
      const verdict = personTimeVerdict(aCandidate(candidate), { ...figures, ...changed })
      expect(
        ['verdict' in verdict && verdict.verdict, 'reason' in verdict ? verdict.reason : undefined]
          .filter(Boolean)
          .join(' '),
      ).to.equal(outcome)
    })
  }

  it('reaches every reason of the closed set but those of apprentices by a case of this table', () => {
    const ofApprentices = (reason: string): boolean => reason.startsWith('apprentice')
    const reached = new Set(cases.map(([, , outcome]) => outcome.split(' ')[1]).filter(Boolean))
    expect([...reached].sort()).to.deep.equal(
      [...exclusionReasons, ...pendingReasons].filter((reason) => !ofApprentices(reason)).sort(),
    )
  })

  for (const reason of [...exclusionReasons, ...pendingReasons, 'counted' as const]) {
    it(`has for ${reason} a plain sentence in both languages and a dated figure with its clause`, () => {
      const sentence = (personTimeWords as Record<string, readonly string[]>)[`rule-${reason}`]
      expect(sentence, reason).to.have.length.within(2, 3)
      expect(sentence!.every((text) => text.length > 5)).to.equal(true)
      expect(policyKeys).to.include(policyOf[reason])
    })
  }
})

describe('completion and person-time together', () => {
  const rule = { minAttendancePercent: 80, passMark: 60 }
  const facts = {
    attendedHours: 96,
    plannedHours: 120,
    theoryScore: 60,
    practiceScore: 60,
    level: 2,
    theoryHours: 48,
    practiceHours: 72,
  }
  const table: [what: string, change: Partial<typeof facts> & { absent?: boolean }, outcome: string][] = [
    ['79.9 % of the hours', { attendedHours: 95.9 }, 'excluded low-attendance'],
    ['80 % of the hours', {}, 'counted'],
    ['80.1 % of the hours', { attendedHours: 96.1 }, 'counted'],
    ['theory 59', { theoryScore: 59 }, 'excluded failed-theory'],
    ['theory 60', { theoryScore: 60 }, 'counted'],
    ['theory 61', { theoryScore: 61 }, 'counted'],
    ['practice 59', { practiceScore: 59 }, 'excluded failed-practice'],
    ['practice 60', { practiceScore: 60 }, 'counted'],
    ['practice 61', { practiceScore: 61 }, 'counted'],
    ['absent with full attendance', { absent: true, attendedHours: 120 }, 'excluded absent'],
  ]
  for (const [what, change, outcome] of table) {
    it(`${what}: ${outcome}`, () => {
      const { completed, reasons } = completionVerdict({ ...facts, ...change }, rule)
      const verdict = personTimeVerdict(aCandidate({ completed, completionReasons: reasons }), figures)
      expect(['reason' in verdict ? `${verdict.verdict} ${verdict.reason}` : verdict.verdict][0]).to.equal(outcome)
    })
  }
})

describe('measureOf', () => {
  const table: [programme: string, funding: string, measure: string][] = [
    ['skills', 'subsidised', 'subsidised'],
    ['special-work', 'subsidised', 'subsidised'],
    ['dual-certificate', 'subsidised', 'subsidised'],
    ['skills', 'self-funded', 'social'],
    ['social', 'self-funded', 'social'],
    ['new-citizen', 'subsidised', 'new-citizen'],
    ['new-citizen', 'self-funded', 'new-citizen'],
    ['start-up', 'subsidised', 'start-up'],
  ]
  for (const [programme, funding, measure] of table)
    it(`${programme}, ${funding}: ${measure}`, () => expect(measureOf({ programme, funding })).to.equal(measure))
})

describe('measureVerdict', () => {
  it('keeps a self-funded completion out of the subsidised figure and in the social one', () => {
    const row = { measure: 'social', verdict: 'counted' }
    expect(measureVerdict(row, 'subsidised')).to.deep.equal({ counts: false, reason: 'self-funded' })
    expect(measureVerdict(row, 'social')).to.deep.equal({ counts: true })
  })
  it('keeps a quality course out of the subsidised figure, because it has a target of its own', () => {
    expect(measureVerdict({ measure: 'new-citizen', verdict: 'counted' }, 'subsidised')).to.deep.equal({
      counts: false,
      reason: 'own-target',
    })
  })
  it('does not count a row that is not counted', () => {
    expect(measureVerdict({ measure: 'subsidised', verdict: 'pending' }, 'subsidised')).to.deep.equal({
      counts: false,
      reason: 'not-counted',
    })
  })
})

describe('candidacy', () => {
  const run = (overrides: object) => ({ state: 'closed', startsOn: '2022-03-01', filedOn: '2022-02-20', ...overrides })
  const table: [
    what: string,
    run: object,
    enrolment: { state: string; leftOn?: string },
    outcome: string | undefined,
  ][] = [
    ['a filed run that has not begun', { state: 'filed' }, { state: 'enrolled' }, undefined],
    ['a running run', { state: 'running' }, { state: 'enrolled' }, 'open'],
    ['a run that awaits assessment', { state: 'awaiting-assessment' }, { state: 'enrolled' }, 'open'],
    ['a closed run', {}, { state: 'enrolled' }, 'closed'],
    ['a draft that was withdrawn', { state: 'withdrawn', filedOn: undefined }, { state: 'enrolled' }, undefined],
    ['a filed run that was withdrawn', { state: 'withdrawn' }, { state: 'enrolled' }, 'withdrawn'],
    [
      'a run suspended while it went on',
      { state: 'suspended', stateBefore: 'running' },
      { state: 'enrolled' },
      'suspended',
    ],
    ['a run suspended before it began', { state: 'suspended', stateBefore: 'filed' }, { state: 'enrolled' }, undefined],
    ['somebody who left the day before the first day', {}, { state: 'withdrawn', leftOn: '2022-02-28' }, undefined],
    ['somebody who left on the first day', {}, { state: 'withdrawn', leftOn: '2022-03-01' }, 'closed'],
    ['somebody who left the day after', {}, { state: 'withdrawn', leftOn: '2022-03-02' }, 'closed'],
  ]
  for (const [what, facts, enrolment, outcome] of table)
    it(`${what}: ${outcome ?? 'no candidate'}`, () => expect(candidacy(run(facts), enrolment)).to.equal(outcome))
})
