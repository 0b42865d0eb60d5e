import { expect } from 'chai'
import { balance, monthsOf, periodOf, sharesOf, type Sums } from '../../../src/desk/reports/report.rules.js'
import { axisOf } from '../../../src/desk/report-prints/report-cover-chart.pdf.js'

const sums = (overrides: Partial<Sums> = {}): Sums => ({
  candidates: 1486,
  counted: 1274,
  excluded: 168,
  pending: 44,
  parts: { excluded: [61, 43, 38, 14, 12], pending: [31, 13], counted: { counties: [471, 409, 394], months: [1274] } },
  ...overrides,
})

describe('balance', () => {
  it('holds when candidates = counted + excluded by reason + pending and every table adds up', () =>
    expect(balance(sums())).to.deep.equal({ ok: true }))
  it('holds for nothing at all', () =>
    expect(
      balance({
        candidates: 0,
        counted: 0,
        excluded: 0,
        pending: 0,
        parts: { excluded: [], pending: [], counted: { counties: [] } },
      }),
    ).to.deep.equal({ ok: true }))
  const wrong: [what: string, overrides: Partial<Sums>, difference: number][] = [
    ['equation', { candidates: 1487 }, -1],
    ['equation', { candidates: 1485 }, 1],
    ['reasons', { parts: { ...sums().parts, excluded: [61, 43, 38, 14, 11] } }, -1],
    ['waits', { parts: { ...sums().parts, pending: [31, 14] } }, 1],
    ['counties', { parts: { ...sums().parts, counted: { counties: [471, 409, 393] } } }, -1],
    ['months', { parts: { ...sums().parts, counted: { counties: [1274], months: [1275] } } }, 1],
  ]
  for (const [what, overrides, difference] of wrong) {
    it(`names ${what} with the difference ${difference}`, () =>
      expect(balance(sums(overrides))).to.include({ ok: false, what, difference }))
  }
})

describe('periodOf', () => {
  const table: [query: { year: number; quarter?: string; month?: string }, from: string, to: string, months: number][] =
    [
      [{ year: 2022 }, '2022-01-01', '2022-12-31', 12],
      [{ year: 2022, quarter: '2022Q1' }, '2022-01-01', '2022-03-31', 3],
      [{ year: 2022, quarter: '2022Q4' }, '2022-10-01', '2022-12-31', 3],
      [{ year: 2024, month: '2024-02' }, '2024-02-01', '2024-02-29', 1],
      [{ year: 2023, month: '2023-02' }, '2023-02-01', '2023-02-28', 1],
    ]
  for (const [query, from, to, months] of table) {
    it(`${JSON.stringify(query)}: ${from} to ${to}, ${months} months`, () => {
      expect(periodOf(query)).to.deep.equal({ from, to })
      expect(monthsOf(periodOf(query))).to.have.length(months)
    })
  }
})

describe('sharesOf', () => {
  for (const parts of [
    [1, 1, 1],
    [1274, 168, 44],
    [1, 0, 0],
    [999, 1, 1],
    [7, 13, 17],
  ]) {
    it(`${parts.join(' ')}: adds up to 100.0`, () =>
      expect(Math.round(sharesOf(parts).reduce((sum, one) => sum + one, 0) * 10)).to.equal(1000))
  }
  it('is nought of nothing', () => expect(sharesOf([0, 0, 0])).to.deep.equal([0, 0, 0]))
})

describe('axisOf', () => {
  const table: [highest: number, top: number, step: number][] = [
    [0, 5, 1],
    [5, 5, 1],
    [6, 6, 1],
    [7, 8, 2],
    [99, 100, 20],
    [5000, 5000, 1000],
    [22_000, 25_000, 5000],
    [110_000, 120_000, 20_000],
  ]
  for (const [highest, top, step] of table)
    it(`${highest}: up to ${top} by ${step}`, () => expect(axisOf(highest)).to.deep.equal({ top, step }))
})
