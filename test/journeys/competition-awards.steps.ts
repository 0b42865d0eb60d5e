import { expect } from 'chai'
import { Award } from '../../src/competitions/awards/award.model.js'
import { Entry } from '../../src/competitions/entries/entry.model.js'
import { Certificate } from '../../src/papers/certificates/certificate.model.js'
import { qpdfCheck, textOf } from '../infra/paper/pdf-tools.js'
import { phone } from '../support/chromium.js'
import { visit } from '../support/visitor.js'
import { contestants, type ContestStory } from './competition.cast.js'

const clause = '雄就社领发〔2022〕1号 第四部分第四项'

/** From the locked marks to the award in the winner's account and the line in the report of the year. */
export function stepsToTheReport({ told, at, contest, refuses }: ContestStory): void {
  let { desk, browser, stack } = {} as ReturnType<ContestStory['told']>
  before(() => void ({ desk, browser, stack } = told()))
  let winner = { name: '', awardId: '', seat: 0 }
  let token = ''

  it('both keepers hand over their numbers; only then is anybody ranked', async () => {
    for (const [keeper, said] of [
      ['draw-keeper-1', '等待另一位保管人'],
      ['code-keeper-1', '成绩已解密并排名'],
    ] as const)
      await at('2022-11-24', keeper, async () => {
        await desk.open(`/duties/${contest.eventId}/draw`)
        await desk.press('交出号码')
        await desk.shows(said)
      })
  })

  it('the New Area puts the list on notice, and cannot make it final before the days are over', () =>
    at('2022-11-24 14:00', 'admin', async () => {
      await desk.open(contest.event('/results'))
      await desk.press('开始公示')
      await desk.shows('已公示', ...contestants.map(({ name }) => name))
      await refuses('正式公布', '之后才能正式公布')
    }))

  it('a delegation appeals with its reason; the New Area answers that it does not hold', async () => {
    await at('2022-11-25', 'team', async () => {
      const entry = await Entry.findOne({ eventId: contest.eventId, way: 'organisation' }).lean()
      await desk.open(`/entries/${String(entry!._id)}/appeal`)
      await desk.fill({ text: '不服' })
      await refuses('提交申诉', '至少 10 个字')
      await desk.fill({ text: '墙面垂直度现场测量为 2 毫米，请复核' })
      await desk.press('提交申诉')
      await desk.shows('申诉已提交')
    })
    await at('2022-11-28', 'admin', async () => {
      await desk.open('/home')
      await desk.press(/竞赛申诉待答复/)
      await desk.shows('墙面垂直度现场测量为 2 毫米')
      await desk.fill({ decision: '调阅记录，测量值为 3 毫米，计分无误' })
      await refuses('答复', '请选择结论')
      await desk.fill({ verdict: 'dismissed' })
      await desk.press('答复')
      await desk.shows('已答复', '不成立')
    })
  })

  it('the New Area writes down its own table of promotion, from the day that it is in force', () =>
    at('2022-11-29', 'admin', async () => {
      await desk.turnTo('政策与标准')
      await desk.press('竞赛奖项表和晋级表')
      await desk.press('登记新的晋级表')
      await desk.fill({ from: '2022-11-01', clause, origin: 'own', minEntries: '3', 'rankFrom-0': '6' })
      await refuses('保存为新表', '第 1 行：名次请从小到大填')
      await desk.fill({ 'rankFrom-0': '1', 'rankTo-0': '2' })
      await desk.press('保存为新表')
      await desk.shows('已登记：晋级表', clause, '现行')
    }))

  it('the list becomes final; prizes and proposals are there, with the table that gave them', () =>
    at('2022-12-05', 'admin', async () => {
      await desk.open(contest.event('/results'))
      await desk.press('正式公布')
      await desk.shows('已正式公布：砌筑工')
      await desk.press('奖项')
      await desk.shows('一等奖', '二等奖', '总分不到标准', '建议晋升 二级/技师', '成绩不合格')
      await desk.press(clause)
      await desk.shows('晋级表', '1 – 2')
      const first = (await Award.findOne({ eventId: contest.eventId, rank: 1 }).lean())!
      const seat = contestants.findIndex(({ name }) => name === first.personName)
      winner = { name: first.personName, awardId: String(first._id), seat }
    }))

  it('the host issues the award papers in one batch; the paper bears the name and the prize', () =>
    at('2022-12-06', 'host', async () => {
      await desk.open(contest.event('/certificates'))
      await desk.fill({ issuedOn: '2022-12-01' })
      await refuses(/^为 2 人制证$/, '发证日期')
      await desk.fill({ issuedOn: '2022-12-06' })
      await desk.press('为 2 人制证')
      await desk.awaitResult()
      const papers = await Certificate.find({ sourceId: contest.eventId, family: 'award' }).lean()
      expect(papers).to.have.length(2)
      const own = papers.find(({ holderName }) => holderName === winner.name)!
      token = own.token
      await desk.open(`/certificates/${String(own._id)}`)
      const pdf = await desk.bytes(await desk.hrefOf(/PDF/))
      expect(textOf(pdf)).to.include(winner.name).and.include('一等奖').and.include(contest.title)
      expect(qpdfCheck(pdf)).to.include('No syntax or stream encoding errors')
    }))

  it('anybody may verify it', async () => {
    const stranger = await visit(browser, stack.base, '', { viewport: phone })
    await stranger.open(`/v/${token}`)
    await stranger.shows('有效', '一等奖', contest.title)
    expect(stranger.complaints).to.deep.equal([])
    await stranger.leave()
  })

  it('the award stands in the learning account of the winner, which opened by itself', () =>
    at('2022-12-07', `athlete${winner.seat}`, async () => {
      await desk.open('/me')
      await desk.shows(winner.name, '一等奖')
      await desk.open('/me/account')
      await desk.shows('竞赛成绩', contest.title)
    }))

  it('the promotion is declined with its reason, and cannot be decided twice', () =>
    at('2022-12-08', 'admin', async () => {
      await desk.open(`/awards/${winner.awardId}/promotion`)
      await desk.fill({ decision: 'forwarded' })
      await refuses('保存', '请写明转哪个机构，或者为什么不转')
      await desk.fill({ note: '转芦花评价中心（样例）' })
      await desk.press('保存')
      await desk.shows(`已处理：${winner.name}`, '已转评价机构：二级/技师')
      await desk.open(`/awards/${winner.awardId}/promotion`)
      await desk.fill({ decision: 'declined', note: '工作年限不够' })
      await refuses('保存', '已经处理')
    }))

  it('the report of the year shows the competition with its figures, opens them, and prints', () =>
    at('2022-12-30', 'admin', async () => {
      await desk.turnTo('竞赛报表')
      await desk.shows(contest.title)
      const pdf = await desk.bytes(await desk.hrefOf('打印 PDF'))
      expect(textOf(pdf)).to.include(contest.title).and.include('已结束 1 3 3 3 2 2')
      await desk.open('/reports/competitions/list?year=2022&figure=promotions')
      await desk.shows(winner.name, '二级/技师')
    }))
}
