import { expect } from 'chai'
import {
  competitionVerdict,
  dateFaults,
  stateByEvents,
  type CompetitionFacts,
  type EventReadiness,
  type Who,
} from '../../../src/competitions/competitions/competition.rules.js'
import type { CompetitionAct } from '../../../src/competitions/competitions/competition-transitions.data.js'

const host: Who = { id: 'host', role: 'institution-manager', organisationId: 'o1' }
const administrator: Who = { id: 'admin', role: 'administrator' }
const facts: CompetitionFacts = {
  state: 'draft',
  hostOrganisationId: 'o1',
  region: '130632',
  createdBy: 'host',
  submittedById: 'host',
  entriesFrom: '2022-09-01',
  entriesTo: '2022-09-20',
  contestFrom: '2022-10-10',
  documents: [{ kind: 'notice' }, { kind: 'technical' }],
}
const ready: EventReadiness = {
  title: '砌筑',
  state: 'open',
  entries: 10,
  minEntries: 10,
  undecided: 0,
  scheme: true,
  staffed: true,
  drawn: true,
}
const ask = (
  act: CompetitionAct,
  change: Partial<CompetitionFacts> = {},
  { who = host, today = '2022-10-10', events = [ready] }: { who?: Who; today?: string; events?: EventReadiness[] } = {},
) => {
  const verdict = competitionVerdict(act, { ...facts, ...change }, who, { today, events })
  return verdict.ok ? verdict.to : verdict.reason
}

describe('competitionVerdict', () => {
  const cases: [string, string, string][] = [
    ['hands in a draft with an event and a notice', ask('submit'), 'submitted'],
    ['keeps a draft without an event', ask('submit', {}, { events: [] }), 'events-missing'],
    [
      'keeps a draft whose notice was replaced by nothing',
      ask('submit', { documents: [{ kind: 'notice', replacedAt: new Date(0) }] }),
      'notice-missing',
    ],
    ['is published by the New Area', ask('publish', { state: 'submitted' }, { who: administrator }), 'published'],
    ['is not published by its own host', ask('publish', { state: 'submitted' }), 'not-your-role'],
    [
      'is not published by whoever handed it in',
      ask('publish', { state: 'submitted', submittedById: 'admin' }, { who: administrator }),
      'maker-is-checker',
    ],
    ['is nothing to another organisation', ask('submit', {}, { who: { ...host, organisationId: 'o2' } }), 'not-yours'],
    [
      'opens entries on their first day',
      ask('open-entries', { state: 'published' }, { today: '2022-09-01' }),
      'entries-open',
    ],
    [
      'does not open them a day earlier',
      ask('open-entries', { state: 'published' }, { today: '2022-08-31' }),
      'too-early',
    ],
    [
      'does not open them without a technical document',
      ask('open-entries', { state: 'published', documents: [{ kind: 'notice' }] }),
      'technical-missing',
    ],
    [
      'closes entries on their last day',
      ask('close-entries', { state: 'entries-open' }, { today: '2022-09-20' }),
      'entries-closed',
    ],
    [
      'does not close them a day earlier',
      ask('close-entries', { state: 'entries-open' }, { today: '2022-09-19' }),
      'entries-not-over',
    ],
    [
      'does not close them over an undecided entry',
      ask('close-entries', { state: 'entries-open' }, { events: [{ ...ready, undecided: 1 }] }),
      'entries-undecided',
    ],
    ['begins on the first contest day', ask('begin', { state: 'entries-closed' }), 'contest'],
    ['does not begin a day earlier', ask('begin', { state: 'entries-closed' }, { today: '2022-10-09' }), 'too-early'],
    [
      'does not begin with one entry too few',
      ask('begin', { state: 'entries-closed' }, { events: [{ ...ready, entries: 9 }] }),
      'too-few-entries',
    ],
    [
      'begins when the event with too few is called off',
      ask('begin', { state: 'entries-closed' }, { events: [ready, { ...ready, entries: 9, state: 'cancelled' }] }),
      'contest',
    ],
    [
      'does not begin without a marking scheme',
      ask('begin', { state: 'entries-closed' }, { events: [{ ...ready, scheme: false }] }),
      'scheme-missing',
    ],
    [
      'does not begin without its judges and keepers',
      ask('begin', { state: 'entries-closed' }, { events: [{ ...ready, staffed: false }] }),
      'staff-missing',
    ],
    [
      'does not begin undrawn',
      ask('begin', { state: 'entries-closed' }, { events: [{ ...ready, drawn: false }] }),
      'not-drawn',
    ],
    [
      'does not begin when nothing is left of it',
      ask('begin', { state: 'entries-closed' }, { events: [{ ...ready, state: 'cancelled' }] }),
      'no-event-left',
    ],
    ['is called off by its host before the contest', ask('cancel', { state: 'entries-open' }), 'cancelled'],
    ['is called off in the contest by the New Area alone', ask('cancel', { state: 'contest' }), 'not-your-role'],
    [
      'is not called off behind locked marks',
      ask('cancel', { state: 'contest' }, { who: administrator, events: [{ ...ready, state: 'locked' }] }),
      'marks-exist',
    ],
  ]
  for (const [name, found, expected] of cases) it(name, () => expect(found).to.equal(expected))
})

describe('stateByEvents', () => {
  it('follows the event that is furthest behind, called off ones apart', () => {
    expect(stateByEvents('contest', ['locked', 'marking'])).to.equal(undefined)
    expect(stateByEvents('contest', ['locked', 'ranked', 'cancelled'])).to.equal('locked')
    expect(stateByEvents('locked', ['noticed', 'final'])).to.equal('noticed')
    expect(stateByEvents('noticed', ['final', 'final'])).to.equal('final')
    expect(stateByEvents('locked', ['locked', 'final'])).to.equal(undefined)
  })
})

describe('dateFaults', () => {
  const days = {
    entriesFrom: '2022-09-01',
    entriesTo: '2022-09-01',
    contestFrom: '2022-09-02',
    contestTo: '2022-09-02',
  }
  it('takes the closest days that leave room for the draw', () => expect(dateFaults(days)).to.deep.equal([]))
  it('refuses each pair the wrong way round', () => {
    expect(dateFaults({ ...days, entriesTo: '2022-08-31' }).map(({ field }) => field)).to.deep.equal(['entriesTo'])
    expect(dateFaults({ ...days, contestFrom: '2022-09-01' }).map(({ field }) => field)).to.deep.equal(['contestFrom'])
    expect(dateFaults({ ...days, contestTo: '2022-09-01' }).map(({ field }) => field)).to.deep.equal(['contestTo'])
  })
})
