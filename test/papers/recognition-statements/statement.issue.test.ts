import { expect } from 'chai'
import { sha256 } from '../../../src/infra/files.js'
import { CertificateNumber } from '../../../src/papers/certificate-numbers/certificate-number.model.js'
import { certificateQueries } from '../../../src/papers/certificates/certificate.queries.js'
import { certificateFaults } from '../../../src/papers/certificate-standing/certificate.checks.js'
import { Certificate, type CertificateRecord } from '../../../src/papers/certificates/certificate.model.js'
import { CreditEntry } from '../../../src/papers/credit-entries/credit-entry.model.js'
import { Recognition, type RecognitionRecord } from '../../../src/papers/recognitions/recognition.model.js'
import { anApplication, checker, employer, jpeg, maker, officer, saveAgreement } from '../../builders/recognition.js'
import { Browser, makeApp, saveActor } from '../../support/app.js'
import { empty, usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )

describe('the statement of recognition as a stored certificate', () => {
  usesDatabase()
  let app: ReturnType<typeof makeApp>
  before(async () => {
    app = makeApp()
    await app.services.policies.loadSeeds()
    await app.services.occupations.loadSeeds()
    await saveAgreement(app.services)
  })
  afterEach(() =>
    empty('recognitions', 'recognition-claims', 'source-checks', 'outbox', 'certificates', 'certificate-batch-turns'),
  )

  const get = async (id: string) => (await Recognition.findById(id).lean<RecognitionRecord>())!
  const papersOf = (id: string) => Certificate.find({ sourceId: id }).lean<CertificateRecord[]>()
  const ends = { place: 'osta', result: 'revoked' as const, fields: [], picture: jpeg }
  async function granted(): Promise<string> {
    const { recognitions } = app.services
    const id = await recognitions.apply(anApplication(), employer)
    await recognitions.accept(id, officer)
    await recognitions.lookUp(id, { ...ends, result: 'agrees' }, officer)
    await recognitions.compare(id, { bodyNotFiled: false }, officer)
    await recognitions.decide(id, { granted: true, reasons: [] }, checker)
    return id
  }
  const made = async (): Promise<string> => {
    const id = await granted()
    await deliverAll(app, 'certificates.issue-chunk')
    return id
  }

  it('is asked for by the decision and made once by the queue, however often that delivers', async () => {
    const id = await granted()
    expect(await papersOf(id)).to.deep.equal([])
    await deliverAll(app, 'certificates.issue-chunk')
    const [paper, ...more] = await papersOf(id)
    const { batchId } = paper!
    await app.services.certificateIssue.issueChunk(batchId!, 0)
    await Promise.all([0, 0].map((chunk) => app.services.certificateIssue.issueChunk(batchId!, chunk)))
    expect([more.length, (await papersOf(id)).length]).to.deep.equal([0, 1])
    expect((await get(id)).certificateId).to.equal(paper!._id)
    expect(paper!.number).to.match(/^XA-HR-2022-\d{6}$/)
    expect(await CertificateNumber.countDocuments({ certificateId: paper!._id, state: 'used' })).to.equal(1)
    const { bytes } = await app.infra.files.get(paper!.fileSha256)
    expect(sha256(bytes)).to.equal(paper!.fileSha256)
    expect(await certificateFaults({ ...app.infra, now: app.infra.clock.now() })).to.equal(0)
    expect(
      await codeOf(
        app.services.certificateIssue.startBatch(
          { kind: 'recognition', sourceId: id, family: 'statement', issuedOn: app.infra.clock.today() },
          checker,
        ),
      ),
    ).to.equal('certificateBatches.nobody-waits')
  })

  it('points at the source and is never one of the certificates issued here, nor a second reason for credits', async () => {
    const id = await made()
    const [paper] = await papersOf(id)
    const { source, personId } = await get(id)
    expect(paper!.paper).to.include({ sourceNumber: source.number, sourceIssuer: source.issuer, sourcePlace: '北京市' })
    expect([paper!.level, paper!.lineage]).to.deep.equal([undefined, undefined])
    const listed = (search: Parameters<typeof certificateQueries.list>[0]) =>
      certificateQueries.list(search, maker, 0, 10).then(({ total }) => total)
    expect([await listed({}), await listed({ month: paper!.issuedOn.slice(0, 7) })]).to.deep.equal([0, 0])
    expect([await listed({ family: 'statement' }), await listed({ personId })]).to.deep.equal([1, 1])
    await app.services.learningAccounts.open(personId, { ...maker, personId })
    await deliverAll(app)
    const earned = await CreditEntry.find({ personId, act: 'earned' }).lean()
    expect(earned.map(({ kind }) => kind)).to.deep.equal(['recognition'])
  })

  it('is shown to its holder, who downloads the very bytes that verification knows', async () => {
    const id = await made()
    const { personId, certificateId } = await get(id)
    const holder = await saveActor({ role: 'trainee', personId })
    const browser = new Browser(app.app)
    await browser.signIn(holder.username)
    expect((await browser.get('/me')).text).to.contain('京津雄互认说明')
    const [paper] = await papersOf(id)
    const own = await browser.get(`/me/certificates/${certificateId}/certificate.pdf`).buffer(true)
    expect(sha256(own.body as Buffer)).to.equal(paper!.fileSha256)
    const byCase = await browser.get(`/me/recognitions/${id}/statement.pdf`).buffer(true)
    expect(sha256(byCase.body as Buffer)).to.equal(paper!.fileSha256)
  })

  it('stands and falls with the recognition, with the reason, and not by itself', async () => {
    const { recognitions, certificates } = app.services
    const id = await made()
    const certificateId = (await get(id)).certificateId!
    const state = async () => (await certificates.get(certificateId)).state
    const by = { reason: 'other' as const, note: '手工' }
    expect(await codeOf(certificates.revoke(certificateId, by, maker))).to.equal('certificates.follows-its-source')
    expect(await codeOf(certificates.hold(certificateId, 'suspend', '手工', maker))).to.equal(
      'certificates.follows-its-source',
    )
    await recognitions.lookUp(id, ends, officer)
    expect(await state()).to.equal('suspended')
    await recognitions.lookUp(id, { ...ends, result: 'agrees' }, officer)
    await recognitions.restore(id, '来源地恢复', checker)
    expect(await state()).to.equal('issued')
    await recognitions.lookUp(id, ends, officer)
    await recognitions.revoke(id, '来源地撤销', checker)
    const { revokedReason, revokedOn } = await certificates.get(certificateId)
    expect([await state(), revokedReason, revokedOn]).to.deep.equal(['revoked', 'source-ended', '2022-11-23'])
    expect(
      await codeOf(certificates.reissue(certificateId, { reason: 'revocation-lifted', note: '' }, maker)),
    ).to.equal('certificates.follows-its-source')
  })

  it('is not made while its source is in question, and made when that is restored', async () => {
    const { recognitions } = app.services
    const id = await granted()
    await recognitions.lookUp(id, ends, officer)
    await deliverAll(app, 'certificates.issue-chunk')
    expect(await papersOf(id)).to.deep.equal([])
    await recognitions.lookUp(id, { ...ends, result: 'agrees' }, officer)
    await recognitions.restore(id, '来源地恢复', checker)
    await deliverAll(app, 'certificates.issue-chunk')
    expect((await papersOf(id)).map(({ state }) => state)).to.deep.equal(['issued'])
  })
})
