import { expect } from 'chai'
import { lessonDayOf, pagesOf } from '../../../src/desk/rosters/roster.rules.js'

describe('lessonDayOf', () => {
  const days = ['2022-03-01', '2022-03-05', '2022-03-09']
  const table: [what: string, asked: string | undefined, today: string, outcome: string][] = [
    ['the asked day', '2022-03-05', '2022-03-01', '2022-03-05'],
    ['a day without lessons asked: the next from today', '2022-03-04', '2022-03-06', '2022-03-09'],
    ['today itself', undefined, '2022-03-05', '2022-03-05'],
    ['before the first', undefined, '2022-02-01', '2022-03-01'],
    ['the day before the last', undefined, '2022-03-08', '2022-03-09'],
    ['after the last', undefined, '2022-03-10', '2022-03-09'],
  ]
  for (const [what, asked, today, outcome] of table)
    it(`${what}: ${outcome}`, () => expect(lessonDayOf(days, asked, today)).to.equal(outcome))
  it('has none without lessons', () => expect(lessonDayOf([], undefined, '2022-03-01')).to.equal(undefined))
})

describe('pagesOf', () => {
  for (const [rows, pages] of [
    [0, []],
    [1, [1]],
    [11, [11]],
    [12, [12]],
    [13, [12, 1]],
    [25, [12, 12, 1]],
  ] as const) {
    it(`${rows} rows: ${pages.join(' + ') || 'no page'}`, () =>
      expect(pagesOf(Array.from({ length: rows })).map((page) => page.length)).to.deep.equal([...pages]))
  }
})
