import { expect } from 'chai'
import { linkRefusals, linkVerdict } from '../../../src/workplace/central-teaching/teaching.rules.js'

const run = { state: 'filed', startsOn: '2022-03-01', endsOn: '2023-02-28', course: { programme: 'apprenticeship' } }
const one = { state: 'filed', startsOn: '2022-03-01', endsOn: '2023-02-28' }

const cases: [what: string, run: Partial<typeof run>, one: Partial<typeof one>, answer: string, taken?: boolean][] = [
  ['a run that has the very days of the class', {}, {}, 'ok'],
  ['a class that trains', {}, { state: 'running' }, 'ok'],
  ['a class that was checked half way', {}, { state: 'mid-checked' }, 'ok'],
  ['a plan that the New Area has not filed', {}, { state: 'county-passed' }, 'plan-not-filed'],
  ['a class whose training is over', {}, { state: 'awaiting-assessment' }, 'plan-not-filed'],
  ['a run of another class', {}, {}, 'taken', true],
  ['a subsidised course', { course: { programme: 'skills' } }, {}, 'other-programme'],
  ...['closed', 'withdrawn', 'rejected'].map((state): (typeof cases)[number] => [
    `a run that is ${state}`,
    { state },
    {},
    'run-over',
  ]),
  ['a run that begins a day early', { startsOn: '2022-02-28' }, {}, 'before-class'],
  ['a run that begins a day after the class', { startsOn: '2022-03-02' }, {}, 'ok'],
  ['a run that ends a day late', { endsOn: '2023-03-01' }, {}, 'after-class'],
]

describe('linkVerdict', () => {
  for (const [what, changedRun, changedClass, answer, taken = false] of cases) {
    it(`${what}: ${answer}`, () => {
      const verdict = linkVerdict({ ...run, ...changedRun }, { ...one, ...changedClass }, taken)
      expect(verdict.ok ? 'ok' : verdict.reason).to.equal(answer)
    })
  }

  it('reaches every reason by a case of this table', () => {
    const reached = new Set(cases.map(([, , , answer]) => answer))
    expect(linkRefusals.filter((reason) => !reached.has(reason))).to.deep.equal([])
  })
})
