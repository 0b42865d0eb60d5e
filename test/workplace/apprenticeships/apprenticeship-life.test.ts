import { expect } from 'chai'
import type { Express } from 'express'
import { PersonTime } from '../../../src/counting/person-times/person-time.model.js'
import { Certificate } from '../../../src/papers/certificates/certificate.model.js'
import type { Services } from '../../../src/services.js'
import type { Actor, Role } from '../../../src/shared/permissions.js'
import { Apprentice } from '../../../src/workplace/apprentices/apprentice.model.js'
import {
  Apprenticeship,
  type ApprenticeshipRecord,
} from '../../../src/workplace/apprenticeships/apprenticeship.model.js'
import { Settlement } from '../../../src/workplace/settlements/settlement.model.js'
import { aPerson, saveApprentice } from '../../builders/apprentice.js'
import { photograph } from '../../builders/certificate.js'
import { loadBasics, saveBody, saveInstitution } from '../../builders/course.js'
import { Browser, makeApp, saveActor, type Fields } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

const day = (name: string, [y, m, d]: readonly string[]): Fields => ({
  [`${name}-year`]: y!,
  [`${name}-month`]: m!,
  [`${name}-day`]: d!,
})
const contract = {
  from: '2022-03-01',
  to: '2024-02-29',
  signedOn: '2022-02-20',
  at: new Date(),
  byId: 'x',
  byName: 'x',
}

describe('an apprenticeship from the first form to the approved amount', () => {
  usesDatabase()
  let now = new Date('2022-01-10T02:00:00Z')
  let made: ReturnType<typeof makeApp>
  let [app, services]: [Express, Services] = [undefined!, undefined!]
  let [enterprise, school, county, area, stranger, examiner]: Browser[] = []
  let [firm, partner, body, id] = ['', '', '', '']
  const load = async () => (await Apprenticeship.findById(id).lean<ApprenticeshipRecord & { version: number }>())!
  const at = (path = ''): string => `/apprenticeships/${id}${path}`
  const people: Actor[] = []
  const signedIn = async ({ username }: Actor): Promise<Browser> => {
    const browser = new Browser(app)
    await browser.signIn(username)
    return browser
  }
  /** A session does not outlive a leap of the clock. */
  const onDay = async (on: string) => {
    now = new Date(`${on}T02:00:00Z`)
    ;[enterprise, school, county, area, stranger, examiner] = await Promise.all(people.map(signedIn))
  }
  const plan = (more: Fields = {}): Fields => ({
    occupationId: '2022:6-29-01-01',
    level: '4',
    institutionId: partner,
    assessmentBodyId: body,
    region: '130638',
    planned: '3',
    totalHours: '620',
    centralHours: '180',
    trainingPlan: '岗位：砌筑岗。师带徒，每周两天集中教学，双导师指导，期末考核理论和实操。',
    ...day('startsOn', ['2022', '3', '1']),
    ...day('endsOn', ['2023', '2', '28']),
    ...more,
  })
  const pass = async (browser: Browser) =>
    browser.post(at('/decide'), { act: 'pass', version: String((await load()).version) })

  before(async () => {
    made = makeApp({ now: () => now })
    ;({ app, services } = made)
    await loadBasics(services)
    firm = await saveInstitution({ name: '雄安新区装备制造有限公司', capabilities: ['enterprise'], licences: [] })
    partner = await saveInstitution()
    body = await saveBody()
    const other = await saveInstitution({ name: '另一家企业', capabilities: ['enterprise'], licences: [] })
    const who: (Partial<Actor> & { role: Role })[] = [
      { role: 'enterprise', organisationId: firm },
      { role: 'institution-manager', organisationId: partner },
      { role: 'county-officer', region: '130638' },
      { role: 'administrator' },
      { role: 'enterprise', organisationId: other },
      { role: 'assessment-body', organisationId: body },
    ]
    for (const one of who) people.push(await saveActor(one))
    await onDay('2022-01-10')
  })

  it('says what is wrong with a plan, and keeps what is right of it as a draft', async () => {
    const bad = await enterprise!.post('/apprenticeships/new', plan({ trainingPlan: '太短', planned: '0' }))
    expect([bad.status, bad.text.includes('至少 20 字'), await Apprenticeship.countDocuments()]).to.deep.equal([
      422,
      true,
      0,
    ])
    const short = await enterprise!.post(
      '/apprenticeships/new',
      plan({ ...day('endsOn', ['2022', '8', '31']), planned: '41' }),
    )
    expect(short.text).to.include('培养期不足 12 个月').and.include('每个学徒班最多 40 人')
    id = String((await Apprenticeship.findOne().lean<ApprenticeshipRecord>())!._id)
    const saved = await enterprise!.post(at('/edit'), plan({ version: String((await load()).version) }))
    expect([saved.status, saved.headers['location']]).to.deep.equal([303, at('/check')])
  })

  it('is handed in with the declaration alone, and read by nobody else before', async () => {
    expect((await school!.get(at())).status).to.equal(403)
    expect((await stranger!.get(at())).status).to.equal(403)
    const without = await enterprise!.post(at('/submit'), { version: String((await load()).version) })
    expect([without.status, without.text.includes('请勾选真实性承诺')]).to.deep.equal([422, true])
    expect(
      (await enterprise!.post(at('/submit'), { declaration: 'on', version: String((await load()).version) })).status,
    ).to.equal(303)
    expect((await load()).state).to.equal('submitted')
  })

  it('is returned with a reason, corrected, and passed by county and New Area', async () => {
    expect(
      (await county!.post(at('/decide'), { act: 'return-next', version: String((await load()).version) })).status,
    ).to.equal(422)
    await county!.post(at('/decide'), {
      act: 'return-next',
      reasons: ['numbers'],
      version: String((await load()).version),
    })
    expect((await enterprise!.get(at())).text).to.include('计划人数与企业用工规模不符')
    await enterprise!.post(at('/edit'), plan({ planned: '4', version: String((await load()).version) }))
    await enterprise!.post(at('/submit'), { declaration: 'on', version: String((await load()).version) })
    expect((await area!.post(at('/decide'), { act: 'pass' })).status).to.equal(403)
    expect((await county!.get('/home')).text).to.include('学徒制计划审核')
    await pass(county!)
    await pass(area!)
    expect(await load()).to.include({ state: 'filed', planned: 4, filedOn: '2022-01-10' })
  })

  it('begins neither before its day, nor without apprentices and contracts', async () => {
    expect((await enterprise!.post(at('/start'))).text)
      .to.include('2022-03-01')
      .and.include('起才能开始培养')
    await onDay('2022-03-01')
    expect((await enterprise!.post(at('/start'))).text).to.include('还没有学徒')
    const owner = {
      id,
      enterprise: { id: 'e', username: 'e', name: 'e', role: 'enterprise', organisationId: firm } as Actor,
      manager: undefined!,
      mentor: undefined!,
    }
    for (const name of ['安小荷', '白洋淀', '容小城']) await saveApprentice(services, owner, aPerson(name))
    const missing = await enterprise!.post(at('/start'))
    expect([missing.status, missing.text.includes('3 名学徒还缺劳动合同或培养协议')]).to.deep.equal([422, true])
    await Apprentice.updateMany(
      { apprenticeshipId: id },
      { $set: { labourContract: contract, trainingAgreement: contract } },
    )
    expect((await enterprise!.post(at('/start'))).status).to.equal(303)
    await deliverAll(made)
    expect(
      await PersonTime.countDocuments({ apprenticeshipId: id, verdict: 'pending', reason: 'apprenticeship-not-over' }),
    ).to.equal(3)
  })

  it('is checked half way by the county, and finished when the last day has come', async () => {
    expect((await county!.post(at('/mid-term-check/confirm'), { reason: '现场检查，在岗 3 人' })).text).to.include(
      '3 名学徒还没有中期检查结果',
    )
    await Apprentice.updateMany(
      { apprenticeshipId: id },
      {
        $set: {
          midTerm: { on: '2022-09-01', theory: 80, practice: 80, passed: true, at: new Date(), byId: 'x', byName: 'x' },
        },
      },
    )
    expect((await county!.get('/home')).text).to.include('中期检查待确认')
    expect((await county!.post(at('/mid-term-check/confirm'), { reason: '现场检查，在岗 3 人' })).status).to.equal(303)
    expect((await enterprise!.post(at('/finish-training'))).text)
      .to.include('最后一名学徒的培养期到')
      .and.include('2023-02-28')
    await onDay('2023-02-28')
    expect((await enterprise!.post(at('/finish-training'))).status).to.equal(303)
    expect((await school!.post(at('/complete'))).text).to.include('3 名学徒还没有考核结果')
  })

  it('shows a preview, refuses to be settled before completion, and completes', async () => {
    expect((await enterprise!.get(at('/settlement'))).text)
      .to.include('试算')
      .and.include('还没有结果')
    expect((await enterprise!.post(at('/settlement/submit'))).text).to.include('学徒班还没有结业')
    const [first, second, third] = await Apprentice.find({ apprenticeshipId: id })
      .sort({ _id: 1 })
      .select('_id')
      .lean<{ _id: string }[]>()
    const assessment = {
      on: '2023-02-28',
      theory: 88,
      practice: 91.5,
      passed: true,
      at: new Date(),
      byId: 'x',
      byName: 'x',
    }
    for (const [one, outcome] of [
      [first, 'certified'],
      [second, 'certified'],
      [third, 'not-completed'],
    ] as const)
      await Apprentice.updateOne(
        { _id: one!._id },
        { $set: { outcome, outcomeOn: '2023-02-28', state: outcome, assessment } },
      )
    expect((await school!.post(at('/complete'))).status).to.equal(303)
    await deliverAll(made)
    expect(
      (await PersonTime.find({ apprenticeshipId: id }).lean<{ verdict: string; year: number }[]>())
        .map(({ verdict }) => verdict)
        .sort(),
    ).to.deep.equal(['counted', 'counted', 'excluded'])
    const counted = await PersonTime.findOne({ apprenticeshipId: id, verdict: 'counted' }).lean()
    expect(counted!.evidence, 'what the verdict rests on').to.include({
      theoryScore: assessment.theory,
      practiceScore: assessment.practice,
    })
    expect((await services.personTimes.settleApprenticeship(id)).differences, 'delivered twice').to.deep.equal([])
    expect(await services.personTimes.rebuild({ repair: false })).to.include({ differences: 0 })
  })

  it('has level certificates by the queue, and waits with the amount until they stand', async () => {
    const waits = await enterprise!.post(at('/settlement/submit'))
    expect([waits.status, waits.text.includes('还有 2 名学徒待定')]).to.deep.equal([422, true])
    for (const personId of await Apprentice.distinct('personId', { apprenticeshipId: id })) await photograph(personId)
    expect((await examiner!.get('/home')).text).to.include('学徒可以制证')
    const batch = { family: 'level', ...day('issuedOn', ['2023', '2', '28']) }
    expect((await school!.post(at('/certificates'), batch)).status).to.equal(403)
    expect((await examiner!.post(at('/certificates'), batch)).status).to.equal(303)
    await deliverAll(made)
    expect(await Certificate.countDocuments({ sourceKind: 'apprenticeship', sourceId: id, state: 'issued' })).to.equal(
      2,
    )
    expect(await Apprentice.countDocuments({ apprenticeshipId: id, certificateId: { $ne: null } })).to.equal(2)
    expect((await examiner!.get(at('/certificates'))).status).to.equal(200)
  })

  it('is handed in once, opens to its days, and is approved by two others', async () => {
    expect((await enterprise!.get('/home')).text).to.include('学徒制可以结算')
    expect((await enterprise!.post(at('/settlement/submit'))).status).to.equal(303)
    expect((await county!.get('/home')).text).to.include('学徒制结算审核')
    expect((await enterprise!.post(at('/settlement/submit'))).status).to.equal(422)
    expect((await Settlement.findById(id).lean<{ fen: number }>())!.fen).to.equal(1_200_000)
    const line = (await Apprentice.findOne({ apprenticeshipId: id, outcome: 'certified' }).lean<{ _id: string }>())!._id
    expect((await county!.get(at(`/settlement/${encodeURIComponent(line)}`))).text)
      .to.include('6,000 元 × 365 ÷ 365 天')
      .and.include('四（四）4')
    expect((await stranger!.get(at('/settlement.pdf'))).status).to.equal(403)
    expect((await area!.post(at('/settlement/decide'), { act: 'pass' })).status).to.equal(403)
    expect((await county!.post(at('/settlement/decide'), { act: 'return' })).status).to.equal(422)
    expect((await county!.post(at('/settlement/decide'), { act: 'pass' })).status).to.equal(303)
    expect((await area!.post(at('/settlement/decide'), { act: 'pass' })).status).to.equal(303)
    expect((await load()).state).to.equal('settled')
  })

  it('prints the sheet, and stands in the list and the report of the enterprise', async () => {
    const print = await enterprise!.get(at('/settlement.pdf'))
    expect([print.status, print.headers['content-type'], Number(print.headers['content-length']) > 5000]).to.deep.equal(
      [200, 'application/pdf', true],
    )
    const list = await enterprise!.get('/person-times?verdict=counted')
    expect(list.text).to.include('2 人次').and.include('砌筑工（三级/高级工）新型学徒制 第1期')
    expect((await enterprise!.get('/reports/subsidised-training?year=2023')).status).to.equal(200)
    expect((await stranger!.get('/person-times?verdict=counted')).text).not.to.include('新型学徒制 第1期')
  })
})
