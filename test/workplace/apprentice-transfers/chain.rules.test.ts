import { expect } from 'chai'
import { stationsOf, type ChainRecord } from '../../../src/workplace/apprentice-transfers/chain.rules.js'

const record = (id: string, from: string, to: string, more: Partial<ChainRecord> = {}): ChainRecord => ({
  id,
  enterpriseId: 'a',
  from,
  to,
  ...more,
})
const told = (records: readonly ChainRecord[], today = '2030-01-01') =>
  stationsOf(records, { today, midTermPercent: 50 })

describe('the way of an apprentice', () => {
  it('is one station for one class', () => {
    expect(told([record('1', '2022-03-01', '2022-03-10')])).to.deep.equal([
      { id: '1', arrival: 'first', first: '2022-03-01', last: '2022-03-10', served: 10, carried: 0 },
    ])
  })

  it('carries days along three classes of one enterprise, whatever their order in the list', () => {
    const way = told([
      record('3', '2022-03-21', '2022-03-25', { transferredFrom: '2' }),
      record('2', '2022-03-11', '2022-12-31', { transferredFrom: '1', transferredOn: '2022-03-21' }),
      record('1', '2022-03-01', '2022-12-31', { transferredOn: '2022-03-11' }),
    ])
    expect(way.map(({ id, arrival, last, served, carried }) => [id, arrival, last, served, carried])).to.deep.equal([
      ['1', 'first', '2022-03-10', 10, 0],
      ['2', 'carried', '2022-03-20', 10, 10],
      ['3', 'carried', '2022-03-25', 5, 20],
    ])
  })

  it('begins anew with another employer', () => {
    const way = told([
      record('1', '2022-03-01', '2022-12-31', { exitedOn: '2022-05-31' }),
      record('2', '2022-06-01', '2022-12-31', { enterpriseId: 'b' }),
    ])
    expect(way.map(({ arrival, last, carried }) => [arrival, last, carried])).to.deep.equal([
      ['first', '2022-05-31', 0],
      ['anew', '2022-12-31', 0],
    ])
  })

  it('counts no day of a break, and says which milestones it moved', () => {
    const breaks = [{ from: '2022-03-03', to: '2022-03-04' }]
    expect(told([record('1', '2022-03-01', '2022-03-10', { breaks })])[0]).to.include({
      served: 10,
      endMovedTo: '2022-03-12',
      midTermMovedTo: '2022-03-07',
    })
    const late = told([record('1', '2022-03-01', '2022-03-10', { breaks: [{ from: '2022-03-08', to: '2022-03-09' }] })])
    expect(late[0]).to.include({ endMovedTo: '2022-03-12' })
    expect(late[0]).not.to.have.property('midTermMovedTo')
  })

  const days: readonly [today: string, served: number][] = [
    ['2022-02-28', 0],
    ['2022-03-01', 1],
    ['2022-03-10', 10],
    ['2022-03-11', 10],
  ]
  for (const [today, served] of days)
    it(`has ${served} days learnt on ${today}`, () => {
      expect(told([record('1', '2022-03-01', '2022-03-10')], today)[0]!.served).to.equal(served)
    })
})
