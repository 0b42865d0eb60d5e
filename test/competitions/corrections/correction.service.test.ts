import { expect } from 'chai'
import { Correction } from '../../../src/competitions/corrections/correction.model.js'
import { JudgeMarksOf } from '../../../src/competitions/marking/marking.model.js'
import { resultQueries } from '../../../src/competitions/results/result.queries.js'
import { markContest, rankContest, saveContest, type Contest } from '../../builders/contest.js'
import { appFor, makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  )

describe('a correction after the lock', () => {
  usesDatabase()
  const app = makeServices()
  const { contestResults, corrections } = app.services
  let contest: Contest
  let codes: string[]
  before(async function () {
    this.timeout(60_000)
    contest = await saveContest(app, 'contest', { entries: 3 })
    codes = await markContest(app, contest, [
      { measured: 1500, steps: [2, 3, 3], theory: 8000 },
      { measured: 3000, steps: [2, 2, 2], theory: 9000 },
      { measured: 2000, steps: [3, 3, 2], theory: 8500 },
    ])
  })
  const ranks = async (eventId: string) => (await resultQueries.of(eventId)).map(({ code, rank }) => [code, rank])

  it('waits for the ranking', async () => {
    const { eventId, staff, admin } = contest
    const wish = { code: codes[0]!, kind: 'theory' as const, value: '9000', reason: '漏计一页' }
    expect(await codeOf(corrections.propose(eventId, wish, staff['chief-judge'][0]!))).to.equal('corrections.not-open')
    await rankContest(app, contest)
    await contestResults.notice(eventId, admin)
  })

  it('is made by two, keeps the old mark, and says who moves', async () => {
    const { eventId, staff, admin } = contest
    const chief = staff['chief-judge'][0]!
    const wish = {
      code: codes[0]!,
      kind: 'mark' as const,
      judgeId: staff.judge[0]!.id,
      aspect: 'A2.1',
      value: '3',
      reason: '录像复核',
    }
    expect(await codeOf(corrections.propose(eventId, wish, staff.judge[0]!))).to.equal('marking.not-chief')
    expect(await codeOf(corrections.propose(eventId, { ...wish, value: '2' }, chief))).to.equal(
      'corrections.same-value',
    )
    expect(await codeOf(corrections.propose(eventId, { ...wish, value: '4' }, chief))).to.equal('marking.not-a-step')
    expect(await codeOf(corrections.propose(eventId, { ...wish, aspect: 'A9.9' }, chief))).to.equal(
      'corrections.no-mark',
    )
    const before = await ranks(eventId)
    const id = await corrections.propose(eventId, wish, chief)
    expect([
      await ranks(eventId),
      await codeOf(corrections.propose(eventId, wish, chief)),
      await codeOf(contestResults.finalise(eventId, admin)),
    ]).to.deep.equal([before, 'corrections.one-waits', 'contestResults.corrections-open'])
    expect(await codeOf(corrections.sign(id, true, chief))).to.equal('not-your-role')
    await corrections.sign(id, true, admin)
    expect(await ranks(eventId)).to.deep.equal([
      [codes[0], 1],
      [codes[2], 2],
      [codes[1], 3],
    ])
    const [signed] = await corrections.of(eventId)
    expect([signed!.from, signed!.to, signed!.moves.map(({ code, from, to }) => [code, from, to])]).to.deep.equal([
      '2',
      '3',
      [
        [codes[0], 2, 1],
        [codes[2], 1, 2],
      ],
    ])
    const marks = await JudgeMarksOf.findOne({
      eventId,
      judgeId: staff.judge[0]!.id,
      sheetId: `${eventId}:${codes[0]}`,
    }).lean()
    expect(marks!.history.at(-1)).to.include({ aspect: 'A2.1', from: 2, to: 3, way: 'correction', reason: '录像复核' })
    expect(await codeOf(corrections.sign(id, true, admin))).to.equal('corrections.dealt-with')
    const second = await corrections.propose(eventId, { ...wish, kind: 'theory', value: '10000' }, chief)
    await corrections.sign(second, false, admin)
    expect((await ranks(eventId))[0]).to.deep.equal([codes[0], 1])
  })

  it('is told to everybody beside the list: who moves, by masked names, and no reason that may name people', async () => {
    const { browser } = await appFor(contest.admin)
    const { text } = await browser.get(`/competitions/${contest.competitionId}`)
    expect(text)
      .to.include('成绩更正')
      .and.match(/01-00\d 选\*.：第 2 名变为第 1 名/)
    expect(text).not.to.include('录像复核')
  })

  it('on the page of the chief judge names what is missing, and writes nothing until it is whole', async () => {
    const { eventId, staff, admin } = contest
    const address = `/judge/${eventId}/corrections`
    const chief = (await appFor(staff['chief-judge'][0]!)).browser
    const good = {
      code: codes[1]!,
      kind: 'mark',
      judgeId: staff.judge[0]!.id,
      aspect: 'A2.1',
      value: '1',
      reason: '录像复核',
    }
    const before = await Correction.countDocuments()
    for (const [wrong, sentence] of [
      [{ code: '' }, '请选择选手'],
      [{ code: 'ZZZZ' }, '没有这个加密号'],
      [{ kind: '' }, '请选择改什么'],
      [{ reason: ' ' }, '请写明原因'],
      [{ value: '4' }, '请填写新的数值'],
      [{ value: '1.5' }, '请填写新的数值'],
      [{ value: '2' }, '与现在的一样'],
      [{ judgeId: 'nobody' }, '这位裁判没有给这名选手这一项打分'],
      [{ kind: 'theory', value: '100.01' }, '不对'],
      [{ kind: 'standing', standing: '' }, '请填写新的数值'],
    ] as const) {
      const answer = await chief.post(address, { ...good, ...wrong })
      expect([answer.status, await Correction.countDocuments()], sentence).to.deep.equal([422, before])
      if (sentence !== '不对') expect(answer.text).to.contain(sentence)
    }
    expect((await (await appFor(staff.judge[0]!)).browser.post(address, good)).status).to.equal(403)
    expect((await chief.post(address, good)).status).to.equal(303)
    const office = (await appFor(admin)).browser
    const results = `/manage/events/${eventId}/results`
    expect((await office.get(results)).text).to.contain('签字生效')
    const open = (await Correction.findOne({ eventId, state: 'proposed' }).lean())!
    expect((await office.post(`/corrections/${String(open._id)}/sign`, { agreed: 'yes' })).status).to.equal(303)
    expect((await office.get(results)).text)
      .to.contain('已生效')
      .and.contain('录像复核')
    expect((await office.post(`/corrections/${String(open._id)}/sign`, { agreed: 'yes' })).status).to.equal(422)
  })

  it('of a standing takes the rank away, and the others move up', async () => {
    const { eventId, staff, admin } = contest
    const [first] = await ranks(eventId)
    const wish = { code: String(first![0]), kind: 'standing' as const, value: 'disqualified', reason: '使用自带工具' }
    await corrections.sign(await corrections.propose(eventId, wish, staff['chief-judge'][0]!), true, admin)
    expect((await ranks(eventId)).map(([, rank]) => rank)).to.deep.equal([1, 2, undefined])
    expect((await corrections.of(eventId)).at(-1)!.moves).to.have.length(3)
  })
})
