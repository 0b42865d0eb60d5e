import { expect } from 'chai'
import {
  besides,
  passedPercent,
  removalObstacle,
  rosterVerdict,
  factsHoldFrom,
} from '../../../src/training/enrolments/enrolment.rules.js'

const lessons = ['2022-03-01', '2022-03-02', '2022-03-03', '2022-03-04', '2022-03-05', '2022-03-06'].map((on) => ({
  on,
  hours: 8,
}))
const run = (state: string, rows: readonly { on: string; hours: number }[] = lessons) => ({
  state,
  startsOn: '2022-03-01',
  endsOn: '2022-03-06',
  lessons: rows,
})

describe('passedPercent', () => {
  it('counts the hours of earlier days only', () => {
    expect(
      ['2022-02-28', '2022-03-01', '2022-03-03', '2022-03-06', '2022-03-07'].map((day) =>
        Math.round(passedPercent(lessons, day)),
      ),
    ).to.deep.equal([0, 0, 33, 83, 100])
  })
  it('is 0 without a timetable', () => expect(passedPercent([], '2022-03-05')).to.equal(0))
})

describe('besides', () => {
  it('leaves out the tag that the category says already', () =>
    expect(besides('urban-youth', ['urban-youth', 'veteran'])).to.deep.equal(['veteran']))
})

describe('rosterVerdict', () => {
  const cases: readonly [state: string, today: string, until: number, expected: string][] = [
    ['draft', '2022-02-01', 33, 'ok'],
    ['returned', '2022-02-01', 33, 'ok'],
    ['submitted', '2022-02-01', 33, 'ok'],
    ['county-passed', '2022-02-01', 33, 'ok'],
    ['filed', '2022-02-20', 33, 'ok'],
    ['running', '2022-03-02', 33, 'ok'],
    ['running', '2022-03-03', 33, 'cut-off'],
    ['running', '2022-03-03', 34, 'ok'],
    ['filed', '2022-03-04', 33, 'cut-off'],
    ['awaiting-assessment', '2022-03-07', 33, 'roster-closed'],
    ['closed', '2022-03-07', 100, 'roster-closed'],
    ['suspended', '2022-03-01', 33, 'roster-closed'],
    ['withdrawn', '2022-02-01', 33, 'roster-closed'],
    ['rejected', '2022-02-01', 33, 'roster-closed'],
  ]
  for (const [state, today, until, expected] of cases) {
    it(`of a ${state} run on ${today}, open until ${until} %: ${expected}`, () => {
      const verdict = rosterVerdict(run(state), today, until)
      expect(verdict.ok ? 'ok' : verdict.reason).to.equal(expected)
    })
  }
  it('is open at exactly the share, and closed a tenth of an hour above it', () => {
    const first = (hours: number) => [
      { on: '2022-03-01', hours },
      { on: '2022-03-02', hours: 100 - hours },
    ]
    expect([33, 33.1].map((hours) => rosterVerdict(run('running', first(hours)), '2022-03-02', 33).ok)).to.deep.equal([
      true,
      false,
    ])
  })
})

describe('removalObstacle', () => {
  const cases: readonly [string, Parameters<typeof removalObstacle>[0], string | undefined][] = [
    ['nothing recorded', {}, undefined],
    ['a mark of 0', { theoryScore: 0 }, 'has-results'],
    ['practice marked', { practiceScore: 70 }, 'has-results'],
    ['absent', { absent: true }, 'has-results'],
    ['not absent', { absent: false }, undefined],
    ['a certificate', { certificateId: 'c', theoryScore: 70 }, 'has-certificate'],
  ]
  for (const [name, row, expected] of cases)
    it(`with ${name}: ${expected ?? 'none'}`, () => expect(removalObstacle(row)).to.equal(expected))
})

describe('factsHoldFrom', () => {
  it('is the day of the entry, but never after teaching began', () => {
    expect([factsHoldFrom('2022-03-01', '2022-02-20'), factsHoldFrom('2022-03-01', '2022-03-04')]).to.deep.equal([
      '2022-02-20',
      '2022-03-01',
    ])
  })
})
