import { expect } from 'chai'
import { findingChecks } from '../../../src/training/run-reviews/finding.view.js'
import { translator } from '../../../src/words.js'
import { findingsOf, type FindingFacts, type FindingKey } from '../../../src/training/run-reviews/finding.rules.js'

const clause = '样例'
const lesson = {
  on: '2022-12-05',
  from: '08:30',
  to: '11:30',
  topic: 'x',
  kind: 'theory' as const,
  hours: 20,
  teacher: '韩树林',
}
const facts = (overrides: Partial<FindingFacts> = {}): FindingFacts => ({
  course: { theoryHours: 20, practiceHours: 0, funding: 'subsidised' },
  lessons: [lesson],
  capacity: 40,
  startsOn: '2022-12-05',
  submittedOn: '2022-11-28',
  licence: { ok: true },
  clashes: [],
  overlaps: [],
  figures: {
    minHours: { value: 20, clause },
    minTrainees: { value: 20, clause },
    maxTrainees: { value: 60, clause },
    filingDays: { value: 7, clause },
  },
  ...overrides,
})
const overlap = { id: '1', title: '家政', people: 2, names: ['韩树林', '米春燕'], from: '2022-12-05', to: '2022-12-07' }
const is = (key: FindingKey, given: Partial<FindingFacts>) =>
  findingsOf(facts(given)).find((finding) => finding.key === key)?.ok

describe('findings of the system', () => {
  const cases: readonly [FindingKey, string, Partial<FindingFacts>, boolean | undefined][] = [
    ['hours', 'as the course', {}, true],
    ['hours', 'one less', { lessons: [{ ...lesson, hours: 19 }] }, false],
    ['least-hours', '19 hours', { course: { theoryHours: 19, practiceHours: 0, funding: 'subsidised' } }, false],
    ['least-hours', '20 hours', {}, true],
    ['least-hours', '21 hours', { course: { theoryHours: 20, practiceHours: 1, funding: 'subsidised' } }, true],
    ['least-hours', 'self-funded', { course: { theoryHours: 2, practiceHours: 0, funding: 'self-funded' } }, undefined],
    ['licence', 'in force', {}, true],
    ['licence', 'expired', { licence: { ok: false, reason: 'licence-expired' } }, false],
    ['body', 'none needed', {}, undefined],
    ['body', 'not licensed', { body: { ok: false, reason: 'not-licensed' } }, false],
    ['capacity', '19 places', { capacity: 19 }, false],
    ['capacity', '20 places', { capacity: 20 }, true],
    ['capacity', '60 places', { capacity: 60 }, true],
    ['capacity', '61 places', { capacity: 61 }, false],
    ['filing', '6 days before', { submittedOn: '2022-11-29' }, false],
    ['filing', '7 days before', { submittedOn: '2022-11-28' }, true],
    ['filing', '8 days before', { submittedOn: '2022-11-27' }, true],
    ['teachers', 'no clash', {}, true],
    ['teachers', 'a clash', { clashes: [{ lesson, with: { run: '电工', lesson } }] }, false],
    ['overlap', 'none', {}, undefined],
    ['overlap', 'two trainees', { overlaps: [overlap] }, false],
  ]
  for (const [key, name, given, ok] of cases)
    it(`${key}, ${name}: ${ok === undefined ? 'not said' : ok ? 'good' : 'worth a look'}`, () =>
      expect(is(key, given)).to.equal(ok))

  it('count the days of an overlap with both ends', () => {
    expect(findingsOf(facts({ overlaps: [overlap] })).at(-1)?.params).to.deep.equal({ people: 2, days: 3 })
  })
  it('name the trainees of an overlap, and say when there are more', () => {
    const said = (given: Partial<typeof overlap> & { hidden?: boolean }) =>
      findingChecks(translator('zh-CN'), findingsOf(facts({ overlaps: [{ ...overlap, ...given }] }))).at(-1)?.text
    expect([said({}), said({ people: 3, hidden: true })]).to.deep.equal([
      '2 名学员（韩树林、米春燕）在',
      '3 名学员（韩树林、米春燕等）还在别处的一个班里，日期重叠 3 天',
    ])
  })
  it('carry the clause of the figure that they were measured by', () => {
    const { clause: few } = findingsOf(
      facts({ capacity: 19, figures: { ...facts().figures, minTrainees: { value: 20, clause: '最少' } } }),
    ).find(({ key }) => key === 'capacity')!
    expect(few).to.equal('最少')
  })
})
