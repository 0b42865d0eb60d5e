import { expect } from 'chai'
import { pageBreaks } from '../../../src/infra/paper/page-breaks.js'

const rows = (count: number) => Array.from({ length: count }, () => 10)

describe('page breaks of a table', () => {
  const cases: [title: string, count: number, tail: number, breaks: number[]][] = [
    ['keeps all on one page while it fits', 5, 0, [5]],
    ['fills pages and carries on', 13, 0, [5, 8]],
    ['leaves no rows for a page of their own when the tail fits exactly', 4, 10, [4]],
    ['takes three rows to a new page when the tail does not fit', 5, 10, [2, 3]],
    ['takes three rows along from a full following page', 13, 30, [5, 5, 3]],
    ['gives the tail company when one row is left over', 6, 10, [3, 3]],
    ['starts a new page when even the first rows do not fit with the tail', 2, 40, [0, 2]],
    ['draws an empty table on its first page', 0, 10, [0]],
  ]
  for (const [title, count, tail, breaks] of cases)
    it(title, () => {
      expect(pageBreaks(rows(count), { first: 50, next: 80, tail, keep: 3 })).to.deep.equal(breaks)
    })

  it('never cuts a row, loses one, or leaves a later page empty', () => {
    for (let count = 0; count < 40; count++)
      for (const tail of [0, 10, 35, 60]) {
        const breaks = pageBreaks(rows(count), { first: 50, next: 80, tail, keep: 3 })
        expect(breaks.reduce((sum, n) => sum + n, 0)).to.equal(count)
        breaks.forEach((n, page) => expect(n * 10, `${count} rows, tail ${tail}`).to.be.at.most(page === 0 ? 50 : 80))
        if (breaks.length > 1) expect(breaks.at(-1)! * 10 + tail).to.be.at.most(90)
      }
  })
})
