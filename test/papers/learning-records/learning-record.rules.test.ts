import { expect } from 'chai'
import type { recordActs, recordStates } from '../../../src/papers/learning-records/learning-record.rules.js'
import {
  fingerprintOf,
  recordFault,
  recordVerdict,
  type RecordFacts,
  type Who,
} from '../../../src/papers/learning-records/learning-record.rules.js'

const record = {
  personId: 'p1',
  organisationId: 'org-1',
  region: '130632',
  state: 'submitted' as const,
  createdBy: 'holder-1',
}
const holder: Who = { id: 'holder-1', role: 'trainee', personId: 'p1' }
const manager: Who = { id: 'm1', role: 'institution-manager', organisationId: 'org-1' }
const officer: Who = { id: 'c1', role: 'county-officer', region: '130632' }
const administrator: Who = { id: 'a1', role: 'administrator' }
const said = (
  act: (typeof recordActs)[number],
  who: Who,
  overrides: Partial<Omit<typeof record, 'state'>> & { state?: (typeof recordStates)[number] } = {},
) => {
  const verdict = recordVerdict(act, { ...record, ...overrides }, who)
  return verdict.ok ? verdict.to : verdict.reason
}

describe('recordVerdict', () => {
  const rows: [string, string, string][] = [
    ['the holder confirms', said('confirm', holder), 'not-your-role'],
    ['the institution asked confirms', said('confirm', manager), 'confirmed'],
    ['another institution confirms', said('confirm', { ...manager, organisationId: 'org-2' }), 'not-yours'],
    ['the county confirms what was put to an institution', said('confirm', officer), 'not-yours'],
    ['the county confirms what was put to it', said('confirm', officer, { organisationId: undefined }), 'confirmed'],
    [
      'another county confirms',
      said('confirm', { ...officer, region: '130629' }, { organisationId: undefined }),
      'not-yours',
    ],
    ['the administrator confirms', said('confirm', administrator), 'confirmed'],
    ['an auditor confirms', said('confirm', { id: 'u', role: 'auditor' }), 'not-your-role'],
    ['whoever wrote it down confirms', said('confirm', { ...manager, id: 'holder-1' }), 'maker-is-checker'],
    ['whose it is confirms it at work', said('confirm', { ...manager, personId: 'p1' }), 'maker-is-checker'],
    ['an institution returns', said('return', manager), 'returned'],
    ['the holder sends it again', said('resubmit', holder, { state: 'returned' }), 'submitted'],
    ['another holder withdraws', said('withdraw', { ...holder, personId: 'p2' }), 'not-yours'],
    ['the holder withdraws', said('withdraw', holder), 'withdrawn'],
    ['the office withdraws', said('withdraw', manager), 'not-your-role'],
    ['the office takes a confirmation back', said('cancel', manager, { state: 'confirmed' }), 'cancelled'],
    ['a confirmed one is withdrawn', said('withdraw', holder, { state: 'confirmed' }), 'wrong-state'],
    ['a withdrawn one is confirmed', said('confirm', manager, { state: 'withdrawn' }), 'wrong-state'],
  ]
  for (const [what, found, expected] of rows)
    it(`says ${expected} when ${what}`, () => expect(found).to.equal(expected))
})

describe('recordFault', () => {
  const practice: RecordFacts = {
    kind: 'work-practice',
    place: '康养中心',
    title: '养老护理员',
    from: '2022-03-01',
    to: '2022-03-10',
    hours: 80,
  }
  const diploma: RecordFacts = {
    kind: 'diploma',
    place: '雄安职业技术学院',
    title: '护理',
    education: '30',
    to: '2022-07-01',
    number: '1',
  }
  const fault = (facts: RecordFacts, birthOn?: string) => recordFault(facts, '2022-11-23', birthOn)?.fault
  it('lets eight hours a day pass, and not one more', () =>
    expect([fault(practice), fault({ ...practice, hours: 81 })]).to.deep.equal([undefined, 'too-many-hours']))
  it('knows one day as a period', () =>
    expect([
      fault({ ...practice, from: '2022-03-10', hours: 8 }),
      fault({ ...practice, from: '2022-03-11', hours: 8 }),
    ]).to.deep.equal([undefined, 'order']))
  it('lets today pass, and not tomorrow', () =>
    expect([fault({ ...diploma, to: '2022-11-23' }), fault({ ...diploma, to: '2022-11-24' })]).to.deep.equal([
      undefined,
      'future',
    ]))
  it('takes nothing older than the rules of credit, which would have no figure for it', () =>
    expect([fault({ ...diploma, to: '1949-10-01' }), fault({ ...diploma, to: '1949-09-30' })]).to.deep.equal([
      undefined,
      'too-early',
    ]))
  it('takes a diploma from the year of the twelfth birthday on', () =>
    expect([fault(diploma, '2010-12-31'), fault(diploma, '2011-01-01')]).to.deep.equal([undefined, 'before-birth']))
  it('knows the same diploma by person, kind and school', () =>
    expect(fingerprintOf('p1', diploma)).to.equal(fingerprintOf('p1', { ...diploma, title: '助产', number: '2' })))
})
