import { expect } from 'chai'
import { roles, type Role } from '../../../src/shared/permissions.js'
import { courseRunStates, type CourseRunState } from '../../../src/training/course-runs/course-run.model.js'
import {
  changeDecisionVerdict,
  countsAgain,
  runActs,
  runInScope,
  runVerdict,
  type RunAct,
  type RunFacts,
  type Who,
} from '../../../src/training/course-runs/course-run.rules.js'

const run = (overrides: Partial<RunFacts> = {}): RunFacts => ({
  state: 'draft',
  organisationId: 'school',
  region: '130638',
  assessmentBodyId: 'body',
  createdBy: 'maker',
  submittedById: 'maker',
  countyPassedById: 'county',
  startsOn: '2022-12-05',
  endsOn: '2022-12-30',
  ...overrides,
})
const who = (role: Role, overrides: Partial<Who> = {}): Who => ({
  id: `${role}-id`,
  role,
  region: '130638',
  organisationId: role === 'assessment-body' ? 'body' : 'school',
  ...overrides,
})
const on = { today: '2022-12-30' }
const reasonOf = (act: RunAct, facts: RunFacts, actor: Who, day: { today: string; hasScores?: boolean } = on) => {
  const verdict = runVerdict(act, facts, actor, day)
  return verdict.ok ? `→ ${verdict.to}` : verdict.reason
}

// The whole table once more, written by hand: act, states it starts from, who, where it leads.
const table: readonly [RunAct, readonly CourseRunState[], readonly Role[], string][] = [
  ['submit', ['draft', 'returned'], ['institution-manager', 'institution-clerk'], 'submitted'],
  ['recall', ['submitted'], ['institution-manager', 'institution-clerk'], 'draft'],
  ['county-pass', ['submitted'], ['county-officer'], 'county-passed'],
  ['file', ['county-passed'], ['administrator'], 'filed'],
  [
    'withdraw',
    ['draft', 'returned', 'submitted', 'county-passed', 'filed', 'running', 'awaiting-assessment'],
    ['institution-manager', 'institution-clerk'],
    'withdrawn',
  ],
  ['suspend', ['filed', 'running', 'awaiting-assessment'], ['administrator', 'county-officer'], 'suspended'],
  ['resume', ['suspended'], ['administrator', 'county-officer'], 'running'],
  ['start', ['filed'], ['institution-manager', 'institution-clerk'], 'running'],
  ['finish-teaching', ['running'], ['institution-manager', 'institution-clerk'], 'awaiting-assessment'],
  ['close', ['awaiting-assessment'], ['institution-manager', 'institution-clerk', 'assessment-body'], 'closed'],
]
const byStage: readonly [RunAct, CourseRunState, Role, string][] = [
  ['return', 'submitted', 'county-officer', 'returned'],
  ['return', 'county-passed', 'administrator', 'returned'],
  ['reject', 'submitted', 'county-officer', 'rejected'],
  ['reject', 'county-passed', 'administrator', 'rejected'],
]
const expected = (act: RunAct, state: CourseRunState, role: Role): string | undefined => {
  const row = table.find(([name]) => name === act)
  if (row) return row[1].includes(state) && row[2].includes(role) ? row[3] : undefined
  return byStage.find(([name, from, by]) => name === act && from === state && by === role)?.[3]
}

describe('the states of a course run', () => {
  for (const act of runActs) {
    it(`let ${act} happen exactly from the states and for the roles of the table`, () => {
      for (const state of courseRunStates)
        for (const role of roles) {
          const verdict = runVerdict(act, run({ state, stateBefore: 'running' }), who(role), on)
          expect(verdict.ok ? verdict.to : undefined, `${act} ${state} ${role}`).to.equal(expected(act, state, role))
        }
    })
  }

  const cases: readonly [string, RunAct, Partial<RunFacts>, Who, { today: string; hasScores?: boolean }, string][] = [
    [
      'another county',
      'county-pass',
      { state: 'submitted' },
      who('county-officer', { region: '130629' }),
      on,
      'not-yours',
    ],
    ['another institution', 'submit', {}, who('institution-clerk', { organisationId: 'other' }), on, 'not-yours'],
    [
      'a body that does not examine the run',
      'close',
      { state: 'awaiting-assessment' },
      who('assessment-body', { organisationId: 'other' }),
      on,
      'not-yours',
    ],
    [
      'a run without body, for a body without organisation',
      'close',
      { state: 'awaiting-assessment', assessmentBodyId: undefined },
      who('assessment-body', { organisationId: undefined }),
      on,
      'not-yours',
    ],
    ['an auditor', 'suspend', { state: 'running' }, who('auditor'), on, 'not-your-role'],
    [
      'the administrator at the first stage',
      'return',
      { state: 'submitted' },
      who('administrator'),
      on,
      'not-your-role',
    ],
    [
      'whoever submitted it, county',
      'county-pass',
      { state: 'submitted', submittedById: 'county-officer-id' },
      who('county-officer'),
      on,
      'maker-is-checker',
    ],
    [
      'whoever made the draft, New Area',
      'file',
      { state: 'county-passed', createdBy: 'administrator-id' },
      who('administrator'),
      on,
      'maker-is-checker',
    ],
    [
      'whoever did the first review',
      'file',
      { state: 'county-passed', countyPassedById: 'administrator-id' },
      who('administrator'),
      on,
      'same-reviewer',
    ],
    [
      'whoever did the first review, refusing',
      'reject',
      { state: 'county-passed', countyPassedById: 'administrator-id' },
      who('administrator'),
      on,
      'same-reviewer',
    ],
    [
      'the day before the first',
      'start',
      { state: 'filed' },
      who('institution-clerk'),
      { today: '2022-12-04' },
      'too-early',
    ],
    ['the first day', 'start', { state: 'filed' }, who('institution-clerk'), { today: '2022-12-05' }, '→ running'],
    [
      'the day after the first',
      'start',
      { state: 'filed' },
      who('institution-clerk'),
      { today: '2022-12-06' },
      '→ running',
    ],
    [
      'the day before the last',
      'finish-teaching',
      { state: 'running' },
      who('institution-clerk'),
      { today: '2022-12-29' },
      'lessons-not-over',
    ],
    [
      'the last day',
      'finish-teaching',
      { state: 'running' },
      who('institution-clerk'),
      { today: '2022-12-30' },
      '→ awaiting-assessment',
    ],
    [
      'the day after the last',
      'finish-teaching',
      { state: 'running' },
      who('institution-clerk'),
      { today: '2022-12-31' },
      '→ awaiting-assessment',
    ],
    [
      'no scores',
      'withdraw',
      { state: 'awaiting-assessment' },
      who('institution-manager'),
      { today: '2022-12-30', hasScores: false },
      '→ withdrawn',
    ],
    [
      'scores',
      'withdraw',
      { state: 'awaiting-assessment' },
      who('institution-manager'),
      { today: '2022-12-30', hasScores: true },
      'scores-exist',
    ],
    [
      'a suspension out of assessment',
      'resume',
      { state: 'suspended', stateBefore: 'awaiting-assessment' },
      who('administrator'),
      on,
      '→ awaiting-assessment',
    ],
    [
      'a suspension that forgot where it stood',
      'resume',
      { state: 'suspended', stateBefore: undefined },
      who('administrator'),
      on,
      '→ filed',
    ],
  ]
  for (const [name, act, facts, actor, day, answer] of cases)
    it(`${act}, ${name}: ${answer}`, () => expect(reasonOf(act, run(facts), actor, day)).to.equal(answer))
})

describe('who sees a course run', () => {
  it('are its institution, its county, its body, the New Area and the auditors', () => {
    const seen = roles.filter((role) => runInScope(who(role), run()))
    expect(seen).to.have.members([
      'administrator',
      'county-officer',
      'institution-manager',
      'institution-clerk',
      'assessment-body',
      'auditor',
    ])
  })
})

describe('a change of filed facts', () => {
  const asked = (overrides: Partial<RunFacts> & { requestedById?: string } = {}) => ({
    ...run({ state: 'filed', ...overrides }),
    requestedById: 'requestedById' in overrides ? overrides.requestedById : 'maker',
  })
  const cases: readonly [string, ReturnType<typeof asked>, Who, string][] = [
    ['the county', asked(), who('county-officer'), 'ok'],
    ['the New Area', asked({ state: 'running' }), who('administrator'), 'ok'],
    ['another county', asked(), who('county-officer', { region: '130629' }), 'not-yours'],
    ['the institution', asked(), who('institution-manager'), 'not-your-role'],
    ['whoever asked', asked({ requestedById: 'administrator-id' }), who('administrator'), 'maker-is-checker'],
    ['nothing asked', asked({ requestedById: undefined }), who('administrator'), 'nothing-requested'],
    ['a run that ended meanwhile', asked({ state: 'withdrawn' }), who('administrator'), 'wrong-state'],
  ]
  for (const [name, facts, actor, answer] of cases)
    it(`decided by ${name}: ${answer}`, () => {
      const verdict = changeDecisionVerdict(facts, actor)
      expect(verdict.ok ? 'ok' : verdict.reason).to.equal(answer)
    })
})

describe('person-times are counted again', () => {
  it('when a run comes into a state that they depend on, or out of a suspension', () => {
    const again = courseRunStates.filter((to) => countsAgain('filed', to))
    expect(again).to.have.members(['running', 'closed', 'withdrawn', 'suspended'])
    expect(countsAgain('suspended', 'awaiting-assessment')).to.equal(true)
  })
})
