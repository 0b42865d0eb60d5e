import { expect } from 'chai'
import { MarkSheet } from '../../../src/competitions/marking/marking.model.js'
import { markContest, rankContest, saveContest, type Contest } from '../../builders/contest.js'
import { appFor, makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import type { Actor } from '../../../src/shared/permissions.js'

const marks = [
  { measured: 1500, steps: [2, 3, 3] as [number, number, number], theory: 8000 },
  { measured: 3000, steps: [2, 2, 2] as [number, number, number], theory: 9000 },
]

describe('the pages of judges, keyers and keepers', () => {
  usesDatabase()
  const app = makeServices()
  let contest: Contest
  before(async () => void (contest = await saveContest(app, 'contest', { entries: 2 })))
  const as = (actor: Actor) => appFor(actor)

  it('show judges the secret codes and nothing that tells who stands behind them', async () => {
    const { browser } = await as(contest.staff.judge[0]!)
    const [code] = await app.services.draws.codesOf(contest.eventId)
    const [list, sheet] = [
      await browser.get(`/judge/${contest.eventId}`),
      await browser.get(`/judge/${contest.eventId}/contestants/${code}`),
    ]
    for (const page of [list, sheet])
      expect([page.status, page.text.includes(code!), /选手[甲乙]|雄安筑城|01-00/.test(page.text)]).to.deep.equal([
        200,
        true,
        false,
      ])
    expect((await browser.get(`/manage/events/${contest.eventId}/results`)).status).to.equal(403)
    expect((await browser.get(`/judge/${contest.eventId}/mark-sheets.pdf`)).headers['content-type']).to.equal(
      'application/pdf',
    )
  })

  it('take marks, say what is wrong with one, and go on to the next contestant', async () => {
    const { browser } = await as(contest.staff.judge[0]!)
    const codes = await app.services.draws.codesOf(contest.eventId)
    const at = `/judge/${contest.eventId}/contestants/${codes[0]}`
    const wrong = await browser.post(at, { 'v-A1.1': 'abc', 'v-A2.1': '7' })
    expect([wrong.status, wrong.text.includes('请填写实测值'), wrong.text.includes('abc')]).to.deep.equal([
      422,
      true,
      true,
    ])
    const half = await browser.post(at, { 'v-A1.1': '1.5' })
    expect((await browser.get(half.headers['location']!)).text).to.include(`${codes[0]} 号已保存，还有 1 项没评`)
    const saved = await browser.post(at, { 'v-A1.1': '1.5', 'v-A2.1': '2' })
    expect((await browser.get(saved.headers['location']!)).text).to.include(`${codes[0]} 号已提交`)
    expect([saved.status, saved.headers['location']]).to.deep.equal([
      303,
      `/judge/${contest.eventId}/contestants/${codes[1]}`,
    ])
    const again = await browser.post(at, { 'v-A1.1': '1.5' })
    expect((await browser.get(again.headers['location']!)).text, 'what is sent again').to.include(
      `${codes[0]} 号已提交`,
    )
    const stale = await browser.post(at, { 'v-A1.1': '1.6', version: '0' })
    expect(stale.status).to.equal(409)
  })

  it('show keyers where they differ, and take over only what both read alike', async () => {
    const [one, other] = await Promise.all(contest.staff.keyer.map(as))
    const [code] = await app.services.draws.codesOf(contest.eventId)
    const at = `/keying/${contest.eventId}/contestants/${code}`
    expect((await one!.browser.post(at, { theory: '101' })).status).to.equal(422)
    expect((await one!.browser.post(at, { theory: '' })).status).to.equal(422)
    await one!.browser.post(at, { theory: '80' })
    expect((await other!.browser.get(at)).text).not.to.match(/value="80(\.0+)?"|80\.00/)
    const differs = await other!.browser.post(at, { theory: '81.5' })
    expect(String(differs.headers['location'])).to.equal(at)
    expect((await other!.browser.get(at)).text).to.include('您录 81.50，另一人录 80.00')
    expect((await MarkSheet.findById(`${contest.eventId}:${code}`).lean())?.theory).to.equal(undefined)
    await one!.browser.post(at, { theory: '81.50' })
    expect((await MarkSheet.findById(`${contest.eventId}:${code}`).lean())?.theory).to.equal(8150)
    expect((await one!.browser.post(at, { theory: '82' })).status).to.equal(422)
  })

  it('show nobody a rank before the codes are opened, and everybody from the notice on', async () => {
    const fresh = await saveContest(app, 'contest', { entries: 2 })
    await markContest(app, fresh, marks)
    const [admin, host, visitor] = [await as(fresh.admin), await as(fresh.host), await as(fresh.delegation)]
    const leaks = async () =>
      Promise.all(
        [admin, host].map(async ({ browser }) =>
          /第 1 名|名次<|选手甲/.test((await browser.get(`/manage/events/${fresh.eventId}/results`)).text),
        ),
      )
    expect(await leaks()).to.deep.equal([false, false])
    const chief = await as(fresh.staff['chief-judge'][0]!)
    expect((await chief.browser.get(`/judge/${fresh.eventId}/lock`)).text).to.include('签字并锁定')
    expect((await chief.browser.post(`/judge/${fresh.eventId}/lock`, {})).status).to.equal(422)
    expect((await chief.browser.post(`/judge/${fresh.eventId}/lock`, { signed: 'on' })).status).to.equal(303)
    expect(await leaks()).to.deep.equal([false, false])
    const [station, secret] = [await as(fresh.staff['draw-keeper'][0]!), await as(fresh.staff['code-keeper'][0]!)]
    expect((await station.browser.post(`/duties/${fresh.eventId}/open`)).status).to.equal(303)
    expect(await leaks()).to.deep.equal([false, false])
    await secret.browser.post(`/duties/${fresh.eventId}/open`)
    expect(await leaks()).to.deep.equal([true, true])
    expect((await visitor.browser.get(`/competitions/${fresh.competitionId}`)).text).not.to.include('选*甲')
    expect((await host.browser.post(`/manage/events/${fresh.eventId}/notice`)).status).to.equal(403)
    await admin.browser.post(`/manage/events/${fresh.eventId}/notice`)
    expect((await visitor.browser.get(`/competitions/${fresh.competitionId}`)).text)
      .to.include('选*甲')
      .and.not.include('选手甲')
    expect((await admin.browser.get(`/manage/events/${fresh.eventId}/results.pdf`)).headers['content-type']).to.equal(
      'application/pdf',
    )
    const appeal = await visitor.browser.get(`/entries/${fresh.entryIds[0]}/appeal`)
    expect([appeal.status, (await host.browser.get(`/entries/${fresh.entryIds[0]}/appeal`)).status]).to.deep.equal([
      200, 403,
    ])
    expect((await visitor.browser.post(`/entries/${fresh.entryIds[0]}/appeal`, { text: '短' })).status).to.equal(422)
    expect(
      (await visitor.browser.post(`/entries/${fresh.entryIds[0]}/appeal`, { text: '垂直度测量有误，请复核' })).status,
    ).to.equal(303)
    expect((await admin.browser.get(`/manage/events/${fresh.eventId}/results`)).text).to.include('垂直度测量有误')
    expect(
      (await admin.browser.post(`/appeals/${fresh.entryIds[0]}/decide`, { verdict: 'dismissed' })).status,
    ).to.equal(422)
    expect(
      (await admin.browser.post(`/appeals/${fresh.entryIds[0]}/decide`, { verdict: 'dismissed', decision: '复测一致' }))
        .status,
    ).to.equal(303)
  })

  it('take a correction from the chief judge and a second signature from the office', async () => {
    const fresh = await saveContest(app, 'contest', { entries: 2 })
    const [code] = await markContest(app, fresh, marks)
    await rankContest(app, fresh)
    const [chief, admin] = [await as(fresh.staff['chief-judge'][0]!), await as(fresh.admin)]
    const at = `/judge/${fresh.eventId}/corrections`
    expect(
      (await chief.browser.post(at, { code: code!, kind: 'theory', value: 'x', reason: '漏加一题' })).status,
    ).to.equal(422)
    expect(
      (await chief.browser.post(at, { code: code!, kind: 'theory', value: '99.5', reason: '漏加一题' })).status,
    ).to.equal(303)
    const page = await admin.browser.get(`/manage/events/${fresh.eventId}/results`)
    const id = /\/corrections\/([0-9a-f]+)\/sign/.exec(page.text)?.[1]
    expect([page.text.includes('80.00 改为 99.50'), typeof id]).to.deep.equal([true, 'string'])
    expect((await admin.browser.post(`/corrections/${id}/sign`, { agreed: 'yes' })).status).to.equal(303)
    expect((await admin.browser.get(`/manage/events/${fresh.eventId}/results`)).text).to.include('99.50')
  })
})
