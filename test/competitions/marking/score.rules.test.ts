import { expect } from 'chai'
import {
  aspectMark,
  judgedMark,
  measuredMark,
  spreadVerdict,
  totalMark,
} from '../../../src/competitions/marking/score.rules.js'
import { fraction, fractionText, hundredths, printed } from '../../../src/shared/fraction.js'

describe('the mark of a judgement', () => {
  for (const [max, steps, exact, text] of [
    [150, [2, 3, 3], '4/3', '1.33'],
    [150, [3, 3, 3], '3/2', '1.50'],
    [150, [0, 0, 0], '0/1', '0.00'],
    [150, [0, 1, 1], '1/3', '0.33'],
    [200, [1, 2, 2], '10/9', '1.11'],
    [300, [2, 2, 3], '7/3', '2.33'],
    [400, [2, 3], '10/3', '3.33'],
    [100, [1, 1, 2], '4/9', '0.44'],
  ] as const) {
    it(`of ${steps.join(', ')} and at most ${max / 100} is exactly ${exact}, printed ${text}`, () => {
      expect([fractionText(judgedMark(max, steps)), printed(judgedMark(max, steps))]).to.deep.equal([exact, text])
    })
  }
  it('is refused without a judge', () => void expect(() => judgedMark(150, [])).to.throw(RangeError))
})

describe('the spread of a judgement', () => {
  for (const [steps, spread] of [
    [[0, 0, 0], 0],
    [[1, 2, 2], 1],
    [[1, 2, 3], 2],
    [[0, 3, 3], 3],
    [[2, 2], 0],
    [[], 0],
  ] as const) {
    it(`of ${steps.join(', ') || 'nobody'} is ${spread > 1 ? 'talked about' : 'accepted'}`, () => {
      expect(spreadVerdict(steps)).to.deep.equal(spread > 1 ? { ok: false, reason: 'discuss', spread } : { ok: true })
    })
  }
})

describe('the mark of a measurement', () => {
  const bands = [{ upTo: 480_000, marks: 200 }, { upTo: 600_000, marks: 100 }, { marks: 0 }]
  for (const [value, marks] of [
    [0, 200],
    [479_999, 200],
    [480_000, 200],
    [480_001, 100],
    [600_000, 100],
    [600_001, 0],
  ] as const) {
    it(`at ${value / 1000} s is ${marks / 100}`, () =>
      void expect(measuredMark({ max: 200, bands }, value)).to.deep.equal(hundredths(marks)))
  }
  it('is 0 beyond the last band', () =>
    void expect(measuredMark({ max: 200, bands: bands.slice(0, 2) }, 700_000)).to.deep.equal(fraction(0)))
  it('without bands is all or nothing', () =>
    void expect([0, 1000].map((value) => printed(measuredMark({ max: 250 }, value)))).to.deep.equal(['0.00', '2.50']))
  it('is of the value on which the judges agree', () =>
    void expect(
      printed(aspectMark({ code: 'B4', type: 'measurement', max: 200, bands }, [500_000, 500_000, 500_000])),
    ).to.equal('1.00'))
})

describe('the total of an event', () => {
  for (const [theory, practice, theoryWeight, expected] of [
    [8000, fraction(90), 30, '87'],
    [8050, fraction(271, 3), 30, '5243/60'],
    [0, fraction(100), 30, '70'],
    [10_000, fraction(0), 100, '100'],
  ] as const) {
    it(`of theory ${theory / 100} and practice ${fractionText(practice)} by ${theoryWeight}/${100 - theoryWeight} is exactly ${expected}`, () => {
      expect(
        fractionText(totalMark({ theory, practice }, { theoryWeight, practiceWeight: 100 - theoryWeight })),
      ).to.equal(expected.includes('/') ? expected : `${expected}/1`)
    })
  }
})
