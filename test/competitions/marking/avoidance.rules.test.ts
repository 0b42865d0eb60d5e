import { expect } from 'chai'
import {
  avoidanceOf,
  panelOf,
  type ContestantFacts,
  type JudgeFacts,
} from '../../../src/competitions/marking/avoidance.rules.js'

const judge = (accountId: string, more: Partial<JudgeFacts> = {}): JudgeFacts => ({
  accountId,
  name: `裁判${accountId}`,
  organisationId: `org-${accountId}`,
  ...more,
})
const contestant = (more: Partial<ContestantFacts> = {}): ContestantFacts => ({
  organisationIds: ['org-x'],
  personIds: ['p1'],
  taughtBy: [],
  ...more,
})

describe('a judge steps back', () => {
  const rows: [string, JudgeFacts, ContestantFacts, string | undefined][] = [
    ['from nobody who has nothing to do with him', judge('1'), contestant(), undefined],
    ['from the own organisation', judge('1', { organisationId: 'org-x' }), contestant(), 'own-organisation'],
    [
      'from a member of a team whose organisation is the own',
      judge('1', { organisationId: 'org-y' }),
      contestant({ organisationIds: ['org-x', 'org-y'] }),
      'own-organisation',
    ],
    [
      'from a trainee of the own organisation',
      judge('1'),
      contestant({ taughtBy: [{ organisationId: 'org-1', teachers: [] }] }),
      'own-trainee',
    ],
    [
      'from whoever he taught elsewhere',
      judge('1', { name: '田景和' }),
      contestant({ taughtBy: [{ organisationId: 'org-z', teachers: ['何一帆', '田景和'] }] }),
      'own-trainee',
    ],
    [
      'not for a teacher of another name',
      judge('1', { name: '田景' }),
      contestant({ taughtBy: [{ organisationId: 'org-z', teachers: ['田景和'] }] }),
      undefined,
    ],
    ['from himself', judge('1', { personId: 'p1' }), contestant(), 'self'],
    [
      'not because neither has an organisation',
      { accountId: '1', name: '裁判' },
      contestant({ organisationIds: [] }),
      undefined,
    ],
  ]
  for (const [what, of, from, reason] of rows) it(what, () => void expect(avoidanceOf(of, from)).to.equal(reason))
})

describe('the panel of a contestant', () => {
  const ids = (judges: readonly JudgeFacts[], facts: ContestantFacts) =>
    panelOf(judges, facts).judges.map(({ accountId }) => accountId)
  it('is the first three judges', () =>
    void expect(ids([judge('1'), judge('2'), judge('3'), judge('4')], contestant())).to.deep.equal(['1', '2', '3']))
  it('takes the next one for who must step back, and says why', () => {
    const panel = panelOf([judge('1'), judge('2'), judge('3'), judge('4')], contestant({ organisationIds: ['org-2'] }))
    expect([panel.judges.map(({ accountId }) => accountId), panel.avoided]).to.deep.equal([
      ['1', '3', '4'],
      [{ accountId: '2', name: '裁判2', reason: 'own-organisation' }],
    ])
  })
  it('is smaller when nobody can replace him', () =>
    void expect(ids([judge('1'), judge('2'), judge('3')], contestant({ organisationIds: ['org-2'] }))).to.deep.equal([
      '1',
      '3',
    ]))
})
