import { expect } from 'chai'
import { Message } from '../../../src/office/notifications/notification.model.js'
import {
  Recognition,
  RecognitionClaim,
  type RecognitionRecord,
} from '../../../src/papers/recognitions/recognition.model.js'
import { SourceCheck } from '../../../src/papers/source-checks/source-check.model.js'
import { AgreementVersion } from '../../../src/papers/recognition-agreements/agreement.model.js'
import { OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import {
  anApplication,
  carer,
  checker,
  employer,
  jpeg,
  maker,
  officer,
  receiveRegister,
  registryTexts,
  saveAgreement,
  saveSender,
} from '../../builders/recognition.js'
import { makeServices, saveActor } from '../../support/app.js'
import { empty, usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

const get = async (id: string) => (await Recognition.findById(id).lean<RecognitionRecord>())!
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )
const agrees = { place: 'jndj.osta.org.cn', result: 'agrees' as const, fields: [], picture: jpeg }

describe('recognitions', () => {
  usesDatabase()
  let now = '2022-11-23T02:00:00Z'
  const world = makeServices({ now: () => new Date(now) })
  const { services } = world
  const { recognitions, agreements } = services
  let sender: Awaited<ReturnType<typeof saveSender>>
  before(async () => {
    await services.policies.loadSeeds()
    await services.occupations.loadSeeds()
    await saveAgreement(services)
    sender = await saveSender(services)
  })
  beforeEach(() => void (now = '2022-11-23T02:00:00Z'))
  afterEach(() =>
    empty(
      'recognitions',
      'recognition-claims',
      'recognition-reliances',
      'source-checks',
      'outbox',
      'messages',
      'notifications',
      'source-entries',
      'source-registers',
      'source-register-lines',
    ),
  )

  /** A case in force, verified by looking. */
  async function granted(application = anApplication()): Promise<string> {
    const id = await recognitions.apply(application, employer)
    await recognitions.accept(id, officer)
    await recognitions.lookUp(id, agrees, officer)
    await recognitions.compare(id, { bodyNotFiled: false }, officer)
    await recognitions.decide(id, { granted: true, reasons: [] }, checker)
    return id
  }

  it('lead from application to force, with the table and its version kept', async () => {
    const one = await get(await granted())
    expect(one.state).to.equal('in-force')
    expect(one.effects).to.deep.equal(['post', 'next-level', 'competition', 'credits', 'talent-statistics'])
    expect(one.equivalence).to.include({ version: 1, number: '京津雄人社协〔2022〕1号' })
    expect((one.timeline ?? []).map(({ act }) => act)).to.deep.equal([
      'applied',
      'accepted',
      'check-agrees',
      'compared',
      'granted',
    ])
  })

  it('bar the same paper of the same person, and say which case has it, two at once as well', async () => {
    const application = anApplication()
    const first = await get(await recognitions.apply(application, employer))
    const error = await recognitions.apply(application, officer).catch((thrown: unknown) => thrown)
    expect(error)
      .to.deep.include({ code: 'recognitions.duplicate' })
      .and.have.nested.property('details.number', first.number)
    const other = anApplication()
    const both = await Promise.all([1, 2, 3].map(() => codeOf(recognitions.apply(other, employer))))
    expect(both.sort()).to.deep.equal(['done', 'recognitions.duplicate', 'recognitions.duplicate'])
    expect(await RecognitionClaim.countDocuments()).to.equal(2)
  })

  it('let a withdrawn paper be applied for again', async () => {
    const application = anApplication()
    const id = await recognitions.apply(application, employer)
    await recognitions.withdraw(id, '填错了', employer)
    expect(await codeOf(recognitions.apply(application, employer))).to.equal('done')
  })

  it('are decided by a second person', async () => {
    const id = await recognitions.apply(anApplication(), employer)
    await recognitions.accept(id, maker)
    await recognitions.lookUp(id, agrees, maker)
    await recognitions.compare(id, { bodyNotFiled: false }, maker)
    expect(await codeOf(recognitions.decide(id, { granted: true, reasons: [] }, maker))).to.equal('maker-is-checker')
    expect((await get(id)).state).to.equal('compared')
  })

  it('are verified at once by a register that has the paper', async () => {
    const application = anApplication()
    await receiveRegister(services, sender, registryTexts(application))
    await deliverAll(world)
    const id = await recognitions.apply(application, employer)
    await recognitions.accept(id, officer)
    expect(await get(id)).to.include({ state: 'checked', checkResult: 'agrees' })
  })

  it('wait when the source has not the paper yet, are asked again by schedule, and never called false', async () => {
    const application = anApplication()
    const id = await recognitions.apply(application, employer)
    await recognitions.accept(id, officer)
    await recognitions.lookUp(id, { ...agrees, result: 'not-found' }, officer)
    expect(await get(id)).to.include({ state: 'waiting', nextCheckOn: '2022-11-30' })
    expect(await codeOf(recognitions.compare(id, { bodyNotFiled: false }, officer))).to.equal(
      'recognitions.waits-longer',
    )
    now = '2022-11-29T02:00:00Z'
    await recognitions.askDue()
    expect((await get(id)).nextCheckOn).to.equal('2022-11-30')
    now = '2022-11-30T02:00:00Z'
    await recognitions.askDue()
    await recognitions.askDue()
    const once = await get(id)
    expect(once.nextCheckOn).to.equal('2022-12-07')
    expect((once.timeline ?? []).filter(({ act }) => act === 'recheck-due').length).to.equal(1)
    await receiveRegister(services, sender, registryTexts(application))
    await deliverAll(world)
    expect(await get(id)).to.include({ state: 'checked', checkResult: 'agrees' })
  })

  it('are flagged when a later register revokes the source: holder and relying employers are told, once', async () => {
    const application = anApplication()
    const id = await granted(application)
    const { number, personId } = await get(id)
    const holder = await saveActor({ role: 'trainee', personId })
    const other = await saveActor({
      role: 'enterprise',
      organisationId: 'employer-2',
      organisationName: '容城云帆公司',
    })
    await recognitions.rely({ number, name: '苇明远', purpose: '养老护理员岗位' }, other)
    await receiveRegister(services, sender, registryTexts(application, { status: '撤销', statusOn: '2022-11-20' }))
    await deliverAll(world)
    // The bell rings twice: every row is delivered once more.
    await OutboxRow.updateMany(
      {},
      { $set: { state: 'pending', attempts: 0 }, $unset: { leaseToken: 1, leaseUntil: 1 } },
    )
    await deliverAll(world)
    const one = await get(id)
    expect(one).to.include({ state: 'flagged', flaggedOn: '2022-11-23' })
    expect((one.timeline ?? []).filter(({ act }) => act === 'check-revoked').length).to.equal(1)
    expect(await SourceCheck.countDocuments({ caseId: id, kind: 'register' })).to.equal(1)
    expect([
      await Message.countDocuments({ accountId: holder.id, key: 'recognitions.newsFlagged' }),
      await Message.countDocuments({ accountId: other.id, key: 'recognitions.newsFlaggedEmployer' }),
    ]).to.deep.equal([1, 1])
  })

  it('are restored only when the source agrees again, and revoked otherwise', async () => {
    const id = await granted()
    await recognitions.lookUp(id, { ...agrees, result: 'revoked' }, officer)
    expect(await codeOf(recognitions.restore(id, '来源地恢复', checker))).to.equal('recognitions.source-still-ended')
    await recognitions.lookUp(id, agrees, officer)
    await recognitions.restore(id, '来源地恢复', checker)
    expect((await get(id)).state).to.equal('in-force')
    await recognitions.lookUp(id, { ...agrees, result: 'revoked' }, officer)
    await recognitions.revoke(id, '来源地撤销', checker)
    expect(await get(id)).to.include({ state: 'revoked', endedOn: '2022-11-23' })
  })

  it('keep the version of the table that they used when a new one is published', async () => {
    const id = await granted()
    const { equivalence } = await get(id)
    const agreementId = equivalence!.agreementId!
    await agreements.revise(agreementId, '2022-11-23', maker)
    await agreements.addRows(
      agreementId,
      {
        object: 'certificate',
        region: '110000',
        family: 'level-certificate',
        occupationId: carer,
        levels: [4],
        effects: ['post'],
      },
      maker,
    )
    await agreements.propose(agreementId, maker)
    await agreements.publish(agreementId, checker)
    expect((await get(id)).equivalence).to.deep.equal(equivalence)
    expect((await get(await granted())).effects).to.deep.equal(['post'])
    await AgreementVersion.deleteOne({ _id: `${agreementId}:2` })
  })

  it('need a picture for a look-up', async () => {
    const id = await recognitions.apply(anApplication(), employer)
    await recognitions.accept(id, officer)
    expect([
      await codeOf(recognitions.lookUp(id, { ...agrees, picture: undefined as never }, officer)),
      await codeOf(recognitions.lookUp(id, { ...agrees, picture: Buffer.from('GIF89a') }, officer)),
    ]).to.deep.equal(['recognitions.evidence-missing', 'recognitions.evidence-kind'])
    expect(await SourceCheck.countDocuments()).to.equal(0)
  })

  it('answer a wrong name like a wrong number when an employer registers its reliance', async () => {
    const { number } = await get(await granted())
    expect([
      await codeOf(recognitions.rely({ number, name: '别人', purpose: '岗位' }, employer)),
      await codeOf(recognitions.rely({ number: 'XA-HS-2022-9999', name: '苇明远', purpose: '岗位' }, employer)),
    ]).to.deep.equal(['recognitions.reliance-none', 'recognitions.reliance-none'])
  })
})
