import { expect } from 'chai'
import { competitionReportOf } from '../../../src/desk/competition-reports/competition-report.queries.js'
import { markContest, rankContest, saveContest } from '../../builders/contest.js'
import { appAs, appFor, makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { movableClock } from '../../support/stack.js'
import { textOf } from '../../infra/paper/pdf-tools.js'

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
    expect(report.byTier.map(({ tier, competitions }) => [tier, competitions])).to.deep.equal([['new-area', 2]])
    expect((await competitionReportOf(2021, actor)).total.competitions).to.equal(0)
    const county = await appAs({ role: 'county-officer', region: '130632' })
    expect((await competitionReportOf(2022, county.actor)).rows).to.deep.equal([])
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
    expect((await browser.get('/reports/competitions/report.pdf?year=2021')).status).to.equal(200)
  })
})
