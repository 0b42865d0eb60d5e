import { expect } from 'chai'
import { Notification } from '../../../src/office/notifications/notification.model.js'
import { OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import { Certificate } from '../../../src/papers/certificates/certificate.model.js'
import { CreditEntry } from '../../../src/papers/credit-entries/credit-entry.model.js'
import { LearningAccount, LearningAccountNumber } from '../../../src/papers/learning-accounts/learning-account.model.js'
import { Person } from '../../../src/registry/people/person.model.js'
import { CourseRun } from '../../../src/training/course-runs/course-run.model.js'
import { Enrolment } from '../../../src/training/enrolments/enrolment.model.js'
import { administrator, bodyClerk, issueRun, saveBody, saveInstitution, saveRunOf } from '../../builders/certificate.js'
import { makeServices } from '../../support/app.js'
import { empty, usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

const at = '2022-11-23T06:05:00Z'
const collections = [
  'people',
  'enrolments',
  'course-runs',
  'certificates',
  'certificate-batches',
  'certificate-chunks',
  'certificate-batch-turns',
  'credit-entries',
  'learning-accounts',
  'learning-account-numbers',
  'dual-certificates',
  'outbox',
  'effects',
  'organisations',
]
const ledger = async (personId: string) =>
  (await CreditEntry.find({ personId }).sort({ serial: 1 }).lean()).map(({ serial, act, kind, hundredths, reason }) => [
    serial,
    act,
    kind,
    hundredths,
    ...(reason ? [reason] : []),
  ])
const again = () => OutboxRow.updateMany({ type: /^credits\./ }, { $set: { state: 'pending', attempts: 0 } })

describe('learning accounts', function () {
  this.timeout(60_000)
  usesDatabase()
  const world = makeServices({ now: at })
  const { services } = world
  beforeEach(async () => {
    await empty(...collections)
    await services.policies.loadSeeds()
    await saveBody()
    await saveInstitution()
  })

  it('are opened by the first result and book course and certificate, each once, though every job comes twice', async () => {
    const {
      runId,
      people: [person],
    } = await saveRunOf(1)
    await issueRun(world, runId)
    await services.learningAccounts.settleRun(runId)
    await deliverAll(world)
    const once = await ledger(person!)
    expect(once).to.deep.equal([
      [1, 'earned', 'course', 737],
      [2, 'earned', 'level-certificate', 1200],
    ])
    await again()
    await deliverAll(world)
    expect(await ledger(person!)).to.deep.equal(once)
    expect(await LearningAccount.findById(person).lean()).to.include({
      entries: 2,
      openedBy: 'first-result',
      openedOn: '2022-11-23',
    })
    expect(await LearningAccountNumber.countDocuments({ personId: person })).to.equal(1)
  })

  it('are one account with one set of entries when many settle the same person at once', async () => {
    const {
      runId,
      people: [person],
    } = await saveRunOf(1)
    await Promise.all(Array.from({ length: 6 }, () => services.learningAccounts.settleRun(runId)))
    expect(await ledger(person!)).to.deep.equal([[1, 'earned', 'course', 737]])
    expect(await LearningAccountNumber.countDocuments({ personId: person })).to.equal(1)
  })

  it('reverse a revoked certificate by a negative entry, and earn it anew when the revocation is lifted', async () => {
    const {
      runId,
      people: [person],
    } = await saveRunOf(1)
    const [certificate] = await issueRun(world, runId)
    await deliverAll(world)
    await services.accounts.create({
      username: 'holder1',
      name: '安小荷',
      role: 'trainee',
      password: 'baiyangdian-1901',
      personId: person!,
    })
    await services.certificates.revoke(
      String(certificate!._id),
      { reason: 'wrong-result', note: '成绩有误' },
      bodyClerk,
    )
    await deliverAll(world)
    await again()
    await deliverAll(world)
    expect(await ledger(person!)).to.deep.equal([
      [1, 'earned', 'course', 737],
      [2, 'earned', 'level-certificate', 1200],
      [3, 'reversed', 'level-certificate', -1200, 'paper-revoked'],
    ])
    const told = await Notification.find({ key: 'learningAccounts.toldReversed' }).lean()
    expect(told.map(({ params }) => (params as { credits: string }).credits)).to.deep.equal(['12.00'])
    await services.certificates.reissue(
      String(certificate!._id),
      { reason: 'revocation-lifted', note: '复核后恢复' },
      administrator,
    )
    await deliverAll(world)
    expect((await ledger(person!)).at(-1)).to.deep.equal([4, 'earned', 'level-certificate', 1200])
    expect(await services.creditRecounts.faults()).to.equal(0)
  })

  it('carry on under a corrected paper without any new entry', async () => {
    const {
      runId,
      people: [person],
    } = await saveRunOf(1)
    const [certificate] = await issueRun(world, runId)
    await deliverAll(world)
    await Person.updateOne({ _id: person }, { $set: { name: '安小禾' } })
    await services.certificates.reissue(
      String(certificate!._id),
      { reason: 'holder-corrected', note: '姓名更正' },
      bodyClerk,
    )
    await deliverAll(world)
    expect(await Certificate.countDocuments({ personId: person })).to.equal(2)
    expect((await ledger(person!)).length).to.equal(2)
  })

  it('take back a course whose completion certificate was revoked, or whose run was withdrawn', async () => {
    const {
      runId,
      people: [first, second],
    } = await saveRunOf(2, { course: { certificateFamily: 'completion' } })
    const papers = await issueRun(world, runId, 'completion')
    await deliverAll(world)
    const own = papers.find(({ personId }) => personId === first)!
    await services.certificates.revoke(String(own._id), { reason: 'wrong-result', note: '成绩有误' }, administrator)
    await deliverAll(world)
    expect([(await ledger(first!)).at(-1), (await ledger(second!)).at(-1)]).to.deep.equal([
      [2, 'reversed', 'course', -737, 'paper-revoked'],
      [1, 'earned', 'course', 737],
    ])
    await CourseRun.updateOne({ _id: runId }, { $set: { state: 'withdrawn' } })
    await services.learningAccounts.settleRun(runId)
    expect((await ledger(second!)).at(-1)).to.deep.equal([2, 'reversed', 'course', -737, 'run-withdrawn'])
  })

  it('are judged again when a dated figure is added, and a recount then finds nothing', async () => {
    const {
      runId,
      people: [person],
    } = await saveRunOf(1)
    await services.learningAccounts.settleRun(runId)
    await services.policies.add(
      {
        key: 'credit.hours-per-credit',
        value: 20,
        from: '2022-01-01',
        clause: '样例：每 20 学时 1 学分',
        sample: true,
      },
      'test',
    )
    expect(await services.creditRecounts.rebuild({ repair: false })).to.deep.equal({ people: 1, differences: 2 })
    await deliverAll(world)
    expect((await ledger(person!)).slice(1)).to.deep.equal([
      [2, 'reversed', 'course', -737, 'rule-changed'],
      [3, 'earned', 'course', 590],
    ])
    expect(await services.creditRecounts.faults()).to.equal(0)
  })

  it('show what somebody changed behind the ledger', async () => {
    const {
      runId,
      people: [person],
    } = await saveRunOf(1)
    await services.learningAccounts.settleRun(runId)
    await Enrolment.updateOne({ personId: person }, { $set: { completed: false } })
    await CreditEntry.updateOne({ personId: person }, { $set: { serial: 7 } })
    expect(await services.creditRecounts.faults()).to.equal(2)
    await CreditEntry.updateOne({ personId: person }, { $set: { serial: 1 } })
    expect(await services.creditRecounts.rebuild()).to.deep.equal({ people: 1, differences: 1 })
    expect(await services.creditRecounts.faults()).to.equal(0)
  })
})
