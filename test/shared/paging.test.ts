import { expect } from 'chai'
import { pageNumbers, pageOf, pagerOf } from '../../src/shared/paging.js'

describe('pageOf', () => {
  it('gives the rows of the asked page', () => {
    expect(pageOf({ page: '2' }, 38, 20)).to.deep.equal({
      page: 2,
      pages: 2,
      size: 20,
      total: 38,
      skip: 20,
      from: 21,
      to: 38,
      outOfRange: false,
    })
  })

  it('starts at the first page when none is asked', () =>
    expect(pageOf({}, 38, 20)).to.include({ page: 1, from: 1, to: 20, outOfRange: false }))

  it('sends numbers out of range and nonsense to the nearest page', () => {
    for (const [page, nearest] of [
      ['3', 2],
      ['0', 1],
      ['-1', 1],
      ['x', 1],
      ['999999999999', 1],
      [['1', '2'], 1],
    ] as const)
      expect(pageOf({ page }, 38, 20), String(page)).to.include({ page: nearest, outOfRange: true })
  })

  it('is one empty page when there is nothing', () =>
    expect(pageOf({}, 0)).to.include({ page: 1, pages: 1, from: 0, to: 0, outOfRange: false }))
})

describe('pageNumbers', () => {
  it('shows the ends and the neighbours', () => {
    expect(pageNumbers(10, 20)).to.deep.equal([1, 'gap', 9, 10, 11, 'gap', 20])
    expect(pageNumbers(1, 20)).to.deep.equal([1, 2, 'gap', 20])
    expect(pageNumbers(4, 7)).to.deep.equal([1, 2, 3, 4, 5, 6, 7])
    expect(pageNumbers(1, 1)).to.deep.equal([1])
  })
})

describe('pagerOf', () => {
  it('is left out for a single page', () => expect(pagerOf(pageOf({}, 20, 20), String)).to.equal(undefined))

  it('links neighbours and marks the current page', () => {
    const pager = pagerOf(pageOf({ page: '2' }, 60, 20), (n) => `?page=${n}`)
    expect(pager).to.include({ previous: '?page=1', next: '?page=3', from: 21, to: 40, total: 60 })
    expect(pager?.pages.find(({ current }) => current)).to.include({ label: '2' })
  })
})
