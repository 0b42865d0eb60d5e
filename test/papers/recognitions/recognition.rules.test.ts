import { expect } from 'chai'
import { recognitionStates } from '../../../src/papers/recognitions/recognition.data.js'
import {
  findingOf,
  mayStopWaiting,
  recognitionActs,
  recognitionVerdict,
  transitions,
  type CaseFacts,
  type RecognitionAct,
  type Who,
} from '../../../src/papers/recognitions/recognition.rules.js'

const one = (change: Partial<CaseFacts> = {}): CaseFacts => ({
  state: 'compared',
  personId: 'p',
  organisationId: 'e',
  region: '130632',
  handledBy: ['t', 'c'],
  applicantId: 't',
  checkResult: 'agrees',
  equivalence: { ok: true },
  ...change,
})
const [county, area, trainee, enterprise]: Who[] = [
  { id: 'c', role: 'county-officer', region: '130632' },
  { id: 'a', role: 'administrator' },
  { id: 't', role: 'trainee', personId: 'p' },
  { id: 'x', role: 'enterprise', organisationId: 'e' },
]
const on = { today: '2022-11-23', waitDays: 30 }
const said = (act: RecognitionAct, facts: CaseFacts, who: Who) => {
  const verdict = recognitionVerdict(act, facts, who, on)
  return verdict.ok ? verdict.to : verdict.reason
}

describe('who may move a recognition on', () => {
  const cases: [string, RecognitionAct, Partial<CaseFacts>, Who, string][] = [
    ['the county accepts', 'accept', { state: 'applied' }, county!, 'accepted'],
    ['another county does not', 'accept', { state: 'applied' }, { ...county!, region: '130638' }, 'not-yours'],
    ['an officer who applied does not', 'accept', { state: 'applied', applicantId: 'c' }, county!, 'maker-is-checker'],
    ['the holder does not', 'accept', { state: 'applied' }, trainee!, 'not-your-role'],
    ['an administrator decides', 'grant', {}, area!, 'in-force'],
    ['not when he handled it', 'grant', { handledBy: ['t', 'a'] }, area!, 'maker-is-checker'],
    ['the county never decides', 'grant', {}, county!, 'not-your-role'],
    [
      'nothing is granted that the source does not confirm',
      'grant',
      { checkResult: 'facts-differ' },
      area!,
      'not-granted-by-rule',
    ],
    [
      'nor that no table lists',
      'grant',
      { equivalence: { ok: false, reason: 'level-not-listed' } },
      area!,
      'not-granted-by-rule',
    ],
    ['nor in another state', 'grant', { state: 'checked' }, area!, 'wrong-state'],
    ['refusing is a second person’s, too', 'refuse', { handledBy: ['a'] }, area!, 'maker-is-checker'],
    ['another trainee sees nothing', 'withdraw', {}, { ...trainee!, personId: 'q' }, 'not-yours'],
    ['the holder withdraws while undecided', 'withdraw', {}, trainee!, 'withdrawn'],
    ['not afterwards', 'withdraw', { state: 'in-force' }, trainee!, 'wrong-state'],
    ['another enterprise sees nothing', 'withdraw', {}, { ...enterprise!, organisationId: 'f' }, 'not-yours'],
    [
      'restored only when the source agrees again',
      'restore',
      { state: 'flagged', checkResult: 'revoked' },
      area!,
      'source-still-ended',
    ],
    ['then it is', 'restore', { state: 'flagged' }, area!, 'in-force'],
    ['revoked after the question', 'revoke', { state: 'flagged' }, area!, 'revoked'],
    ['never without one', 'revoke', { state: 'in-force' }, area!, 'wrong-state'],
  ]
  for (const [what, act, change, who, expected] of cases)
    it(`${what}: ${expected}`, () => expect(said(act, one(change), who)).to.equal(expected))

  it('waits below, and no longer at and above, the days that a source may need', () => {
    expect(
      ['2022-10-25', '2022-10-24', '2022-10-23', undefined].map((day) => mayStopWaiting(day, '2022-11-23', 30)),
    ).to.deep.equal([false, true, true, false])
    expect(
      said(
        'compare',
        one({ state: 'waiting', checkResult: 'not-found', firstNotFoundOn: '2022-10-25', applicantId: 't' }),
        county!,
      ),
    ).to.equal('waits-longer')
  })
  it('has no way out of an end, and uses every act', () => {
    expect(
      transitions.filter(({ from }) => from.some((state) => ['refused', 'withdrawn', 'revoked'].includes(state))),
    ).to.deep.equal([])
    expect(recognitionActs.filter((act) => !transitions.some((line) => line.act === act))).to.deep.equal([])
    expect(
      transitions.every(({ from, to }) => [...from, to].every((state) => recognitionStates.includes(state))),
    ).to.equal(true)
  })
})

describe('what stands against a recognition', () => {
  it('is nothing when source and table agree', () =>
    expect(findingOf({ checkResult: 'agrees', equivalence: { ok: true } })).to.deep.equal([]))
  it('is each thing at once', () =>
    expect(
      findingOf({ checkResult: 'revoked', equivalence: { ok: false, reason: 'occupation-not-listed' } }),
    ).to.deep.equal(['revoked-at-source', 'occupation-not-listed']))
  it('is, unverified and uncompared, both', () => expect(findingOf({})).to.deep.equal(['not-found', 'no-agreement']))
})
