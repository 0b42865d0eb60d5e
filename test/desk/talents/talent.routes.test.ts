import { expect } from 'chai'
import { CreditEntry } from '../../../src/papers/credit-entries/credit-entry.model.js'
import { LearningAccount } from '../../../src/papers/learning-accounts/learning-account.model.js'
import { Recognition } from '../../../src/papers/recognitions/recognition.model.js'
import { Person } from '../../../src/registry/people/person.model.js'
import { issueRun, saveBody, saveInstitution, saveRunOf } from '../../builders/certificate.js'
import { appAs, Browser, saveActor } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

/** A case in force, as the room of recognitions leaves it. */
const saveRecognition = (personId: string, effects: string[]) =>
  Recognition.collection.insertOne({
    _id: `case-${personId}` as never,
    number: 'XA-HS-2022-0001',
    origin: 'person',
    applicantId: 'x',
    personId,
    personName: '安小荷',
    idMasked: '130632********0025',
    region: '130629',
    claimId: `claim-${personId}`,
    appliedOn: '2022-05-01',
    state: 'in-force',
    inForceOn: '2022-05-10',
    effects,
    handledBy: [],
    timeline: [],
    source: {
      region: '110000',
      family: 'level-certificate',
      occupationId: '2022:4-10-01-05',
      edition: '2022',
      lineage: 'carer',
      occupationName: '养老护理员',
      level: 4,
      number: 'BJ-1',
      issuer: '北京某评价中心',
      issuedOn: '2021-06-01',
    },
    equivalence: { ok: true, row: { targetLevel: 4 } },
    createdAt: new Date(),
    version: 0,
  })

describe('statistics of skilled people', function () {
  this.timeout(60_000)
  usesDatabase()
  let world: Awaited<ReturnType<typeof appAs>>
  let personId: string
  before(async () => {
    await saveBody()
    await saveInstitution()
    world = await appAs('administrator')
    await world.services.policies.loadSeeds()
    const { runId, people } = await saveRunOf(2)
    personId = people[0]!
    await Person.updateOne({ _id: personId }, { $set: { regions: ['130632', '130629'] } })
    await issueRun(world, runId)
    await saveRecognition(personId, ['credits', 'talent-statistics'])
    await world.services.learningAccounts.settleRun(runId)
    await deliverAll(world)
  })

  it('hold a person with a course, a certificate and a recognised Beijing paper as one person everywhere', async () => {
    expect(await LearningAccount.countDocuments({ _id: personId })).to.equal(1)
    expect(
      (await CreditEntry.find({ personId }).sort({ serial: 1 }).lean()).map(({ kind, hundredths }) => [
        kind,
        hundredths,
      ]),
    ).to.have.deep.members([
      ['recognition', 2000],
      ['course', 737],
      ['level-certificate', 1200],
    ])
    const page = (await world.browser.get('/reports/talents')).text
    expect(page).to.include('已平账')
    const people = (await world.browser.get('/reports/talents/people')).text
    expect([people.split(`/learning-accounts/${personId}`).length - 1, people.includes('共 2 人')]).to.deep.equal([
      1,
      true,
    ])
    expect((await world.browser.get('/reports/talents/people?skilled=1')).text)
      .to.include('共 1 人')
      .and.include('京津互认')
    expect((await world.browser.get('/reports/talents/papers?state=valid')).text).to.include('共 3 张')
    expect((await world.browser.get('/reports/talents/papers?state=further')).text).to.include('共 1 张')
  })

  it('leave out a recognised paper outside the statistics, and take credits back once its source ended', async () => {
    await Recognition.updateOne({ personId }, { $set: { effects: ['credits'] } })
    expect((await world.browser.get('/reports/talents/people?skilled=1')).text).to.include('共 0 人')
    await Recognition.updateOne({ personId }, { $set: { state: 'revoked' } })
    await world.services.learningAccounts.settlePerson(personId)
    expect(
      (await CreditEntry.find({ personId, act: 'reversed' }).lean()).map(({ hundredths, reason }) => [
        hundredths,
        reason,
      ]),
    ).to.deep.equal([[-2000, 'source-revoked']])
  })

  it('are printed and exported, and a county sees its own people only', async () => {
    expect((await world.browser.get('/reports/talents/talents.pdf')).headers['content-type']).to.include(
      'application/pdf',
    )
    expect((await world.browser.get('/reports/talents/talents.xlsx')).status).to.equal(200)
    const county = new Browser(world.app)
    await county.signIn((await saveActor({ role: 'county-officer', region: '130638' })).username)
    expect((await county.get('/reports/talents/people?county=130632')).text).to.include('共 0 人')
  })
})
