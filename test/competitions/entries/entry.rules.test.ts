import { expect } from 'chai'
import {
  entryFaults,
  mayWithdraw,
  type EntrantFacts,
  type EntryFacts,
} from '../../../src/competitions/entries/entry.rules.js'

const member: EntrantFacts = {
  personKey: 'p1',
  identity: 'worker',
  honour: 'none',
  birthOn: '1901-05-20',
  entered: false,
}
const facts: EntryFacts = {
  state: 'entries-open',
  event: {
    cancelled: false,
    teamSize: 1,
    entries: 9,
    maxEntries: 10,
    identities: ['worker'],
    minAge: 16,
    honoursBarred: true,
  },
  contestFrom: '1917-05-20',
  entriesFrom: '1917-04-01',
  entriesTo: '1917-04-30',
  today: '1917-04-30',
  members: [member],
}
const reasons = (change: Partial<EntryFacts>, of: Partial<EntrantFacts> = {}) =>
  entryFaults({ ...facts, members: [{ ...member, ...of }], ...change }).map(({ reason }) => reason)

describe('entryFaults', () => {
  it('takes an entry on the last day, at the last place, on the birthday of the least age', () => {
    expect(reasons({})).to.deep.equal([])
    expect(reasons({}, { birthOn: '1901-05-20' })).to.deep.equal([])
  })
  const cases: [string, string[], string[]][] = [
    ['the day after the last', reasons({ today: '1917-05-01' }), ['entries-not-open']],
    ['the day before the first', reasons({ today: '1917-03-31' }), ['entries-not-open']],
    ['a competition not open for entries', reasons({ state: 'published' }), ['entries-not-open']],
    ['an event that was called off', reasons({ event: { ...facts.event, cancelled: true } }), ['event-cancelled']],
    ['an event with all places taken', reasons({ event: { ...facts.event, entries: 10 } }), ['event-full']],
    ['one person where two form a team', reasons({ event: { ...facts.event, teamSize: 2 } }), ['team-size']],
    [
      'the same person twice',
      reasons({ event: { ...facts.event, teamSize: 2 }, members: [member, member] }),
      ['same-person-twice'],
    ],
    ['a student where workers compete', reasons({}, { identity: 'student' }), ['identity-not-admitted']],
    ['a holder of a barred honour', reasons({}, { honour: 'national-expert' }), ['honour-bars']],
    ['somebody a day too young', reasons({}, { birthOn: '1901-05-21' }), ['too-young']],
    ['somebody entered already', reasons({}, { entered: true }), ['already-entered']],
  ]
  for (const [name, found, expected] of cases) it(`refuses ${name}`, () => expect(found).to.deep.equal(expected))
  it('admits an honour where the event does not bar it', () =>
    expect(reasons({ event: { ...facts.event, honoursBarred: false } }, { honour: 'national-expert' })).to.deep.equal(
      [],
    ))
  it('tells everything that is wrong with a team at once, and with whom', () => {
    const team = entryFaults({
      ...facts,
      event: { ...facts.event, teamSize: 2 },
      members: [member, { ...member, personKey: 'p2', identity: 'teacher', entered: true }],
    })
    expect(team).to.deep.equal([
      { reason: 'identity-not-admitted', member: 1 },
      { reason: 'already-entered', member: 1 },
    ])
  })
})

describe('mayWithdraw', () => {
  it('keeps an entry once the entries are closed', () => {
    expect(mayWithdraw('entries-open', 'confirmed')).to.equal(true)
    expect(mayWithdraw('entries-closed', 'confirmed')).to.equal(false)
    expect(mayWithdraw('entries-open', 'refused')).to.equal(false)
  })
})
