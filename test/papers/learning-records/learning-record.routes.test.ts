import { expect } from 'chai'
import { LearningRecord } from '../../../src/papers/learning-records/learning-record.model.js'
import { CreditEntry } from '../../../src/papers/credit-entries/credit-entry.model.js'
import { DualCertificate } from '../../../src/papers/dual-certificates/dual-certificate.model.js'
import { Person } from '../../../src/registry/people/person.model.js'
import { saveInstitution } from '../../builders/certificate.js'
import { saveTrainee } from '../../builders/person-time.js'
import { appAs, Browser, saveActor } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

const pdf = Buffer.from('%PDF-1.4 a diploma')
const diploma = {
  kind: 'diploma',
  place: '雄安职业技术学院',
  title: '护理',
  education: '30',
  to: '2022-07-01',
  number: '201912345',
  office: 'organisation:org-1',
}

describe('additions to a learning account', function () {
  this.timeout(60_000)
  usesDatabase()
  let world: Awaited<ReturnType<typeof appAs>>
  let manager: Browser
  let personId: string
  const as = async (who: Parameters<typeof saveActor>[0]) => {
    const browser = new Browser(world.app)
    await browser.signIn((await saveActor(who)).username)
    return browser
  }
  before(async () => {
    await saveInstitution()
    personId = await saveTrainee({ birthOn: '2000-01-01' })
    await Person.updateOne({ _id: personId }, { $set: { organisationIds: ['org-1'], regions: ['130632'] } })
    world = await appAs({ role: 'trainee', personId })
    await world.services.policies.loadSeeds()
    manager = await as({ role: 'institution-manager', organisationId: 'org-1' })
  })
  const add = (fields: Record<string, string>, file: Buffer = pdf) =>
    world.browser.upload(
      '/me/records/new',
      'file',
      file.length > 0 ? [{ name: 'diploma.pdf', bytes: file }] : [],
      fields,
    )

  it('refuse what is missing or cannot be, say what to do, keep what was typed and write nothing', async () => {
    const tries: [Record<string, string>, Buffer, RegExp][] = [
      [{ ...diploma, place: '' }, pdf, /请填写毕业学校全称/],
      [{ ...diploma, education: '99' }, pdf, /请选择学历层次/],
      [{ ...diploma, to: '2031-07-01' }, pdf, /日期还没有到/],
      [{ ...diploma, office: 'organisation:org-9' }, pdf, /请选择由谁确认/],
      [diploma, Buffer.alloc(0), /请选择证明材料/],
      [diploma, Buffer.from('MZ not a paper'), /材料要是 PDF、JPG 或 PNG/],
    ]
    for (const [fields, file, message] of tries) {
      const answer = await add(fields, file)
      expect(answer.status).to.equal(422)
      expect(answer.text).to.match(message).and.to.include('护理')
    }
    expect(await LearningRecord.countDocuments()).to.equal(0)
  })

  it('wait for the institution that was asked, and are written down once', async () => {
    expect((await add(diploma)).status).to.equal(303)
    const second = await add({ ...diploma, title: '助产' })
    expect([second.status, /已经填报过了/.test(second.text)]).to.deep.equal([422, true])
    const account = await world.browser.post('/me/account')
    expect(account.status).to.equal(303)
    expect((await world.browser.get('/me/account')).text)
      .to.include('护理')
      .and.include('待确认')
    expect((await manager.get('/learning-records')).text).to.include('护理')
    expect((await manager.get('/home')).text).to.include('经历待确认')
  })

  it('are hidden from other institutions, other counties and other holders', async () => {
    const { _id } = (await LearningRecord.findOne().lean())!
    const other = await as({ role: 'institution-manager', organisationId: 'org-2' })
    expect((await other.get('/learning-records')).text).not.to.include('护理')
    expect((await other.get(`/learning-records/${_id}`)).status).to.equal(403)
    expect((await other.get(`/learning-records/${_id}/file`)).status).to.equal(403)
    const county = await as({ role: 'county-officer', region: '130629' })
    expect((await county.post(`/learning-records/${_id}/decide`, { act: 'confirm', version: '0' })).status).to.equal(
      403,
    )
    const stranger = await as({ role: 'trainee', personId: await saveTrainee() })
    expect([
      (await stranger.get(`/me/records/${_id}`)).status,
      (await stranger.get(`/me/records/${_id}/file`)).status,
      (await stranger.post(`/me/records/${_id}/withdraw`)).status,
    ]).to.deep.equal([404, 404, 404])
  })

  it('are returned with a reason, corrected, confirmed, and only then bring credits; the diploma counts for the double qualification', async () => {
    const { _id } = (await LearningRecord.findOne().lean())!
    const version = async () => String((await LearningRecord.findById(_id).lean<{ version: number }>())!.version)
    expect(
      (await manager.post(`/learning-records/${_id}/decide`, { act: 'return', version: await version() })).status,
    ).to.equal(422)
    expect(
      (
        await manager.post(`/learning-records/${_id}/decide`, {
          act: 'return',
          reasons: 'unreadable',
          version: await version(),
        })
      ).status,
    ).to.equal(303)
    expect((await world.browser.get(`/me/records/${_id}`)).text).to.include('材料看不清')
    expect(
      (
        await world.browser.upload(
          `/me/records/${_id}/edit`,
          'file',
          [{ name: 'd.pdf', bytes: Buffer.from('%PDF-1.4 better') }],
          { ...diploma, version: await version() },
        )
      ).status,
    ).to.equal(303)
    const stale = await manager.post(`/learning-records/${_id}/decide`, { act: 'confirm', version: '0' })
    expect(stale.status).to.equal(409)
    await deliverAll(world)
    expect(await CreditEntry.countDocuments()).to.equal(0)
    expect(
      (await manager.post(`/learning-records/${_id}/decide`, { act: 'confirm', version: await version() })).status,
    ).to.equal(303)
    await deliverAll(world)
    expect(
      (await CreditEntry.find({ personId }).lean()).map(({ kind, hundredths, grade }) => [kind, hundredths, grade]),
    ).to.deep.equal([['diploma', 3000, 'confirmed']])
    expect(await DualCertificate.findById(personId).lean()).to.include({ verdict: 'waiting', reason: 'no-certificate' })
  })

  it('lose their credits when the confirmation is taken back', async () => {
    const { _id, version } = (await LearningRecord.findOne().lean<{ _id: string; version: number }>())!
    expect(
      (await manager.post(`/learning-records/${_id}/cancel`, { text: '', version: String(version) })).status,
    ).to.equal(422)
    expect(
      (await manager.post(`/learning-records/${_id}/cancel`, { text: '经核实毕业证有误', version: String(version) }))
        .status,
    ).to.equal(303)
    await deliverAll(world)
    expect(
      (await CreditEntry.find({ personId }).sort({ serial: 1 }).lean()).map(({ hundredths, reason }) => [
        hundredths,
        reason,
      ]),
    ).to.deep.equal([
      [3000, undefined],
      [-3000, 'cancelled'],
    ])
    expect((await world.browser.get('/me/account/credits/2')).text)
      .to.include('确认已撤销')
      .and.include('样例')
    expect((await world.browser.get('/me/account/credits/9')).status).to.equal(404)
  })
})
