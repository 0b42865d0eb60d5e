import { expect } from 'chai'
import { batchVerdict, familiesOf, holderVerdict, isMainFamily } from '../../../src/papers/certificate-batches/issue.rules.js'
import { mayIssue, seesRun } from '../../../src/papers/certificate-batches/issue.scope.rules.js'
import type { Actor } from '../../../src/shared/permissions.js'

const run = (state = 'closed', certificateFamily = 'level', closedOn: string | undefined = '2022-03-20') => ({ state, closedOn, course: { certificateFamily } })

describe('batchVerdict', () => {
  const cases: [string, ReturnType<typeof run>, string, string, string | true][] = [
    ['a closed run on its last day', run(), 'level', '2022-03-20', true],
    ['a closed run today', run(), 'level', '2022-11-23', true],
    ['the day before the run closed', run(), 'level', '2022-03-19', 'issue-day-early'],
    ['tomorrow', run(), 'level', '2022-11-24', 'issue-day-late'],
    ['a run that still runs', run('running', 'level', undefined), 'level', '2022-03-20', 'run-not-closed'],
    ['a closed run without its day', { ...run(), closedOn: undefined as unknown as string }, 'level', '2022-03-20', 'run-not-closed'],
    ['a level certificate for a course without levels', run('closed', 'completion'), 'level', '2022-03-20', 'wrong-family'],
    ['a completion certificate beside a level certificate', run(), 'completion', '2022-03-20', true],
  ]
  for (const [what, theRun, family, day, expected] of cases) {
    it(`says ${expected === true ? 'yes' : expected} to ${what}`, () => {
      expect(batchVerdict(theRun, family, day, '2022-11-23')).to.deep.equal(expected === true ? { ok: true } : { ok: false, reason: expected })
    })
  }
})

describe('holderVerdict', () => {
  const enrolled = { state: 'enrolled', completed: true }
  const cases: [string, Parameters<typeof holderVerdict>, string | true][] = [
    ['completed with photo', [enrolled, 'level', true, false], true],
    ['completed without photo, level', [enrolled, 'level', false, false], 'photo-missing'],
    ['completed without photo, completion', [enrolled, 'completion', false, false], true],
    ['not completed', [{ ...enrolled, completed: false }, 'level', true, false], 'not-completed'],
    ['no verdict yet', [{ state: 'enrolled' }, 'level', true, false], 'not-completed'],
    ['withdrawn', [{ ...enrolled, state: 'withdrawn' }, 'level', true, false], 'withdrawn'],
    ['issued already', [enrolled, 'level', true, true], 'already-issued'],
  ]
  for (const [what, asked, expected] of cases) {
    it(`says ${expected === true ? 'yes' : expected} to ${what}`, () => expect(holderVerdict(...asked)).to.deep.equal(expected === true ? { ok: true } : { ok: false, reason: expected }))
  }
})

describe('the families of a run', () => {
  it('put the level certificate first, and give other courses a completion certificate only', () => {
    expect([familiesOf(run()), familiesOf(run('closed', 'completion'))]).to.deep.equal([['level', 'completion'], ['completion']])
    expect([isMainFamily(run(), 'level'), isMainFamily(run(), 'completion'), isMainFamily(run('closed', 'completion'), 'completion')]).to.deep.equal([true, false, true])
  })
})

describe('who may issue', () => {
  const of = { organisationId: 'school', assessmentBodyId: 'body', region: '130632' }
  const actor = (role: Actor['role'], organisationId?: string, region?: string): Actor => ({ id: 'a', username: 'a', name: 'a', role, ...(organisationId && { organisationId }), ...(region && { region }) })
  const cases: [string, Actor, boolean, boolean, boolean][] = [
    ['an administrator', actor('administrator'), true, true, true],
    ['the institution', actor('institution-clerk', 'school'), false, true, true],
    ['the assessment body', actor('assessment-body', 'body'), true, false, true],
    ['another institution', actor('institution-clerk', 'other'), false, false, false],
    ['another body', actor('assessment-body', 'other'), false, false, false],
    ['an officer of the county', actor('county-officer', undefined, '130632'), false, false, true],
    ['an officer of another county', actor('county-officer', undefined, '130629'), false, false, false],
    ['an institution without an organisation', actor('institution-clerk'), false, false, false],
  ]
  for (const [who, one, level, completion, sees] of cases) {
    it(`is decided for ${who}`, () => expect([mayIssue(one, of, 'level'), mayIssue(one, of, 'completion'), seesRun(one, of)]).to.deep.equal([level, completion, sees]))
  }
})
