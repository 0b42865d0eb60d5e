import { expect } from 'chai'
import { readReportQuery } from '../../../src/desk/reports/report.forms.js'

describe('the period that a report is asked for', () => {
  const cases: readonly [string, Record<string, string>, { year: number; quarter?: string; month?: string }][] = [
    ['nothing', {}, { year: 2026 }],
    ['a year', { year: '2022' }, { year: 2022 }],
    ['a quarter alone', { quarter: '2022Q3' }, { year: 2022, quarter: '2022Q3' }],
    ['a month alone', { month: '2022-07' }, { year: 2022, month: '2022-07' }],
    ['a month beside a quarter', { quarter: '2022Q1', month: '2022-07' }, { year: 2022, month: '2022-07' }],
    ['another year beside a quarter', { year: '2022', quarter: '2026Q2' }, { year: 2022, quarter: '2022Q2' }],
    ['another year beside a month', { year: '2022', month: '2026-10' }, { year: 2022, month: '2022-10' }],
    ['no real year beside a month', { year: 'x', month: '2025-10' }, { year: 2025, month: '2025-10' }],
  ]
  for (const [name, query, expected] of cases)
    it(`${name}: ${Object.values(expected).join()}`, () => {
      const { year, quarter, month } = readReportQuery(query, 2026).filter
      expect({ year, ...(quarter && { quarter }), ...(month && { month }) }).to.deep.equal(expected)
    })
})
