import { expect } from 'chai'
import {
  enrolmentFault,
  familiesOf,
  isMainFamily,
  mayIssue,
  seesRun,
} from '../../../src/papers/course-run-papers/course-run-source.rules.js'
import type { Actor } from '../../../src/shared/permissions.js'

const run = (certificateFamily = 'level') => ({ course: { certificateFamily } })

describe('enrolmentFault', () => {
  const enrolled = { state: 'enrolled', completed: true }
  const cases: [string, Parameters<typeof enrolmentFault>, string | undefined][] = [
    ['completed with photo', [enrolled, 'level', true], undefined],
    ['completed without photo, level', [enrolled, 'level', false], 'photo-missing'],
    ['completed without photo, completion', [enrolled, 'completion', false], undefined],
    ['not completed', [{ ...enrolled, completed: false }, 'level', true], 'not-completed'],
    ['no verdict yet', [{ state: 'enrolled' }, 'level', true], 'not-completed'],
    ['withdrawn', [{ ...enrolled, state: 'withdrawn' }, 'level', true], 'withdrawn'],
  ]
  for (const [what, asked, expected] of cases) {
    it(`is ${expected ?? 'nothing'} for ${what}`, () => expect(enrolmentFault(...asked)).to.equal(expected))
  }
})

describe('the families of a run', () => {
  it('put the level certificate first, and give other courses a completion certificate only', () => {
    expect([familiesOf(run()), familiesOf(run('completion'))]).to.deep.equal([['level', 'completion'], ['completion']])
    expect([
      isMainFamily(run(), 'level'),
      isMainFamily(run(), 'completion'),
      isMainFamily(run('completion'), 'completion'),
    ]).to.deep.equal([true, false, true])
  })
})

describe('who may issue', () => {
  const of = { organisationId: 'school', assessmentBodyId: 'body', region: '130632' }
  const actor = (role: Actor['role'], organisationId?: string, region?: string): Actor => ({
    id: 'a',
    username: 'a',
    name: 'a',
    role,
    ...(organisationId && { organisationId }),
    ...(region && { region }),
  })
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
    it(`is decided for ${who}`, () =>
      expect([mayIssue(one, of, 'level'), mayIssue(one, of, 'completion'), seesRun(one, of)]).to.deep.equal([
        level,
        completion,
        sees,
      ]))
  }
})
