import { expect } from 'chai'
import fc from 'fast-check'
import {
  isCurrent,
  rowsOnPages,
  transcriptRows,
  transcriptSums,
  type LedgerLine,
} from '../../../src/papers/transcripts/transcript.rules.js'

const line = (overrides: Partial<LedgerLine>): LedgerLine => ({
  id: 'earned:a:1',
  key: 'a',
  act: 'earned',
  hundredths: 1000,
  policyIds: [],
  serial: 1,
  on: '2022-03-20',
  title: '养老护理员',
  kind: 'course',
  source: '雄安苇海职业技能培训学校',
  hours: 160,
  ...overrides,
})

describe('rowsOnPages', () => {
  for (const [count, pages] of [
    [0, [0]],
    [9, [9]],
    [10, [7, 3]],
    [19, [16, 3]],
    [22, [19, 3]],
    [35, [19, 16]],
    [36, [19, 14, 3]],
    [52, [19, 30, 3]],
    [65, [19, 30, 16]],
    [66, [19, 30, 14, 3]],
  ] as const) {
    it(`puts ${count} rows on ${pages.join(' + ')}`, () => expect(rowsOnPages(count)).to.deep.equal(pages))
  }
  it('loses no row, leaves room for the seal and never lets it stand alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
        const pages = rowsOnPages(count)
        const last = pages.at(-1)!
        return (
          pages.reduce((sum, rows) => sum + rows, 0) === count &&
          last <= (pages.length === 1 ? 9 : 16) &&
          (pages.length === 1 || last >= 3) &&
          pages.every((rows, i) => rows <= (i === 0 ? 19 : 30))
        )
      }),
    )
  })
})

describe('transcriptRows and transcriptSums', () => {
  const ledger = [
    line({}),
    line({ id: 'earned:b:1', key: 'b', serial: 2, on: '2022-01-05', hours: 8, hundredths: 50 }),
    line({
      id: 'reversed:earned:a:1',
      act: 'reversed',
      serial: 3,
      on: '2022-05-01',
      hundredths: -1000,
      reverses: 'earned:a:1',
      reason: 'paper-revoked',
    }),
  ]
  it('stand by day, and a reversal names the line that it takes back', () => {
    expect(transcriptRows(ledger).map(({ no, serial, reversesNo }) => [no, serial, reversesNo])).to.deep.equal([
      [1, 2, undefined],
      [2, 1, undefined],
      [3, 3, 2],
    ])
  })
  it('count results and hours of what still stands, and add up', () =>
    expect(transcriptSums(ledger)).to.deep.equal({ results: 1, hours: 8, earned: 1050, reversed: -1000, balance: 50 }))
})

describe('isCurrent', () => {
  const print = { lastSerial: 3, name: '安小荷', idMasked: '130632********0025' }
  it('holds until the next entry or a corrected name', () => {
    expect([
      isCurrent(print, { entries: 3 }, print),
      isCurrent(print, { entries: 4 }, print),
      isCurrent(print, { entries: 3 }, { ...print, name: '安小禾' }),
    ]).to.deep.equal([true, false, false])
  })
})
