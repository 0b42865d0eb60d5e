import { expect } from 'chai'
import { Award } from '../../../src/competitions/awards/award.model.js'
import { CompetitionEvent } from '../../../src/competitions/events/event.model.js'
import { loadEvent } from '../../../src/competitions/events/event-record.js'
import { transact } from '../../../src/infra/mongo.js'
import { Certificate } from '../../../src/papers/certificates/certificate.model.js'
import { CreditEntry } from '../../../src/papers/credit-entries/credit-entry.model.js'
import { markContest, rankContest, saveContest, type Contest } from '../../builders/contest.js'
import { appFor, makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'
import { movableClock } from '../../support/stack.js'

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  )

describe('awards of a contest', () => {
  usesDatabase()
  const clock = movableClock('2022-11-23')
  const app = makeServices({ now: clock.now })
  const { awards, certificateIssue, certificates, learningAccounts } = app.services
  let contest: Contest
  before(async function () {
    this.timeout(60_000)
    contest = await saveContest(app, 'contest', { entries: 10 })
    await markContest(
      app,
      contest,
      Array.from({ length: 10 }, (_, i) => ({
        measured: 1500,
        steps: [3, 3, 3] as [number, number, number],
        theory: 9900 - i * 400,
      })),
    )
    await rankContest(app, contest)
    await app.services.contestResults.notice(contest.eventId, contest.admin)
    clock.set('2022-12-05')
    await app.services.contestResults.finalise(contest.eventId, contest.admin)
  })

  it('stand by rank, whoever has none at the end', async () => {
    const [first] = await awards.of(contest.eventId)
    await Award.updateOne({ _id: first!._id }, { $unset: { rank: 1 } })
    const last = (await awards.of(contest.eventId)).at(-1)
    await Award.updateOne({ _id: first!._id }, { $set: { rank: 1 } })
    expect([first!.rank, last!._id]).to.deep.equal([1, first!._id])
  })

  it('follow the tables of the tier: prizes, and proposals for whoever does not hold the level yet', async () => {
    const rows = await awards.of(contest.eventId)
    expect(rows.map(({ prize }) => prize)).to.deep.equal([
      'first',
      'second',
      'second',
      'third',
      'third',
      'third',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(rows.slice(0, 6).map(({ promotion, promotionTo }) => [promotion, promotionTo])).to.deep.equal([
      ...Array<[string, number]>(5).fill(['proposed', 5]),
      ['proposed', 4],
    ])
    expect(rows[0]!.prizeClause).to.include('样例')
    expect([rows[0]!.prizeTableId, rows[9]!.promotionTableId]).to.deep.equal([
      'prize-2021-01-01-national-1',
      'promotion-2021-01-01-provincial',
    ])
  })

  it('are worked out once, however often', async () => {
    await transact(async () => awards.workOut(await loadEvent(contest.eventId)))
    expect(await Award.countDocuments({ eventId: contest.eventId })).to.equal(10)
  })

  it('have their promotion forwarded or declined once, by the New Area', async () => {
    const [first, second] = await awards.of(contest.eventId)
    expect(
      await codeOf(awards.decidePromotion(String(first!._id), 'forwarded', '转芦花评价中心', contest.host)),
    ).to.equal('not-your-role')
    await awards.decidePromotion(String(first!._id), 'forwarded', '转芦花评价中心', contest.admin)
    expect(await codeOf(awards.decidePromotion(String(first!._id), 'declined', 'x', contest.admin))).to.equal(
      'awards.decided-already',
    )
    const { browser } = await appFor(contest.admin)
    expect((await browser.post(`/awards/${String(second!._id)}/promotion`, { decision: 'declined' })).status).to.equal(
      422,
    )
    expect(
      (await browser.post(`/awards/${String(second!._id)}/promotion`, { decision: 'declined', note: '工作年限不够' }))
        .status,
    ).to.equal(303)
    expect((await browser.get(`/manage/events/${contest.eventId}/awards`)).text)
      .to.include('工作年限不够')
      .and.include('转评价机构')
      .and.include('href="/award-tables/prize-2021-01-01-national-1"')
  })

  it('keep their tables when a newer one of an earlier day comes', async () => {
    const { table } = (await app.services.awardTables.on('prize', 'new-area', '2022-11-23'))!
    const input = {
      kind: 'prize' as const,
      tiers: ['new-area' as const],
      clause: '雄人社〔2022〕9号',
      sample: false,
      table,
    }
    const id = await app.services.awardTables.add({ ...input, from: '2022-11-01' }, contest.admin)
    await transact(async () => awards.workOut(await loadEvent(contest.eventId)))
    expect((await app.services.awardTables.on('prize', 'new-area', '2022-11-23'))?._id).to.equal(id)
    expect(await Award.distinct('prizeTableId')).to.deep.equal(['prize-2021-01-01-national-1'])
  })

  it('become certificates by the queue, each prize once, and earn credits that go with the paper', async () => {
    const issue = {
      kind: 'competition' as const,
      sourceId: contest.eventId,
      family: 'award' as const,
      issuedOn: '2022-12-05',
    }
    const [first] = await awards.of(contest.eventId)
    expect(await codeOf(certificateIssue.startBatch(issue, contest.delegation))).to.not.equal('done')
    await certificateIssue.startBatch(issue, contest.host)
    await deliverAll(app, 'certificates.issue-chunk')
    await deliverAll(app, 'certificates.issue-chunk')
    const papers = await Certificate.find({ family: 'award', sourceId: contest.eventId }).sort({ number: 1 }).lean()
    expect(papers.map(({ number }) => number)).to.deep.equal(
      Array.from({ length: 6 }, (_, i) => `XA-JS-2022-01-000${i + 1}`),
    )
    expect(papers[0]!.paper).to.include({
      prizeName: '一等奖',
      rank: '1',
      competitionName: '雄安新区第三届职工职业技能大赛',
      modeName: '个人赛',
      unit: '雄安筑城建设有限公司',
    })
    expect((await Award.findById(first!._id).lean())?.certificateId).to.equal(papers[0]!._id)
    const answer = await (await appFor(contest.delegation)).browser.get(`/v/${papers[0]!.token}`)
    expect([answer.status, answer.text.includes('一等奖'), answer.text.includes('有效')]).to.deep.equal([
      200,
      true,
      true,
    ])
    const { browser } = await appFor(contest.host)
    expect((await browser.get(`/manage/events/${contest.eventId}/certificates`)).status).to.equal(200)
    await learningAccounts.open(first!.personId, { ...contest.admin, personId: first!.personId })
    await deliverAll(app, 'credits.settle-person')
    const earned = await CreditEntry.find({ personId: first!.personId }).lean()
    expect(earned.filter(({ act, kind }) => act === 'earned' && kind === 'award')).to.have.length(1)
    await certificates.revoke(String(papers[0]!._id), { reason: 'wrong-result', note: '复核' }, contest.admin)
    await deliverAll(app, 'credits.settle-person')
    const after = await CreditEntry.find({ personId: first!.personId }).lean()
    expect(after.reduce((sum, { hundredths }) => sum + hundredths, 0)).to.equal(0)
    expect((await CompetitionEvent.findById(contest.eventId).lean())?.state).to.equal('final')
  })
})
