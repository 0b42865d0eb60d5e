import { expect } from 'chai'
import { entryDiffers, readEntry, type Typed } from '../../../src/training/assessments/result-entry.rules.js'

const planned = { theoryHours: 48, practiceHours: 72 }
const read = (typed: Typed) => readEntry(typed, planned)

describe('readEntry', () => {
  const cases: readonly [Typed, expected: string][] = [
    [{ attendedTheoryHours: '48' }, ''],
    [{ attendedTheoryHours: '48.1' }, 'attendedTheoryHours:more-than-planned'],
    [{ attendedTheoryHours: '0' }, ''],
    [{ attendedTheoryHours: '-1' }, 'attendedTheoryHours:below-zero'],
    [{ attendedPracticeHours: '72' }, ''],
    [{ attendedPracticeHours: '73' }, 'attendedPracticeHours:more-than-planned'],
    [{ attendedPracticeHours: '70.55' }, 'attendedPracticeHours:too-fine'],
    [{ theoryScore: '100' }, ''],
    [{ theoryScore: '100.1' }, 'theoryScore:more-than-hundred'],
    [{ theoryScore: '八十' }, 'theoryScore:not-a-number'],
    [{ theoryScore: '1e2' }, 'theoryScore:not-a-number'],
    [{ practiceScore: '８５．５' }, ''],
    [{ practiceScore: '85分' }, ''],
    [{ practiceScore: '' }, ''],
    [{ absent: 'on', theoryScore: '80' }, 'absent:absent-with-score'],
    [{ absent: 'on' }, ''],
    [{ absent: '缺考' }, ''],
  ]
  for (const [typed, expected] of cases)
    it(`${JSON.stringify(typed)}: ${expected || 'fine'}`, () =>
      expect(
        read(typed)
          .faults.map(({ field, reason }) => `${field}:${reason}`)
          .join(),
      ).to.equal(expected))

  it('tells every fault of a line at once', () =>
    expect(read({ attendedTheoryHours: 'x', theoryScore: '200', practiceScore: '-1' }).faults).to.have.length(3))
  it('reads full-width digits', () => expect(read({ practiceScore: '８５．５' }).entry.practiceScore).to.equal(85.5))
  it('keeps an empty box apart from 0', () =>
    expect([read({ theoryScore: '' }).entry.theoryScore, read({ theoryScore: '0' }).entry.theoryScore]).to.deep.equal([
      undefined,
      0,
    ]))
})

describe('entryDiffers', () => {
  it('takes empty, null and not absent for the same', () =>
    expect(entryDiffers({}, { theoryScore: null, absent: false })).to.equal(false))
  it('sees a mark that was taken back', () => expect(entryDiffers({}, { theoryScore: 80 })).to.equal(true))
})
