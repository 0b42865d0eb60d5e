import { expect } from 'chai'
import {
  breakVerdict,
  dueOn,
  midTermDueOn,
  movedBy,
  type Break,
} from '../../../src/workplace/apprentice-terms/apprentice-term.rules.js'

const term = { from: '2022-03-01', to: '2023-02-28' }
const april: Break = { from: '2022-04-01', to: '2022-04-10' }

describe('movedBy', () => {
  const cases: [name: string, planned: string, breaks: Break[], day: string][] = [
    ['stays where nothing interrupts', '2022-09-01', [], '2022-09-01'],
    ['moves by the ten days of an earlier break', '2022-09-01', [april], '2022-09-11'],
    [
      'moves by one day when the break is one day long',
      '2022-09-01',
      [{ from: '2022-04-01', to: '2022-04-01' }],
      '2022-09-02',
    ],
    ['moves when the break begins on the milestone itself', '2022-04-01', [april], '2022-04-11'],
    ['stays when the break begins the day after', '2022-03-31', [april], '2022-03-31'],
    [
      'is reached by a second break only because the first moved it',
      '2022-09-01',
      [april, { from: '2022-09-05', to: '2022-09-06' }],
      '2022-09-13',
    ],
    [
      'is the same in whatever order the breaks were entered',
      '2022-09-01',
      [{ from: '2022-09-05', to: '2022-09-06' }, april],
      '2022-09-13',
    ],
    ['passes over 29 February', '2024-03-01', [{ from: '2024-02-27', to: '2024-02-29' }], '2024-03-04'],
  ]
  for (const [name, planned, breaks, day] of cases) it(name, () => expect(movedBy(planned, breaks)).to.equal(day))
})

describe('milestones of a term', () => {
  it('end as planned without a break', () => expect(dueOn(term)).to.equal('2023-02-28'))
  it('end ten days later after ten days away', () => expect(dueOn({ ...term, breaks: [april] })).to.equal('2023-03-10'))
  it('have the mid-term check on the last day of the first half', () =>
    expect(midTermDueOn({ from: '2022-03-01', to: '2022-03-10' }, 50)).to.equal('2022-03-05'))
  it('round half a day up', () =>
    expect(midTermDueOn({ from: '2022-03-01', to: '2022-03-11' }, 50)).to.equal('2022-03-06'))
  it('move the check by a break before it, and not by one after it', () => {
    expect(midTermDueOn({ ...term, breaks: [april] }, 50)).to.equal('2022-09-09')
    expect(midTermDueOn({ ...term, breaks: [{ from: '2022-12-01', to: '2022-12-10' }] }, 50)).to.equal('2022-08-30')
  })
})

describe('breakVerdict', () => {
  const cases: [
    name: string,
    wanted: Break,
    more: { breaks?: Break[]; maxDays?: number; logDays?: string[] },
    answer: string,
  ][] = [
    ['takes a break within the term and tells the new last day', april, {}, '2023-03-10'],
    ['takes one of a single day', { from: '2022-04-01', to: '2022-04-01' }, {}, '2023-03-01'],
    ['refuses one that ends before it starts', { from: '2022-04-02', to: '2022-04-01' }, {}, 'ends-before-it-starts'],
    ['takes one from the first day', { from: '2022-03-01', to: '2022-03-02' }, {}, '2023-03-02'],
    ['refuses one that begins before the first day', { from: '2022-02-28', to: '2022-03-02' }, {}, 'outside-term'],
    ['takes one that begins on the last day', { from: '2023-02-28', to: '2023-03-01' }, {}, '2023-03-02'],
    ['refuses one that begins after the last day', { from: '2023-03-01', to: '2023-03-02' }, {}, 'outside-term'],
    [
      'takes one that begins after the planned end but before the moved one',
      { from: '2023-03-01', to: '2023-03-02' },
      { breaks: [april] },
      '2023-03-12',
    ],
    [
      'refuses one that shares a day with another',
      { from: '2022-04-10', to: '2022-04-12' },
      { breaks: [april] },
      'overlaps',
    ],
    [
      'takes one that begins the day after another',
      { from: '2022-04-11', to: '2022-04-12' },
      { breaks: [april] },
      '2023-03-12',
    ],
    [
      'takes as many days as the limit',
      { from: '2022-05-01', to: '2022-05-20' },
      { breaks: [april], maxDays: 30 },
      '2023-03-30',
    ],
    [
      'refuses a day more than the limit in all',
      { from: '2022-05-01', to: '2022-05-21' },
      { breaks: [april], maxDays: 30 },
      'too-long',
    ],
    ['refuses days of which a log is written', april, { logDays: ['2022-04-10'] }, 'log-exists'],
    ['takes days next to a written one', april, { logDays: ['2022-03-31', '2022-04-11'] }, '2023-03-10'],
  ]
  for (const [name, wanted, { breaks = [], maxDays = 180, logDays = [] }, answer] of cases) {
    it(name, () => {
      const verdict = breakVerdict({ ...term, breaks }, wanted, { maxDays, logDays })
      expect(verdict.ok ? verdict.dueOn : verdict.reason).to.equal(answer)
    })
  }
})
