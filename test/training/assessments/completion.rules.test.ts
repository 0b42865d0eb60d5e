import { expect } from 'chai'
import {
  completionVerdict,
  isMissing,
  type CompletionFacts,
} from '../../../src/training/assessments/completion.rules.js'

const figures = { minAttendancePercent: 80, passMark: 60 }
const facts = (overrides: Partial<CompletionFacts> = {}): CompletionFacts => ({
  attendedHours: 120,
  plannedHours: 120,
  theoryScore: 80,
  practiceScore: 80,
  ...overrides,
})
const said = (overrides: Partial<CompletionFacts>, given = figures) =>
  completionVerdict(facts(overrides), given).reasons.join('+') || 'completed'

describe('completionVerdict', () => {
  const cases: readonly [name: string, Partial<CompletionFacts>, expected: string][] = [
    ['attendance below the figure', { attendedHours: 95.9 }, 'low-attendance'],
    ['attendance at the figure', { attendedHours: 96 }, 'completed'],
    ['attendance above the figure', { attendedHours: 96.1 }, 'completed'],
    ['79.9 of 100 hours', { attendedHours: 79.9, plannedHours: 100 }, 'low-attendance'],
    ['0.3 of 0.3 hours', { attendedHours: 0.1 + 0.2, plannedHours: 0.3 }, 'completed'],
    ['theory below the mark', { theoryScore: 59.9 }, 'failed-theory'],
    ['theory at the mark', { theoryScore: 60 }, 'completed'],
    ['theory above the mark', { theoryScore: 60.1 }, 'completed'],
    ['practice below the mark', { practiceScore: 59.5 }, 'failed-practice'],
    ['practice at the mark', { practiceScore: 60 }, 'completed'],
    ['a mark of 0', { theoryScore: 0 }, 'failed-theory'],
    [
      'everything short',
      { attendedHours: 10, theoryScore: 1, practiceScore: 2 },
      'low-attendance+failed-theory+failed-practice',
    ],
    ['absent, which is not a mark of 0', { absent: true, theoryScore: undefined, practiceScore: undefined }, 'absent'],
    ['absent and seldom there', { absent: true, attendedHours: 3 }, 'absent+low-attendance'],
    [
      'absent without any attendance recorded',
      { absent: true, attendedHours: null, theoryScore: null, practiceScore: null },
      'absent',
    ],
    ['no attendance', { attendedHours: null }, 'no-result'],
    ['no theory mark', { theoryScore: null }, 'no-result'],
    ['no practice mark', { practiceScore: undefined }, 'no-result'],
    ['a course without practice', { practiceScore: null, theoryHours: 24, practiceHours: 0 }, 'completed'],
    ['a course without theory', { theoryScore: null, theoryHours: 0, practiceHours: 24 }, 'completed'],
    [
      'a level without practice hours still examines both',
      { practiceScore: null, theoryHours: 24, practiceHours: 0, level: 2 },
      'no-result',
    ],
  ]
  for (const [name, overrides, expected] of cases)
    it(`with ${name}: ${expected}`, () => expect(said(overrides)).to.equal(expected))

  it('follows the figures of the day', () => {
    expect([
      said({ attendedHours: 100, theoryScore: 75 }, { minAttendancePercent: 90, passMark: 75 }),
      said({ attendedHours: 108, theoryScore: 75 }, { minAttendancePercent: 90, passMark: 75 }),
    ]).to.deep.equal(['low-attendance', 'completed'])
  })
  it('completes exactly when it gives no reason', () =>
    expect(completionVerdict(facts(), figures)).to.deep.equal({ completed: true, reasons: [] }))
})

describe('isMissing', () => {
  it('asks nothing of somebody who was absent', () =>
    expect([
      isMissing(facts({ absent: true, theoryScore: null })),
      isMissing(facts({ theoryScore: null })),
    ]).to.deep.equal([false, true]))
})
