import { expect } from 'chai'
import { OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import { batchColumns, batchKeys, type BatchKey } from '../../../src/papers/recognition-batches/batch-columns.data.js'
import { BatchRow, RecognitionBatch } from '../../../src/papers/recognition-batches/batch.model.js'
import { Recognition } from '../../../src/papers/recognitions/recognition.model.js'
import { employer, registryRows } from '../../builders/recognition.js'
import { newIdNumber } from '../../builders/person.js'
import { makeServices } from '../../support/app.js'
import { empty, usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

const header = batchColumns.map(({ header: name }) => name)
let serial = 0
const line = (change: Partial<Record<BatchKey, string>> = {}): string[] => {
  const texts: Record<BatchKey, string> = {
    name: '苇明远',
    idNumber: newIdNumber('19010601'),
    phone: '',
    region: '北京市',
    family: '职业技能等级证书',
    occupation: '养老护理员',
    edition: '2022',
    level: '三级/高级工',
    number: `S00001100000199${(serial += 1) + 1000}`,
    issuer: '北京市养老护理评价中心',
    issuedOn: '2021-06-18',
    expiresOn: '',
    county: '安新县',
    ...change,
  }
  return batchKeys.map((key) => texts[key])
}

describe('applications by file', () => {
  usesDatabase()
  const world = makeServices()
  const { recognitionBatches, policies, occupations } = world.services
  before(async () => {
    await policies.loadSeeds()
    await occupations.loadSeeds()
  })
  afterEach(() =>
    empty('recognitions', 'recognition-claims', 'recognition-batches', 'recognition-batch-rows', 'outbox'),
  )
  const stage = (...lines: string[][]) =>
    recognitionBatches.stage({ fileName: 'a.xlsx', header, rows: registryRows(...lines) }, employer)
  const faults = async (id: string) =>
    (await BatchRow.find({ batchId: id }).sort({ line: 1 }).lean()).map((row) =>
      (row.faults ?? []).map(({ column, code }) => `${column}:${code}`).join(),
    )

  it('tell every fault, write nothing before they are confirmed, and seal what the file said', async () => {
    const same = line()
    const id = await stage(
      line(),
      line({ region: '上海市' }),
      line({ occupation: '火箭修理工' }),
      line({ idNumber: '130632190106010000', county: '' }),
      same,
      same,
      line({ level: '学徒工' }),
    )
    expect(await faults(id)).to.deep.equal([
      '',
      'region:region-unknown',
      'occupation:occupation-unknown',
      'idNumber:id-wrong,county:missing',
      '',
      'number:number-twice',
      'level:level-not-in-standard',
    ])
    expect(await Recognition.countDocuments()).to.equal(0)
    expect(JSON.stringify(await BatchRow.find().lean())).not.to.match(/1306321901\d{8}/)
  })

  it('make one case a line, also when the job is delivered twice, and give back what is refused by then', async () => {
    const twin = line()
    const first = await stage(twin)
    const second = await stage(twin, line())
    for (const id of [first, second]) await recognitionBatches.confirm(id, employer)
    await deliverAll(world)
    await OutboxRow.updateMany(
      {},
      { $set: { state: 'pending', attempts: 0 }, $unset: { leaseToken: 1, leaseUntil: 1 } },
    )
    await RecognitionBatch.updateMany({}, { $set: { state: 'confirmed' } })
    await deliverAll(world)
    expect(await Recognition.countDocuments({ origin: 'batch', organisationId: employer.organisationId })).to.equal(2)
    expect(await faults(second)).to.deep.equal(['number:duplicate', ''])
  })

  it('belong to their enterprise', async () => {
    const id = await stage(line())
    expect(
      await recognitionBatches
        .confirm(id, { ...employer, organisationId: 'another' })
        .catch((error: { code?: string }) => error.code),
    ).to.equal('not-yours')
  })

  it('need every column of the template', async () => {
    const error = await recognitionBatches
      .stage({ fileName: 'a.xlsx', header: header.slice(1), rows: registryRows(line()) }, employer)
      .catch((thrown: unknown) => thrown)
    expect(error)
      .to.deep.include({ code: 'recognitionBatches.header-missing' })
      .and.have.nested.property('details.columns', '姓名')
  })
})
