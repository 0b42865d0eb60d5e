import { expect } from 'chai'
import { CodeMap, SecretCode } from '../../../src/competitions/draws/code-map.model.js'
import { Entry } from '../../../src/competitions/entries/entry.model.js'
import type { Actor } from '../../../src/shared/permissions.js'
import { duties } from '../../../src/competitions/assignments/assignment.model.js'
import { roleOfDuty, seats } from '../../../src/competitions/assignments/assignment.rules.js'
import { saveContest, saveHost, schemeFile, type Contest } from '../../builders/contest.js'
import { Browser, appAs, makeApp, saveActor } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('the three draws, each by its keeper', () => {
  usesDatabase()
  let world: ReturnType<typeof makeApp>
  let contest: Contest
  const people: Record<string, Actor> = {}
  const signedIn = async ({ username }: Actor) => {
    const browser = new Browser(world.app)
    await browser.signIn(username)
    return browser
  }
  const at = () => `/duties/${contest.eventId}/draw`
  before(async () => {
    world = makeApp()
    contest = await saveContest(world, 'entries-closed', { entries: 4 })
    for (const duty of duties)
      for (let seat = 1; seat <= seats[duty]; seat += 1)
        people[`${duty}-${seat}`] = await saveActor({ role: roleOfDuty(duty), name: `${duty} ${seat}` })
    await saveHost('other-9', '容城蓝天职业学校')
  })

  it('let the host appoint, with one duty for each and no stranger among them', async () => {
    const host = await signedIn(contest.host)
    const staff = `/manage/events/${contest.eventId}/staff`
    const all = Object.fromEntries(Object.entries(people).map(([seat, { id }]) => [seat, id]))
    const twice = await host.post(staff, { ...all, 'draw-keeper-1': all['registrar-1']! })
    expect([twice.status, twice.text.includes('一个人只能有一项')]).to.deep.equal([422, true])
    const wrong = await host.post(staff, { ...all, 'judge-1': all['registrar-1']! })
    expect([wrong.status, wrong.text.includes('不能担任这一职责')]).to.deep.equal([422, true])
    const unknown = await host.post(staff, { ...all, 'judge-1': 'nobody' })
    expect([unknown.status, unknown.text.includes('找不到这个账号')]).to.deep.equal([422, true])
    const stranger = await appAs({ role: 'institution-manager', organisationId: 'other-9' })
    expect((await stranger.browser.post(staff, all)).status).to.equal(403)
    expect((await host.post(staff, all)).status).to.equal(303)
    expect((await host.get(staff)).text).to.include('code-keeper 1')
  })

  it('are done in their order, once, and each by nobody else', async () => {
    const [registrar, stations, codes] = [
      await signedIn(people['registrar-1']!),
      await signedIn(people['draw-keeper-1']!),
      await signedIn(people['code-keeper-1']!),
    ]
    const early = await stations.post(at())
    expect([early.status, early.text.includes('请等前一次抽签完成')]).to.deep.equal([422, true])
    for (const who of ['judge-1', 'keyer-1', 'chief-judge-1'])
      expect([who, (await (await signedIn(people[who]!)).post(at())).status]).to.deep.equal([who, 403])
    await registrar.csrf()
    const both = await Promise.all([registrar.post(at()), registrar.post(at())])
    expect(both.map(({ status }) => status).sort()).to.deep.equal([303, 422])
    expect((await registrar.post(at())).text).to.include('已经抽过，不能再抽')
    expect([(await stations.post(at())).status, (await codes.post(at())).status]).to.deep.equal([303, 303])
    expect((await Entry.find({ eventId: contest.eventId }).lean()).map(({ number }) => number).sort()).to.deep.equal([
      '01-001',
      '01-002',
      '01-003',
      '01-004',
    ])
    expect([
      await CodeMap.countDocuments({ eventId: contest.eventId }),
      await SecretCode.countDocuments({ eventId: contest.eventId }),
    ]).to.deep.equal([3, 4])
  })

  it('show each keeper his own map alone', async () => {
    const secret = (await SecretCode.find({ eventId: contest.eventId }).lean()).map(({ code }) => code)
    const names = ['选手甲', '选手乙', '选手丙', '选手丁']
    const holds = (text: string, parts: readonly string[]) => parts.filter((part) => text.includes(part)).length
    const pages = await Promise.all(
      ['registrar-1', 'draw-keeper-1', 'code-keeper-1'].map(
        async (who) => (await (await signedIn(people[who]!)).get(at())).text,
      ),
    )
    expect(
      pages.map((text) => [
        holds(text, names),
        holds(text, ['01-001', '01-002', '01-003', '01-004']),
        holds(text, secret),
      ]),
    ).to.deep.equal([
      [4, 4, 0],
      [0, 4, 0],
      [0, 0, 4],
    ])
    // The station map without its numbers says nothing; a page of the secret codes says nothing of the numbers.
    const outside = [
      await signedIn(contest.host),
      (await appAs('administrator')).browser,
      (await appAs('auditor')).browser,
    ]
    for (const browser of outside) {
      expect((await browser.get(at())).status).to.equal(403)
      const draws = await browser.get(`/manage/events/${contest.eventId}/draws`)
      expect([
        draws.status,
        holds(draws.text, secret),
        draws.text.includes((await CodeMap.findById(`${contest.eventId}:secret`).lean())!.seedHash),
      ]).to.deep.equal([200, 0, true])
    }
    expect((await (await signedIn(people['judge-1']!)).get(at())).status).to.equal(403)
  })

  it('cannot be followed by a change of the staff', async () => {
    const host = await signedIn(contest.host)
    const staff = `/manage/events/${contest.eventId}/staff`
    expect((await host.get(staff)).text).to.include('已经抽签，不能再换人')
    expect((await host.post(staff, {})).status).to.equal(422)
  })

  it('stand on the first page of each of the staff, and of nobody else', async () => {
    const registrar = await signedIn(people['registrar-1']!)
    expect((await registrar.get('/home')).headers['location']).to.equal('/duties')
    const own = await registrar.get('/duties')
    expect([own.text.includes('砌筑工'), own.text.includes(at())]).to.deep.equal([true, true])
    expect((await (await appAs('judge')).browser.get('/duties')).text).to.include('目前没有您的赛务')
    const judge = await signedIn(people['judge-2']!)
    expect((await judge.get('/duties')).text).to.include('裁判员')
    expect((await judge.get('/duties')).text).not.to.include(`/judge/${contest.eventId}`)
    await world.services.schemes.confirm(
      await world.services.schemes.stage(contest.eventId, schemeFile(), contest.host),
      contest.host,
    )
    await world.services.competitions.act(contest.competitionId, 'begin', contest.host)
    expect((await judge.get('/duties')).text).to.include(`/judge/${contest.eventId}`)
  })
})
