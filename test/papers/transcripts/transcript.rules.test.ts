import { expect } from 'chai'
import fc from 'fast-check'
import {
  isCurrent,
  rowHeight,
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
    [50, [19, 28, 3]],
    [63, [19, 28, 16]],
    [64, [19, 28, 14, 3]],
  ] as const) {
    it(`puts ${count} rows on ${pages.join(' + ')}`, () =>
      expect(rowsOnPages(Array<number>(count).fill(rowHeight))).to.deep.equal(pages))
  }
  it('gives fewer rows to a page when they are higher', () => {
    expect(rowsOnPages(Array<number>(20).fill(2 * rowHeight))).to.deep.equal([9, 8, 3])
  })
  it('loses no row, leaves room for the seal and never lets it stand alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 76, max: 170 }), { minLength: 1, maxLength: 300 }), (tenths) => {
        const heights = tenths.map((tenth) => tenth / 10)
        const pages = rowsOnPages(heights)
        let done = 0
        const used = pages.map((rows) => heights.slice(done, (done += rows)).reduce((total, one) => total + one, 0))
        return (
          done === heights.length &&
          used.every((height, i) => height <= (i === 0 ? 19 : 28) * rowHeight + 0.02) &&
          used.at(-1)! <= (pages.length === 1 ? 9 : 16) * rowHeight + 0.02 &&
          (pages.length === 1 || pages.at(-1)! >= 3)
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
