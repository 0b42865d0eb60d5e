import { expect } from 'chai'
import { transact } from '../../../src/infra/mongo.js'
import {
  CertificateNumber,
  CertificateSeries,
} from '../../../src/papers/certificate-numbers/certificate-number.model.js'
import { createCertificateNumberService } from '../../../src/papers/certificate-numbers/certificate-number.service.js'
import { regionClock } from '../../../src/shared/dates.js'
import { usesDatabase } from '../../support/database.js'

const serviceAt = (now: string) => createCertificateNumberService({ clock: regionClock(() => new Date(now)) })
const numbers = serviceAt('2022-11-23T06:00:00Z')

/** The numbers of a holder in order, whatever blocks they came in. */
const take = async (series: string, count: number, holder: string) =>
  (await numbers.reserve(series, count, holder)).flatMap((block) => block.numbers)

describe('reserving numbers', () => {
  usesDatabase()

  it('gives every number once, when 20 blocks are taken at the same time', async () => {
    const all = (await Promise.all(Array.from({ length: 20 }, (_, i) => take('S000013000001225', 50, `parallel:${i}`))))
      .flat()
      .sort()
    expect(new Set(all).size).to.equal(1000)
    expect([all[0], all.at(-1)]).to.deep.equal(['S000013000001225000001', 'S000013000001225001000'])
  })

  it('gives a holder that comes again the numbers it already held', async () => {
    const first = await take('S000013000001224', 3, 'again')
    expect(await take('S000013000001224', 3, 'again')).to.deep.equal(first)
    expect(await take('S000013000001224', 4, 'again')).to.deep.equal([...first, 'S000013000001224000004'])
  })

  it('gives what is left and no more, when the series ends at 999,999', async () => {
    await CertificateSeries.create([{ _id: 'S000013000001223', last: 999_997 }])
    expect(await take('S000013000001223', 5, 'full:0')).to.deep.equal([
      'S000013000001223999998',
      'S000013000001223999999',
    ])
    expect(await take('S000013000001223', 1, 'full:1')).to.deep.equal([])
  })

  it('explains every gap: unused at once, forgotten after an hour', async () => {
    const blocks = await numbers.reserve('S000013000001222', 2, 'gap:0')
    const [used, left] = blocks[0]!.numbers
    await transact(() => numbers.settle(blocks, new Map([[used!, 'c1']])))
    const [forgotten] = await take('S000013000001222', 1, 'gap:1')
    expect(await serviceAt('2022-11-23T07:00:00Z').voidForgotten()).to.equal(0)
    expect(await serviceAt('2022-11-23T07:00:01Z').voidForgotten()).to.be.greaterThan(0)
    const rows = await CertificateNumber.find({ _id: { $in: [used!, left!, forgotten!] } })
      .sort({ _id: 1 })
      .lean()
    expect(rows.map(({ state, reason }) => [state, reason])).to.deep.equal([
      ['used', undefined],
      ['void', 'not-used'],
      ['void', 'crash'],
    ])
    expect(rows.map((row) => new CertificateNumber(row).validateSync())).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('never lets a block be used twice, or after it was given up', async () => {
    const blocks = await numbers.reserve('S000013000001221', 1, 'twice')
    const use = (certificate: string) =>
      transact(() => numbers.settle(blocks, new Map([[blocks[0]!.numbers[0]!, certificate]]))).then(
        () => 'done',
        (error: Error) => error.message,
      )
    expect([await use('c1'), await use('c2')]).to.deep.equal(['done', 'conflict: certificateNumbers.lost'])
  })
})
