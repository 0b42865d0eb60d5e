import { expect } from 'chai'
import { OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import { Task } from '../../../src/office/tasks/task.model.js'
import { CertificateBatch, CertificateChunk } from '../../../src/papers/certificate-batches/certificate-batch.model.js'
import { certificateBatchQueries } from '../../../src/papers/certificate-batches/certificate-batch.queries.js'
import { createCertificateIssueService } from '../../../src/papers/certificate-issue/certificate-issue.service.js'
import { createIssuerOf } from '../../../src/papers/course-run-papers/course-run-issuer.js'
import { createCourseRunSource } from '../../../src/papers/course-run-papers/course-run-source.js'
import {
  CertificateNumber,
  CertificateSeries,
  NumberBlock,
} from '../../../src/papers/certificate-numbers/certificate-number.model.js'
import { numberOf } from '../../../src/papers/certificate-numbers/certificate-number.rules.js'
import { Certificate } from '../../../src/papers/certificates/certificate.model.js'
import { Organisation } from '../../../src/registry/organisations/organisation.model.js'
import { licenceVerdict } from '../../../src/registry/organisations/organisation.rules.js'
import { Person } from '../../../src/registry/people/person.model.js'
import { Enrolment } from '../../../src/training/enrolments/enrolment.model.js'
import {
  administrator,
  bodyClerk,
  institutionClerk,
  issueRun,
  saveBody,
  saveHolder,
  saveInstitution,
  saveRunOf,
} from '../../builders/certificate.js'
import { saveCompletion } from '../../builders/person-time.js'
import { makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

const level = (courseRunId: string, issuedOn = '2022-03-25') => ({
  sourceId: courseRunId,
  family: 'level' as const,
  issuedOn,
})
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  )
const batchOf = async (courseRunId: string) => (await certificateBatchQueries.ofSource(courseRunId))[0]!

describe('issuing certificates for a run', () => {
  usesDatabase()
  before(async () => {
    await saveBody()
    await saveInstitution()
    await makeServices().services.policies.loadSeeds()
  })

  it('gives everybody who completed a numbered paper that is stored, and counts: requested = issued + refused', async () => {
    const app = makeServices()
    const { runId, people } = await saveRunOf(['安小荷', '𠮷小苇', '阿卜杜热西提·买买提吐尔逊·伊敏江尼'])
    const certificates = await issueRun(app, runId)
    expect(certificates.map(({ holderName }) => holderName)).to.have.members([
      '安小荷',
      '𠮷小苇',
      '阿卜杜热西提·买买提吐尔逊·伊敏江尼',
    ])
    for (const one of certificates) {
      expect(one.number).to.match(/^S000013000001225\d{6}$/)
      expect((await app.infra.files.get(one.fileSha256)).bytes.subarray(0, 5).toString()).to.equal('%PDF-')
      expect(
        await CertificateNumber.countDocuments({ _id: one.number, state: 'used', certificateId: one._id }),
      ).to.equal(1)
      expect(await Enrolment.countDocuments({ _id: one.lineId, certificateId: one._id })).to.equal(1)
    }
    const batch = await batchOf(runId)
    expect([batch.total, batch.counts.issued, batch.counts.refused, batch.state]).to.deep.equal([
      people.length,
      3,
      0,
      'done',
    ])
    expect((await Task.findById(batch.taskId).lean())?.state).to.equal('done')
    expect(await OutboxRow.countDocuments({ type: 'person-times.settle-run', 'payload.courseRunId': runId })).to.equal(
      1,
    )
  })

  it('refuses single holders with the reason, and issues the others', async () => {
    const app = makeServices()
    const { runId } = await saveRunOf(['安小荷', '安\u{10FFFD}荷', '长'.repeat(50)])
    const withoutPhoto = await saveHolder({ photographed: false, name: '无照片' })
    await saveCompletion(runId, withoutPhoto, { personName: '无照片' })
    expect(await issueRun(app, runId)).to.have.length(1)
    const batch = await batchOf(runId)
    expect([batch.total, batch.counts.issued, batch.counts.refused]).to.deep.equal([4, 1, 3])
    const refusals = await certificateBatchQueries.refusals(String(batch._id))
    expect(Object.fromEntries(refusals.map(({ personName, code }) => [[...personName!][1], code]))).to.deep.equal({
      '\u{10FFFD}': 'character-missing',
      长: 'does-not-fit',
      照: 'photo-missing',
    })
    expect(refusals.find(({ code }) => code === 'character-missing')!.details).to.include({
      codePoint: 'U+10FFFD',
      field: 'name',
    })
    expect(await CertificateNumber.countDocuments({ holder: new RegExp(`^${batch._id}:`) })).to.equal(1)
    expect(await NumberBlock.countDocuments({ state: 'held' })).to.equal(0)
  })

  it('issues to those who were mended, and to nobody twice', async () => {
    const app = makeServices()
    const { runId, people } = await saveRunOf(2)
    await Person.updateOne({ _id: people[0] }, { $unset: { photoFile: 1 } })
    expect(await issueRun(app, runId)).to.have.length(1)
    await Person.updateOne(
      { _id: people[0] },
      { $set: { photoFile: (await Person.findById(people[1]).lean())!.photoFile } },
    )
    expect(await issueRun(app, runId)).to.have.length(2)
    expect(await codeOf(app.services.certificateIssue.startBatch(level(runId), administrator))).to.equal(
      'certificateBatches.nobody-waits',
    )
  })

  it('has one effect, when a chunk is delivered twice and at the same time', async () => {
    const app = makeServices()
    const { runId } = await saveRunOf(5)
    const { batchId } = await app.services.certificateIssue.startBatch(level(runId), administrator)
    await Promise.all([1, 2, 3].map(() => app.services.certificateIssue.issueChunk(batchId, 0)))
    await app.services.certificateIssue.issueChunk(batchId, 0)
    expect(await Certificate.countDocuments({ sourceId: runId })).to.equal(5)
    expect(await CertificateNumber.countDocuments({ holder: `${batchId}:0`, state: 'used' })).to.equal(5)
    expect((await batchOf(runId)).counts).to.include({ issued: 5, refused: 0, waiting: 0 })
  })

  it('takes the same numbers again, when the worker dies between reserving and storing', async () => {
    const { services, infra } = makeServices()
    const { runId } = await saveRunOf(3)
    const { batchId } = await services.certificateIssue.startBatch(level(runId), administrator)
    const sources = {
      apprenticeship: async () => undefined,
      competition: async () => undefined,
      recognition: async () => undefined,
      'course-run': createCourseRunSource({ ...infra, issuerOf: createIssuerOf({ ...services, licenceVerdict }) }),
    }
    const dying = { ...infra.files, putMany: () => Promise.reject(new Error('killed')) }
    const halfway = createCertificateIssueService({ ...infra, ...services, sources, files: dying })
    expect(await codeOf(halfway.issueChunk(batchId, 0))).to.equal('killed')
    const [block] = await NumberBlock.find({ holder: `${batchId}:0`, state: 'held' }).lean()
    expect(block!.count).to.equal(3)
    expect(await Certificate.countDocuments({ sourceId: runId })).to.equal(0)
    await services.certificateIssue.issueChunk(batchId, 0)
    expect((await Certificate.find({ sourceId: runId }).distinct('number')).sort()).to.deep.equal(
      [0, 1, 2].map((i) => numberOf(block!.series, block!.first + i)),
    )
    expect(await CertificateNumber.countDocuments({ holder: `${batchId}:0` })).to.equal(3)
  })

  it('lets one of two batches of the same run through', async () => {
    const { services } = makeServices()
    const { runId } = await saveRunOf(2)
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => codeOf(services.certificateIssue.startBatch(level(runId), administrator))),
    )
    expect(outcomes.sort()).to.deep.equal(['certificateBatches.batch-runs', 'certificateBatches.batch-runs', 'done'])
    expect(await CertificateBatch.countDocuments({ sourceId: runId })).to.equal(1)
  })

  it('ends a batch that cannot go on, and leaves the others for the next', async () => {
    const app = makeServices()
    const { runId } = await saveRunOf(2)
    const { batchId } = await app.services.certificateIssue.startBatch(level(runId), administrator)
    expect(await codeOf(app.services.certificateIssue.stopBatch(batchId, institutionClerk))).to.equal('not-yours')
    await app.services.certificateIssue.stopBatch(batchId, bodyClerk)
    await app.services.certificateIssue.issueChunk(batchId, 0)
    expect((await batchOf(runId)).counts).to.include({ issued: 0, refused: 0, notDone: 2 })
    expect(await issueRun(app, runId)).to.have.length(2)
  })
})

describe('who issues, and from which series', () => {
  usesDatabase()
  before(async () => {
    await saveBody()
    await saveInstitution()
    await makeServices().services.policies.loadSeeds()
  })

  it('is the institution for completion certificates, by the dated pattern', async () => {
    const { runId } = await saveRunOf(2)
    const certificates = await issueRun(makeServices(), runId, 'completion')
    expect(certificates.map(({ number }) => number)).to.deep.equal(['XA-PX-2022-000001', 'XA-PX-2022-000002'])
    expect(certificates[0]!.organisationId).to.equal('org-1')
    expect(await Enrolment.countDocuments({ courseRunId: runId, certificateId: { $ne: null } })).to.equal(0)
  })

  it('is forbidden to those who are not the issuer', async () => {
    const { services } = makeServices()
    const { runId } = await saveRunOf(1)
    expect(await codeOf(services.certificateIssue.startBatch(level(runId), institutionClerk))).to.equal('not-yours')
    expect(
      await codeOf(services.certificateIssue.startBatch({ ...level(runId), family: 'completion' }, bodyClerk)),
    ).to.equal('not-yours')
    expect(await codeOf(services.certificateIssue.startBatch(level(runId), bodyClerk))).to.equal('done')
  })

  it('follows the New Year of Shanghai', async () => {
    const app = makeServices({ now: '2022-12-31T16:30:00Z' })
    const { runId } = await saveRunOf(1)
    const [certificate] = await issueRun(app, runId, 'level', '2023-01-01')
    expect(certificate!.number).to.equal('S000013000001235000001')
    expect(await codeOf(app.services.certificateIssue.startBatch(level(runId, '2023-01-02'), administrator))).to.equal(
      'certificateBatches.issue-day-late',
    )
  })

  it('refuses those for whom the series has no number left', async () => {
    await CertificateSeries.create([{ _id: 'S000013000001213', last: 999_998 }])
    const { runId } = await saveRunOf(2, { course: { level: 4 }, closedOn: '2021-12-30' })
    expect(await issueRun(makeServices(), runId, 'level', '2021-12-31')).to.have.length(1)
    const batch = await batchOf(runId)
    expect((await certificateBatchQueries.refusals(String(batch._id))).map(({ code }) => code)).to.deep.equal([
      'series-full',
    ])
  })

  it('refuses everybody with the reason, when the body loses its licence before the job runs', async () => {
    const app = makeServices()
    const { runId } = await saveRunOf(2)
    const { batchId } = await app.services.certificateIssue.startBatch(level(runId), administrator)
    await Organisation.updateOne({ _id: 'body-1' }, { $set: { state: 'suspended' } })
    await deliverAll(app, 'certificates.issue-chunk')
    await Organisation.updateOne({ _id: 'body-1' }, { $set: { state: 'approved' } })
    expect((await certificateBatchQueries.refusals(batchId)).map(({ code }) => code)).to.deep.equal([
      'body-not-licensed',
      'body-not-licensed',
    ])
    expect((await CertificateChunk.findById(`${batchId}:0`).lean())?.state).to.equal('done')
  })
})
