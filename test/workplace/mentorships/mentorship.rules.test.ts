import { expect } from 'chai'
import { busiest, guideOn, pairingVerdict, type Pairing } from '../../../src/workplace/mentorships/mentorship.rules.js'

const term = { from: '2022-03-01', to: '2023-02-28' }
const pair = (apprenticeId: string, from: string, to?: string, guideId = 'm1'): Pairing => ({
  apprenticeId,
  kind: 'mentor',
  guideId,
  from,
  ...(to && { to }),
})
const people = (count: number, from = '2022-03-01', to?: string): Pairing[] =>
  Array.from({ length: count }, (_, i) => pair(`a${i}`, from, to))

describe('busiest', () => {
  it('is nothing without pairings', () => expect(busiest([], '2022-03-01')).to.equal(0))
  it('counts those who go on', () => expect(busiest(people(3), '2022-03-01')).to.equal(3))
  it('leaves out those who ended the day before', () =>
    expect(busiest([...people(3), pair('b', '2022-01-01', '2022-02-28')], '2022-03-01')).to.equal(3))
  it('counts one who ends on that day', () =>
    expect(busiest([...people(3), pair('b', '2022-01-01', '2022-03-01')], '2022-03-01')).to.equal(4))
  it('finds the busiest day to come', () =>
    expect(busiest([...people(2), pair('b', '2022-06-01')], '2022-03-01')).to.equal(3))
  it('counts an apprentice once', () =>
    expect(busiest([pair('a', '2022-03-01', '2022-03-31'), pair('a', '2022-03-31')], '2022-03-01')).to.equal(1))
})

describe('pairingVerdict', () => {
  const asked = { apprenticeId: 'x', kind: 'mentor' as const, guideId: 'm1', from: '2022-06-01' }
  const known = { training: true, term, own: [] as Pairing[], ofGuide: [] as Pairing[], limit: 8 }
  const cases: [name: string, ask: object, know: object, answer: string][] = [
    ['takes the first guide', {}, {}, 'ok'],
    ['takes the first day of the term', { from: '2022-03-01' }, {}, 'ok'],
    ['refuses the day before', { from: '2022-02-28' }, {}, 'outside-term'],
    ['takes the last day', { from: '2023-02-28' }, {}, 'ok'],
    ['refuses the day after', { from: '2023-03-01' }, {}, 'outside-term'],
    ['refuses for who no longer trains', {}, { training: false }, 'ended'],
    ['takes the eighth apprentice', {}, { ofGuide: people(7) }, 'ok'],
    ['refuses the ninth', {}, { ofGuide: people(8) }, 'guide-full'],
    [
      'takes one more when one of the eight has ended by then',
      {},
      { ofGuide: [...people(7), pair('b', '2022-03-01', '2022-05-31')] },
      'ok',
    ],
    [
      'does not count the apprentice twice',
      {},
      { ofGuide: [...people(7), pair('x', '2022-03-01', '2022-04-30')], own: [pair('x', '2022-03-01', '2022-04-30')] },
      'ok',
    ],
    [
      'closes the pairing that goes on the day before',
      {},
      { own: [pair('x', '2022-03-01', undefined, 'm0')] },
      'closes 2022-03-01 on 2022-05-31',
    ],
    ['refuses the guide who guides already', {}, { own: [pair('x', '2022-03-01')] }, 'same-guide'],
    [
      'takes the same guide again after another',
      {},
      { own: [pair('x', '2022-03-01', '2022-04-30'), pair('x', '2022-05-01', undefined, 'm2')] },
      'closes 2022-05-01 on 2022-05-31',
    ],
    [
      'refuses a day on which the last pairing began',
      {},
      { own: [pair('x', '2022-06-01', undefined, 'm0')] },
      'not-after-last',
    ],
    [
      'leaves the teacher alone when the mentor changes',
      {},
      { own: [{ ...pair('x', '2022-03-01', undefined, 't1'), kind: 'teacher' }] },
      'ok',
    ],
    [
      'refuses to replace a mentor on a day of which he signed the log',
      {},
      { own: [pair('x', '2022-03-01', undefined, 'm0')], lastSignedOn: '2022-06-01' },
      'log-after',
    ],
    [
      'takes the day after the last signed log',
      {},
      { own: [pair('x', '2022-03-01', undefined, 'm0')], lastSignedOn: '2022-05-31' },
      'closes 2022-03-01 on 2022-05-31',
    ],
  ]
  for (const [name, ask, know, answer] of cases) {
    it(name, () => {
      const verdict = pairingVerdict({ ...asked, ...ask }, { ...known, ...know })
      expect(
        verdict.ok ? (verdict.closes ? `closes ${verdict.closes.from} on ${verdict.closes.to}` : 'ok') : verdict.reason,
      ).to.equal(answer)
    })
  }
})

describe('guideOn', () => {
  const pairings = [pair('x', '2022-03-01', '2022-05-31', 'm1'), pair('x', '2022-06-01', undefined, 'm2')]
  for (const [day, guide] of [
    ['2022-02-28', undefined],
    ['2022-03-01', 'm1'],
    ['2022-05-31', 'm1'],
    ['2022-06-01', 'm2'],
    ['2030-01-01', 'm2'],
  ] as const)
    it(`says ${guide ?? 'nobody'} on ${day}`, () => expect(guideOn(pairings, 'mentor', day)?.guideId).to.equal(guide))
})
