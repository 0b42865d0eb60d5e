import { expect } from 'chai'
import { OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import { Message } from '../../../src/office/notifications/notification.model.js'
import { CertificateNumber } from '../../../src/papers/certificate-numbers/certificate-number.model.js'
import { Certificate, type CertificateRecord } from '../../../src/papers/certificates/certificate.model.js'
import { certificateStatesOf } from '../../../src/papers/certificate-standing/certificate-states.queries.js'
import { certificateQueries } from '../../../src/papers/certificates/certificate.queries.js'
import { Person } from '../../../src/registry/people/person.model.js'
import { Enrolment } from '../../../src/training/enrolments/enrolment.model.js'
import {
  administrator,
  bodyClerk,
  institutionClerk,
  issueRun,
  saveBody,
  saveInstitution,
  saveRunOf,
} from '../../builders/certificate.js'
import { makeServices, saveActor } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  )
const revocation = { reason: 'wrong-result' as const, document: '雄技撤〔2022〕3号', note: '复核为 51.5' }
const correction = { reason: 'holder-corrected' as const, note: '身份证核对' }

describe('changing a certificate', () => {
  usesDatabase()
  const app = makeServices()
  const { certificates } = app.services
  before(async () => {
    await saveBody()
    await saveInstitution()
    await app.services.policies.loadSeeds()
  })
  const fresh = async (name = '安小荷'): Promise<CertificateRecord & { id: string }> => {
    const [certificate] = await issueRun(app, (await saveRunOf([name])).runId)
    return { ...certificate!, id: String(certificate!._id) }
  }
  const settlements = (courseRunId: string | null | undefined) =>
    OutboxRow.countDocuments({ type: 'person-times.settle-run', 'payload.courseRunId': courseRunId })

  it('revokes once, tells the holder and settles the person-times', async () => {
    const { id, personId, sourceId: courseRunId } = await fresh()
    const holder = await saveActor({ role: 'trainee', personId })
    const before = await settlements(courseRunId)
    await certificates.revoke(id, revocation, bodyClerk)
    const after = await certificates.get(id)
    expect([after.state, after.revokedOn, after.revokedReason, after.revokedDocument, after.revokedNote]).to.deep.equal(
      ['revoked', '2022-11-23', 'wrong-result', '雄技撤〔2022〕3号', '复核为 51.5'],
    )
    expect(after.timeline!.map(({ act, byName }) => [act, byName])).to.deep.equal([
      ['issued', '周明澜'],
      ['revoked', '韩评价'],
    ])
    expect(await settlements(courseRunId)).to.equal(before + 1)
    expect(await Enrolment.countDocuments({ courseRunId, certificateId: { $ne: null } })).to.equal(0)
    await deliverAll(app, 'notifications.send')
    expect((await Message.findOne({ accountId: holder.id }).lean())?.key).to.equal('certificates.toldRevoked')
    expect(await codeOf(certificates.revoke(id, revocation, bodyClerk))).to.equal('certificates.already-revoked')
  })

  it('suspends and lifts, tells the holder both times and leaves number and line as they were', async () => {
    const { id, personId, number, sourceId: courseRunId } = await fresh()
    const holder = await saveActor({ role: 'trainee', personId })
    const before = await settlements(courseRunId)
    await certificates.hold(id, 'suspend', '成绩复核', bodyClerk)
    expect([
      (await certificates.get(id)).state,
      await codeOf(certificates.hold(id, 'suspend', 'x', bodyClerk)),
      await codeOf(certificates.hold(id, 'resume', 'x', institutionClerk)),
    ]).to.deep.equal(['suspended', 'certificates.already-suspended', 'not-yours'])
    expect((await certificateStatesOf([id])).has(id)).to.equal(false)
    await certificates.hold(id, 'resume', '成绩无误', administrator)
    const after = await certificates.get(id)
    expect([after.state, after.number, after.timeline!.map(({ act, note }) => [act, note])]).to.deep.equal([
      'issued',
      number,
      [
        ['issued', undefined],
        ['suspended', '成绩复核'],
        ['resumed', '成绩无误'],
      ],
    ])
    expect(await settlements(courseRunId)).to.equal(before + 2)
    expect(await Enrolment.countDocuments({ courseRunId, certificateId: id })).to.equal(1)
    await deliverAll(app, 'notifications.send')
    expect(
      (await Message.find({ accountId: holder.id }).sort({ _id: 1 }).lean()).map(({ key }) => key),
    ).to.have.members(['certificates.told-suspended', 'certificates.told-resumed'])
  })

  it('lets nobody but the issuer and an administrator revoke or replace', async () => {
    const { id } = await fresh()
    expect(await codeOf(certificates.revoke(id, revocation, institutionClerk))).to.equal('not-yours')
    expect(await codeOf(certificates.reissue(id, correction, institutionClerk))).to.equal('not-yours')
    expect(await codeOf(certificates.revoke('6b0000000000000000000000', revocation, administrator))).to.equal(
      'not-found',
    )
  })

  it('revokes once, when two do it at the same time', async () => {
    const { id } = await fresh()
    const outcomes = await Promise.all([1, 2].map(() => codeOf(certificates.revoke(id, revocation, administrator))))
    expect(outcomes.filter((code) => code === 'done')).to.have.length(1)
    expect((await certificates.get(id)).timeline!.filter(({ act }) => act === 'revoked')).to.have.length(1)
  })

  it('replaces a paper whose facts were corrected; a chain of three is found from any member', async () => {
    const { id, personId, lineId: enrolmentId } = await fresh('安小河')
    await Person.updateOne({ _id: personId }, { $set: { name: '安小荷' } })
    const second = await certificates.reissue(id, correction, bodyClerk)
    await Person.updateOne({ _id: personId }, { $set: { name: '安晓荷' } })
    const third = await certificates.reissue(second, correction, administrator)
    for (const one of [id, second, third]) {
      expect(
        (await certificateQueries.chain(await certificates.get(one))).map(({ _id, holderName, state }) => [
          String(_id),
          holderName,
          state,
        ]),
      ).to.deep.equal([
        [id, '安小河', 'superseded'],
        [second, '安小荷', 'superseded'],
        [third, '安晓荷', 'issued'],
      ])
    }
    expect((await Enrolment.findById(enrolmentId).lean())?.certificateId).to.equal(third)
    expect(await CertificateNumber.countDocuments({ holder: /^reissue:/, state: { $ne: 'used' } })).to.equal(0)
    expect(await codeOf(certificates.reissue(id, correction, administrator))).to.equal('certificates.already-replaced')
  })

  it('replaces once, when two do it at the same time, and explains the number that was not needed', async () => {
    const { id, personId, sourceId: courseRunId } = await fresh()
    await Person.updateOne({ _id: personId }, { $set: { name: '安晓荷' } })
    const outcomes = await Promise.all([1, 2].map(() => codeOf(certificates.reissue(id, correction, administrator))))
    expect(outcomes.filter((code) => code === 'done')).to.have.length(1)
    expect(await Certificate.countDocuments({ sourceId: courseRunId })).to.equal(2)
    await app.services.numbers.voidForgotten()
    expect(await CertificateNumber.countDocuments({ holder: `reissue:${id}`, state: 'used' })).to.equal(1)
  })

  it('makes no new paper that would say the same: the same bytes are downloaded again', async () => {
    const certificate = await fresh()
    expect(await codeOf(certificates.reissue(certificate.id, correction, administrator))).to.equal(
      'certificates.nothing-changed',
    )
    const [first, again] = [
      await certificates.pdf(certificate),
      await certificates.pdf(await certificates.get(certificate.id)),
    ]
    expect(first.equals(again)).to.equal(true)
  })

  it('lifts a wrong revocation by a new paper, and leaves the old number void', async () => {
    const { id } = await fresh()
    await certificates.revoke(id, revocation, administrator)
    expect(await codeOf(certificates.reissue(id, { ...correction, reason: 'revocation-lifted' }, bodyClerk))).to.equal(
      'certificates.only-administrator',
    )
    const next = await certificates.reissue(id, { ...correction, reason: 'revocation-lifted' }, administrator)
    expect([(await certificates.get(id)).state, (await certificates.get(next)).state]).to.deep.equal([
      'superseded',
      'issued',
    ])
  })

  it('freezes the paper: a later change of the person changes neither facts nor picture', async () => {
    const certificate = await fresh('安小荷')
    const before = await certificates.picture(certificate)
    await Person.updateOne({ _id: certificate.personId }, { $set: { name: '别名' } })
    const after = await certificates.get(certificate.id)
    expect((after.paper as { holderName: string }).holderName).to.equal('安小荷')
    expect((await certificates.picture(after)).equals(before)).to.equal(true)
    expect(before.subarray(1, 4).toString()).to.equal('PNG')
  })
})
