import { expect } from 'chai'
import { Award } from '../../../src/competitions/awards/award.model.js'
import { Competition } from '../../../src/competitions/competitions/competition.model.js'
import { dueFor } from '../../../src/desk/home/home.queries.js'
import type { Actor } from '../../../src/shared/permissions.js'
import { CompetitionEvent } from '../../../src/competitions/events/event.model.js'
import { markContest, rankContest, saveContest } from '../../builders/contest.js'
import { appAs, makeServices, saveActor } from '../../support/app.js'
import { empty, usesDatabase } from '../../support/database.js'
import { movableClock } from '../../support/stack.js'

const steps = [3, 3, 3] as const

const kinds = async (actor: Actor, today = '2022-11-23') =>
  (await dueFor(actor, today)).map(({ kind, since }) => `${kind} ${since}`)

describe('what waits for a person in competitions', () => {
  usesDatabase()
  const world = makeServices()
  afterEach(() => empty('competitions', 'competition-events', 'competition-entries', 'competition-entrants'))

  it('is a review for the New Area, never of what one handed in oneself, and nothing for the county', async () => {
    const { competitionId, admin, host } = await saveContest(world, 'submitted')
    expect(await kinds(admin)).to.deep.equal(['contest-review 2022-11-23'])
    expect(await kinds(host)).to.deep.equal([])
    expect(await kinds(await saveActor({ role: 'county-officer', region: '130629' }))).to.deep.equal([])
    await Competition.updateOne({ _id: competitionId }, { $set: { submittedById: admin.id } })
    expect(await kinds(admin)).to.deep.equal([])
  })

  it('is a correction for the host, and the act whose day has come, not a day before', async () => {
    const { competitionId, host, admin, delegation } = await saveContest(world, 'submitted')
    await world.services.competitions.act(competitionId, 'return', admin, { note: '缺联系电话' })
    expect(await kinds(host)).to.deep.equal(['contest-returned 2022-11-23'])
    expect(await kinds(delegation)).to.deep.equal([])
    const cases: [string, string, string, string][] = [
      ['published', '2022-10-31', '2022-11-01', 'contest-open 2022-11-01'],
      ['entries-open', '2022-11-19', '2022-11-20', 'contest-close 2022-11-20'],
      ['entries-closed', '2022-11-22', '2022-11-23', 'contest-begin 2022-11-23'],
    ]
    for (const [state, before, on, due] of cases) {
      await Competition.updateOne({ _id: competitionId }, { $set: { state } })
      expect([state, await kinds(host, before), await kinds(host, on)]).to.deep.equal([state, [], [due]])
    }
  })

  it('is the entries of an event, with their number, until the last is decided', async () => {
    const { eventId, host, delegation } = await saveContest(world, 'entered', { entries: 3 })
    const page = await (
      await appAs({ role: 'institution-clerk', organisationId: host.organisationId! })
    ).browser.get('/home')
    expect([
      page.text.includes('报名待审核：砌筑工'),
      page.text.includes('共 3 个报名'),
      page.text.includes(`/manage/events/${eventId}/entries`),
    ]).to.deep.equal([true, true, true])
    expect(await kinds(delegation)).to.deep.equal([])
    await world.services.entryDecisions.confirmAll(eventId, host)
    expect((await kinds(host)).filter((one) => one.startsWith('entries'))).to.deep.equal([])
  })

  it('is what results ask of the New Area: notice, appeal, final list, proposals of promotion', async () => {
    const clock = movableClock('2022-11-23')
    const app = makeServices({ now: clock.now })
    const contest = await saveContest(app, 'contest', { entries: 10 })
    const { eventId, entryIds, admin, delegation, host } = contest
    const { contestResults, appeals, awards } = app.services
    const marks = Array.from({ length: 10 }, (_, i) => ({ measured: 1500, steps, theory: 9000 - i * 100 }))
    await markContest(app, contest, marks)
    await rankContest(app, contest)
    expect(await kinds(admin)).to.deep.equal(['result-notice 2022-11-23'])
    await contestResults.notice(eventId, admin)
    expect(await kinds(admin)).to.deep.equal([])
    clock.set('2022-11-24')
    await appeals.send(entryIds[0]!, '墙面垂直度计分有误，请复核', delegation)
    expect(await kinds(admin, '2022-12-05')).to.deep.equal(['result-appeal 2022-11-24'])
    await appeals.decide(entryIds[0]!, 'dismissed', '计分无误', admin)
    const until = (await CompetitionEvent.findById(eventId).lean())!.appealsUntil!
    expect([await kinds(admin, until), await kinds(admin, '2022-12-05')]).to.deep.equal([[], [`result-final ${until}`]])
    clock.set('2022-12-05')
    await contestResults.finalise(eventId, admin)
    expect(await kinds(admin, '2022-12-06')).to.deep.equal(['award-promotion 2022-12-05'])
    const papersOf = async (actor: Actor) =>
      (await dueFor(actor, '2022-12-06')).filter(({ kind }) => kind === 'award-papers')
    const prizes = (await awards.of(eventId)).filter(({ prize }) => prize)
    expect((await papersOf(host)).map(({ id, since, count }) => [id, since, count])).to.deep.equal([
      [eventId, '2022-12-05', prizes.length],
    ])
    expect(await papersOf(delegation)).to.deep.equal([])
    await Award.updateMany({ eventId }, { $set: { certificateId: 'made' } })
    expect((await kinds(host, '2022-12-06')).filter((one) => !one.startsWith('contest'))).to.deep.equal([])
    const rows = await awards.of(eventId)
    for (const { _id, promotion } of rows)
      if (promotion === 'proposed') await awards.decidePromotion(String(_id), 'declined', '年限不够', admin)
    expect(await kinds(admin, '2022-12-06')).to.deep.equal([])
  })
})
