import { expect } from 'chai'
import { Competition } from '../../../src/competitions/competitions/competition.model.js'
import { CompetitionEvent } from '../../../src/competitions/events/event.model.js'
import { computeEvent } from '../../../src/competitions/rankings/ranking.queries.js'
import { resultQueries } from '../../../src/competitions/results/result.queries.js'
import { Result } from '../../../src/competitions/results/result.model.js'
import { Message } from '../../../src/office/notifications/notification.model.js'
import { markContest, rankContest, saveContest, type Contest, type SampleMarks } from '../../builders/contest.js'
import { makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'
import { movableClock } from '../../support/stack.js'

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  )
// Practice 60 + 40·8/9, 30 + 40·6/9 and 60 + 40·8/9 again: the first and the third differ in the theory alone.
const three: SampleMarks[] = [
  { measured: 1500, steps: [2, 3, 3], theory: 8000 },
  { measured: 3000, steps: [2, 2, 2], theory: 9000 },
  { measured: 2000, steps: [3, 3, 2], theory: 8500 },
]

describe('results of a contest', () => {
  usesDatabase()
  const clock = movableClock('2022-11-23')
  const app = makeServices({ now: clock.now })
  const { contestResults, appeals, marking, competitions } = app.services
  const begun = (entries = 3) => {
    clock.set('2022-11-23')
    return saveContest(app, 'contest', { entries })
  }
  const ranks = async (eventId: string) => (await resultQueries.of(eventId)).map(({ code, rank }) => [code, rank])

  it('stay hidden until the chief judge has signed and both keepers have handed over', async () => {
    const contest = await begun()
    const { eventId, staff } = contest
    const chief = staff['chief-judge'][0]!
    expect(await codeOf(contestResults.lock(eventId, staff.judge[0]!))).to.equal('marking.not-chief')
    expect(await codeOf(contestResults.lock(eventId, chief))).to.equal('contestResults.not-complete')
    const codes = await markContest(app, contest, three)
    expect(await codeOf(contestResults.open(eventId, staff['draw-keeper'][0]!))).to.equal('draws.not-locked')
    await contestResults.lock(eventId, chief)
    expect(
      await codeOf(marking.save(eventId, codes[0]!, { values: new Map([['A1.1', 0]]) }, staff.judge[0]!)),
    ).to.equal('marking.locked')
    expect(await contestResults.open(eventId, staff['draw-keeper'][0]!)).to.equal('one')
    expect(await contestResults.open(eventId, staff['draw-keeper'][0]!)).to.equal('one')
    expect([await Result.countDocuments({ eventId }), await codeOf(app.services.draws.pairsOf(eventId))]).to.deep.equal(
      [0, 'draws.maps-sealed'],
    )
    expect(await contestResults.open(eventId, staff['code-keeper'][0]!)).to.equal('ranked')
    expect(await ranks(eventId)).to.deep.equal([
      [codes[2], 1],
      [codes[0], 2],
      [codes[1], 3],
    ])
    const [first] = await resultQueries.of(eventId)
    expect([first!.practice, first!.theory, first!.total]).to.deep.equal(['860/9', '85/1', '1663/18'])
    expect((await app.services.draws.check(eventId)).every(({ agrees }) => agrees)).to.equal(true)
    expect((await competitions.get(contest.competitionId)).state).to.equal('locked')
  })

  it('are locked once, even when a judge saves at the same moment', async () => {
    const contest = await begun(2)
    const codes = await markContest(app, contest, [{ measured: 1000, steps: [1, 3, 2], theory: 6000 }, three[0]!])
    const chief = contest.staff['chief-judge'][0]!
    expect(await codeOf(contestResults.lock(contest.eventId, chief))).to.equal('contestResults.not-complete')
    await marking.save(
      contest.eventId,
      codes[0]!,
      { values: new Map([['A2.1', 2]]), reason: '对照基准重看' },
      contest.staff.judge[0]!,
    )
    const outcomes = await Promise.all([
      codeOf(contestResults.lock(contest.eventId, chief)),
      codeOf(contestResults.lock(contest.eventId, chief)),
    ])
    expect(outcomes.sort()).to.deep.equal(['done', 'marking.locked'])
  })

  it('put the absent and the disqualified behind everybody, without a rank and without a 0', async () => {
    const contest = await begun()
    const codes = await app.services.draws.codesOf(contest.eventId)
    const chief = contest.staff['chief-judge'][0]!
    await marking.setStanding(contest.eventId, codes[1]!, 'disqualified', '使用自带工具', chief)
    await marking.setStanding(contest.eventId, codes[2]!, 'absent', '未到场', chief)
    for (const [seat, judge] of contest.staff.judge.entries())
      await marking.save(
        contest.eventId,
        codes[0]!,
        {
          values: new Map([
            ['A1.1', 9000],
            ['A2.1', [0, 0, 1][seat]!],
          ]),
        },
        judge,
      )
    for (const keyer of contest.staff.keyer)
      await app.services.keying.key(contest.eventId, codes[0]!, { theory: 0, values: [] }, keyer)
    await rankContest(app, contest)
    expect(
      (await resultQueries.of(contest.eventId)).map(({ code, rank, total, standing }) => [code, rank, total, standing]),
    ).to.have.deep.members([
      [codes[0], 1, '28/9', 'present'],
      [codes[1], undefined, undefined, 'disqualified'],
      [codes[2], undefined, undefined, 'absent'],
    ])
  })

  async function noticed(): Promise<{ contest: Contest; codes: string[] }> {
    const contest = await begun()
    const codes = await markContest(app, contest, three)
    await rankContest(app, contest)
    expect(await codeOf(contestResults.notice(contest.eventId, contest.host))).to.equal('not-your-role')
    await contestResults.notice(contest.eventId, contest.admin)
    return { contest, codes }
  }

  it('go on notice, take one appeal an entry until the last day, and become final after it', async () => {
    const {
      contest: { eventId, competitionId, delegation, admin, host, entryIds },
    } = await noticed()
    await deliverAll(app, 'notifications.send')
    expect(await Message.countDocuments({ accountId: delegation.id, key: 'contestResults.told-noticed' })).to.equal(1)
    expect(await codeOf(appeals.send(entryIds[0]!, '垂直度测量有误，请复核', host))).to.equal('not-yours')
    const twice = await Promise.all(
      [1, 2].map(() => codeOf(appeals.send(entryIds[0]!, '垂直度测量有误，请复核', delegation))),
    )
    expect(twice.sort()).to.deep.equal(['appeals.sent-already', 'done'])
    clock.set('2022-11-28')
    expect(await codeOf(appeals.send(entryIds[1]!, '最后一天也可以申诉', delegation))).to.equal('done')
    clock.set('2022-11-29')
    expect(await codeOf(appeals.send(entryIds[2]!, '过了最后一天就晚了', delegation))).to.equal('appeals.too-late')
    expect(await codeOf(contestResults.finalise(eventId, admin))).to.equal('contestResults.appeals-open')
    for (const id of [entryIds[0]!, entryIds[1]!]) await appeals.decide(id, 'dismissed', '复测与原记录一致', admin)
    expect(await codeOf(appeals.decide(entryIds[0]!, 'upheld', 'x', admin))).to.equal('appeals.decided-already')
    clock.set('2022-11-28')
    expect(await codeOf(contestResults.finalise(eventId, admin))).to.equal('contestResults.window-open')
    clock.set('2022-11-29')
    await contestResults.finalise(eventId, admin)
    expect([
      (await CompetitionEvent.findById(eventId).lean())?.state,
      (await Competition.findById(competitionId).lean())?.state,
    ]).to.deep.equal(['final', 'final'])
    expect(await codeOf(contestResults.finalise(eventId, admin))).to.equal('events.wrong-state')
  })

  it('equal the list that is worked out again from the marks', async () => {
    const contest = await begun()
    const codes = await markContest(app, contest, [three[0]!, three[0]!, three[1]!])
    await rankContest(app, contest)
    const { placed } = await computeEvent(contest.eventId)
    expect(placed.map(({ id, rank, sharedWith }) => [id, rank, sharedWith])).to.deep.equal([
      [codes[0], 1, 1],
      [codes[1], 1, 1],
      [codes[2], 3, 0],
    ])
    expect((await resultQueries.of(contest.eventId)).map(({ rank, sharedWith }) => [rank, sharedWith])).to.deep.equal([
      [1, 1],
      [1, 1],
      [3, 0],
    ])
  })
})
