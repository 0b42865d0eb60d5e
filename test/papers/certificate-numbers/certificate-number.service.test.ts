import { expect } from 'chai'
import { transact } from '../../../src/infra/mongo.js'
import { CertificateNumber, CertificateSeries } from '../../../src/papers/certificate-numbers/certificate-number.model.js'
import { createCertificateNumberService } from '../../../src/papers/certificate-numbers/certificate-number.service.js'
import { regionClock } from '../../../src/shared/dates.js'
import { usesDatabase } from '../../support/database.js'

const serviceAt = (now: string) => createCertificateNumberService({ clock: regionClock(() => new Date(now)) })
const numbers = serviceAt('2022-11-23T06:00:00Z')

describe('reserving numbers', () => {
  usesDatabase()

  it('gives every number once, when 20 blocks are taken at the same time', async () => {
    const blocks = await Promise.all(Array.from({ length: 20 }, (_, chunk) => numbers.reserve('S000013000001225', 50, { batchId: 'parallel', chunk })))
    const all = blocks.flat().sort()
    expect(new Set(all).size).to.equal(1000)
    expect([all[0], all.at(-1)]).to.deep.equal(['S000013000001225000001', 'S000013000001225001000'])
  })

  it('gives a chunk that comes again the numbers it already held', async () => {
    const holder = { batchId: 'again', chunk: 0 }
    const first = await numbers.reserve('S000013000001224', 3, holder)
    expect(await numbers.reserve('S000013000001224', 3, holder)).to.deep.equal(first)
    expect(await numbers.reserve('S000013000001224', 4, holder)).to.deep.equal([...first, 'S000013000001224000004'])
  })

  it('gives what is left and no more, when the series ends at 999,999', async () => {
    await CertificateSeries.create([{ _id: 'S000013000001223', last: 999_997 }])
    expect(await numbers.reserve('S000013000001223', 5, { batchId: 'full', chunk: 0 })).to.deep.equal(['S000013000001223999998', 'S000013000001223999999'])
    expect(await numbers.reserve('S000013000001223', 1, { batchId: 'full', chunk: 1 })).to.deep.equal([])
  })

  it('explains every gap: unused at once, forgotten after an hour', async () => {
    const at = { batchId: 'gap', chunk: 0 }
    const [used, left] = await numbers.reserve('S000013000001222', 2, at)
    await transact(async () => {
      await numbers.markUsed([{ number: used!, certificateId: 'c1' }])
      await numbers.voidRest(at)
    })
    const [forgotten] = await numbers.reserve('S000013000001222', 1, { batchId: 'gap', chunk: 1 })
    expect(await serviceAt('2022-11-23T07:00:00Z').voidForgotten()).to.equal(0)
    expect(await serviceAt('2022-11-23T07:00:01Z').voidForgotten()).to.be.greaterThan(0)
    const rows = await CertificateNumber.find({ _id: { $in: [used!, left!, forgotten!] } }).sort({ _id: 1 }).lean()
    expect(rows.map(({ state, reason }) => [state, reason])).to.deep.equal([['used', undefined], ['void', 'not-used'], ['void', 'crash']])
  })

  it('never lets a number be used twice, or after it was given up', async () => {
    const [number] = await numbers.reserve('S000013000001221', 1, { batchId: 'twice', chunk: 0 })
    await transact(() => numbers.markUsed([{ number: number!, certificateId: 'c1' }]))
    const again = await transact(() => numbers.markUsed([{ number: number!, certificateId: 'c2' }])).catch((error: Error) => error.message)
    expect(again).to.equal('conflict: certificateNumbers.lost')
  })
})
