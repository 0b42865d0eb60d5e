import { expect } from 'chai'
import { yearFactsOf } from '../../../src/desk/competition-reports/competition-report.queries.js'
import { linesOf, reportFigures, reportOf } from '../../../src/desk/competition-reports/competition-report.rules.js'
import type { Actor } from '../../../src/shared/permissions.js'
import { markContest, rankContest, saveContest } from '../../builders/contest.js'
import { appAs, appFor, makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { movableClock } from '../../support/stack.js'
import { textOf } from '../../infra/paper/pdf-tools.js'

const competitionReportOf = async (year: number, actor: Actor) => reportOf(year, await yearFactsOf(year, actor))

describe('the yearly report of competitions', () => {
  usesDatabase()
  const clock = movableClock('2022-11-23')
  const app = makeServices({ now: clock.now })
  before(async function () {
    this.timeout(60_000)
    await saveContest(app, 'draft')
    await saveContest(app, 'published')
    const contest = await saveContest(app, 'contest', { entries: 3 })
    await markContest(app, contest, [
      { measured: 1500, steps: [3, 3, 3], theory: 9000 },
      { measured: 1500, steps: [2, 2, 2], theory: 8000 },
      { measured: 1500, steps: [1, 1, 1], theory: 7000 },
    ])
    await rankContest(app, contest)
    await app.services.contestResults.notice(contest.eventId, contest.admin)
    clock.set('2022-12-05')
    await app.services.contestResults.finalise(contest.eventId, contest.admin)
  })

  it('adds up, counts people beside entries, and leaves drafts out', async () => {
    const { actor } = await appAs('administrator')
    const report = await competitionReportOf(2022, actor)
    expect([report.total, report.held, report.coming, report.ended]).to.deep.equal([
      { competitions: 2, events: 2, entries: 3, people: 3, ranked: 3, prizes: 3, promotions: 0 },
      1,
      1,
      0,
    ])
    expect(report.byTier.map(({ name, counts }) => [name, counts.competitions])).to.deep.equal([['new-area', 2]])
    expect((await competitionReportOf(2021, actor)).total.competitions).to.equal(0)
    const county = await appAs({ role: 'county-officer', region: '130632' })
    expect((await competitionReportOf(2022, county.actor)).contests).to.deep.equal([])
  })

  it('opens each figure of each group to a list of that length, on screen and as a sheet', async () => {
    const { actor, browser } = await appAs('administrator')
    const facts = await yearFactsOf(2022, actor)
    const { byTier, byRegion, byOccupation, contests, total } = reportOf(2022, facts)
    expect([byRegion, byOccupation].map((groups) => groups.map(({ name }) => name))).to.deep.equal([
      ['130629'],
      ['砌筑工'],
    ])
    for (const { slice, counts } of [...byTier, ...byRegion, ...byOccupation])
      for (const figure of reportFigures) expect(linesOf(facts, slice)[figure]).to.have.length(counts[figure])
    expect(contests.reduce((sum, { counts }) => sum + counts.entries, 0)).to.equal(total.entries)
    for (const figure of reportFigures) {
      const address = `year=2022&figure=${figure}&region=130629`
      const { status, text } = await browser.get(`/reports/competitions/list?${address}`)
      expect([figure, status, [...text.matchAll(/<th scope="row"/g)].length]).to.deep.equal([
        figure,
        200,
        total[figure],
      ])
      const sheet = await browser.get(`/reports/competitions/list.xlsx?${address}`)
      expect(sheet.headers['content-type']).to.include('spreadsheetml')
    }
    const host = await appAs({ role: 'institution-manager', organisationId: 'other-1' })
    expect((await host.browser.get('/reports/competitions/list?year=2022&figure=people')).text).not.to.include('选手甲')
    expect((await browser.get('/reports/competitions/list?year=2022&figure=%5B&tier=x')).status).to.equal(200)
  })

  it('names nobody in full on the public list', async () => {
    const { browser } = await appAs('administrator')
    const contest = (await yearFactsOf(2022, (await appAs('administrator')).actor)).placed[0]!.event.contest
    const { text } = await browser.get(`/competitions/${contest.id}`)
    expect(text).to.include('选*').and.not.include('选手甲')
  })

  it('is shown, printed and exported from the same figures', async () => {
    const { browser } = await appFor((await appAs('auditor')).actor)
    const page = await browser.get('/reports/competitions?year=2022')
    expect([
      page.status,
      page.text.includes('共 2 场 = 已举办 1 + 未举办 1 + 已取消 0'),
      page.text.includes('雄安新区第三届职工职业技能大赛'),
    ]).to.deep.equal([200, true, true])
    const pdf = await browser
      .get('/reports/competitions/report.pdf?year=2022')
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part))
        res.on('end', () => done(null, Buffer.concat(parts)))
      })
    expect(textOf(pdf.body as Buffer))
      .to.include('合计')
      .and.include('3 人次，3 人')
    expect((await browser.get('/reports/competitions/report.xlsx?year=2022')).headers['content-type']).to.include(
      'spreadsheetml',
    )
    expect((await browser.get('/reports/competitions?year=abc')).status).to.equal(200)
    for (const year of [2021, 2000]) {
      expect((await browser.get(`/reports/competitions?year=${year}`)).status).to.equal(200)
      expect((await browser.get(`/reports/competitions/report.pdf?year=${year}`)).status).to.equal(200)
    }
  })
})
