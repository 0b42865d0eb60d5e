import { expect } from 'chai'
import { CompetitionEvent } from '../../src/competitions/events/event.model.js'
import { SecretCode } from '../../src/competitions/draws/code-map.model.js'
import { Entry } from '../../src/competitions/entries/entry.model.js'
import { pdfNamed } from '../support/visitor.js'
import { contestants, entryFile, schemeFile, type ContestStory } from './competition.cast.js'

/** From the first form to the chief judge's signature under the marks. */
export function stepsToTheSignature({ told, at, contest, refuses }: ContestStory): void {
  let { cast: people, desk } = {} as ReturnType<ContestStory['told']>
  before(() => void ({ cast: people, desk } = told()))

  it('a host writes it down; days in the wrong order come back', () =>
    at('2022-09-01', 'host', async () => {
      await desk.turnTo('竞赛')
      await desk.press('新建竞赛')
      await desk.fill({
        title: contest.title,
        tier: 'new-area',
        sponsor: '雄安新区公共服务局（样例）',
        region: '130629',
        place: '容城县公共实训基地',
        entriesFrom: '2022-10-01',
        entriesTo: '2022-09-30',
        contestFrom: '2022-11-23',
        contestTo: '2022-11-23',
        contact: '0312-0000000',
      })
      await refuses('保存', '截止日期不能早于开始日期')
      await desk.fill({ entriesTo: '2022-10-31' })
      await desk.press('保存')
      contest.id = desk.here().split('/').at(-1)!
      await desk.shows('添加至少一个赛项')
    }))

  it('adds an event, the notice and the technical document, and hands it in', () =>
    at('2022-09-01', 'host', async () => {
      await desk.open(contest.page())
      await desk.press('添加赛项')
      await desk.fill({
        title: '砌筑工',
        occupationId: '2022:6-29-01-01',
        level: '4',
        minEntries: '2',
        modules: 'M1',
        'tie-theory': '2',
      })
      await refuses('保存赛项', '第 1 行看不懂')
      await desk.fill({ modules: 'M1 砌墙 180' })
      await desk.press('保存赛项')
      await desk.shows('上传竞赛通知')
      for (const [kind, name] of [
        ['notice', '竞赛通知'],
        ['technical', '技术文件'],
      ] as const) {
        await desk.fill({ kind, title: name })
        await desk.attach('file', pdfNamed(`${name}.pdf`))
        await desk.press('上传文件')
      }
      await desk.press('提交审核')
      await desk.shows('待审核')
      contest.eventId = String((await CompetitionEvent.findOne({ competitionId: contest.id }).lean())!._id)
    }))

  it('the New Area returns it once with a reason, then publishes it', async () => {
    await at('2022-09-05', 'admin', async () => {
      await desk.open('/home')
      await desk.press(new RegExp(`竞赛待审核：${contest.title}`))
      await desk.press('退回')
      await refuses('退回', '请写明')
      await desk.fill({ reason: '简介没有写明奖励' })
      await desk.press('退回')
    })
    await at('2022-09-06', 'host', async () => {
      await desk.open('/home')
      await desk.press(new RegExp(`竞赛被退回：${contest.title}`))
      await desk.shows('简介没有写明奖励')
      await desk.press('修改竞赛')
      await desk.fill({ summary: '一等奖 1 名，二等奖 2 名，三等奖 3 名' })
      await desk.press('保存')
      await desk.press('提交审核')
    })
    await at('2022-09-07', 'admin', async () => {
      await desk.open(contest.page())
      await desk.press('通过并发布')
      await desk.shows('已发布')
    })
  })

  it('entries open on their day, not before', async () => {
    await at('2022-09-30', 'host', async () => {
      await desk.open(contest.page())
      await desk.shows('2022-10-01 起可以开放报名')
    })
    await at('2022-10-01', 'host', async () => {
      await desk.open(contest.page())
      await desk.press('开放报名')
      await desk.shows('报名中')
    })
  })

  it('an enterprise enters one by form and two by file; who may not compete is told why', () =>
    at('2022-10-08', 'team', async () => {
      await desk.open(contest.publicPage())
      await desk.press('报名')
      const [first, ...rest] = contestants
      await desk.fill({
        'name-1': first!.name,
        'idNumber-1': first!.idNumber,
        'identity-1': 'worker',
        'honour-1': 'national-expert',
      })
      await refuses('提交报名', '安小荷 已获国家级荣誉，不能参赛')
      await desk.fill({ 'honour-1': 'none' })
      await desk.press('提交报名')
      await desk.open(`/events/${contest.eventId}/entry-file`)
      await desk.attach(
        'file',
        entryFile(
          ...rest,
          { name: '错一位', idNumber: rest[0]!.idNumber.replace(/.$/, (last) => (last === '1' ? '2' : '1')) },
          first!,
        ),
      )
      await desk.press('上传并核对')
      await desk.shows('证件号码不对')
      await desk.press(/^报名 3 队/)
      await desk.shows('一人只报一项')
      expect(await Entry.countDocuments({ eventId: contest.eventId })).to.equal(3)
    }))

  it('a trainee enters alone; the host confirms three and refuses one', async () => {
    await at('2022-10-09', 'trainee', async () => {
      await desk.open(contest.publicPage())
      await desk.press('报名')
      await desk.fill({ identity: 'worker', employer: '容城县个体工商户' })
      await desk.press('提交报名')
      await desk.shows('安小渔')
    })
    await at('2022-10-12', 'clerk', async () => {
      await desk.open('/home')
      await desk.press(/报名待审核：砌筑工/)
      const own = await Entry.findOne({ eventId: contest.eventId, way: 'person' }).lean()
      await desk.open(`/entries/${String(own!._id)}/refuse`)
      await desk.fill({ reason: 'experience-missing' })
      await desk.press('不通过')
      await desk.press('全部确认')
      await desk.shows('已确认 3 个报名')
    })
  })

  it('entries are closed; the scheme is loaded when it makes 100, the staff appointed with one duty each', () =>
    at('2022-11-01', 'host', async () => {
      await desk.open(contest.page())
      await desk.press('截止报名')
      await desk.open(contest.event('/scheme'))
      await desk.attach('file', schemeFile(true))
      await desk.press('上传并核对')
      await desk.shows('合计应为 100，现在是 60.00')
      await desk.open(contest.event('/scheme'))
      await desk.attach('file', schemeFile())
      await desk.press('上传并核对')
      await desk.press('确认使用')
      await desk.open(contest.event('/staff'))
      const seated = Object.fromEntries(
        Object.entries(people)
          .filter(([who]) => /-\d$/.test(who))
          .map(([who, { id: account }]) => [who, account]),
      )
      await desk.fill({ ...seated, 'keyer-2': seated['keyer-1']! })
      await refuses('保存', '一个人只能有一项')
      await desk.fill({ 'keyer-2': seated['keyer-2']! })
      await desk.press('保存')
      await desk.shows('keyer 2')
    }))

  it('three keepers draw, each his own number', async () => {
    for (const keeper of ['registrar-1', 'draw-keeper-1', 'code-keeper-1'] as const)
      await at('2022-11-20', keeper, async () => {
        await desk.open('/home')
        await desk.press('抽签')
        await desk.press('现在抽签')
        await desk.shows('只有您看得到这张对照表')
      })
    contest.codes = (await SecretCode.find({ eventId: contest.eventId }).sort({ code: 1 }).lean()).map(
      ({ code }) => code,
    )
    expect(contest.codes).to.have.length(3)
  })

  it('the contest begins on its day; three judges mark under secret codes, and talk where they differ', async () => {
    await at('2022-11-23', 'host', async () => {
      await desk.open(contest.page())
      await desk.press('开始比赛')
    })
    const steps = { 'judge-1': ['2', '3', '1'], 'judge-2': ['3', '3', '3'], 'judge-3': ['3', '2', '3'] } as const
    for (const judge of ['judge-1', 'judge-2', 'judge-3'] as const)
      await at('2022-11-23 10:00', judge, async () => {
        await desk.open('/home')
        await desk.press('评分')
        expect(await desk.says()).not.to.include('安小荷')
        for (const [i, code] of contest.codes.entries()) {
          await desk.open(`/judge/${contest.eventId}/contestants/${code}`)
          await desk.fill({ 'v-A1.1': ['1.5', '3', '5'][i]!, 'v-A2.1': steps[judge][i]! })
          await desk.press(/^保存/)
        }
      })
    await at('2022-11-23 11:00', 'judge-1', async () => {
      await desk.open(`/judge/${contest.eventId}/contestants/${contest.codes[2]}`)
      await desk.shows('讨论')
      await desk.fill({ 'v-A2.1': '2' })
      await refuses(/^保存/, '请写明讨论后改分的理由')
      await desk.fill({ 'v-A2.1': '2', reason: '对照 2 分基准，改为 2' })
      await desk.press(/^保存/)
    })
  })

  it('two people key the theory; the chief judge signs, and nobody has seen a rank', async () => {
    for (const keyer of ['keyer-1', 'keyer-2'] as const)
      await at('2022-11-23 14:00', keyer, async () => {
        for (const [i, code] of contest.codes.entries()) {
          await desk.open(`/keying/${contest.eventId}/contestants/${code}`)
          await desk.fill({ theory: ['80', '90', '85'][i]! })
          await desk.press('保存')
        }
      })
    await at('2022-11-23 16:00', 'chief-judge-1', async () => {
      await desk.open(`/judge/${contest.eventId}/lock`)
      await refuses('签字并锁定', '请勾选签字')
      await desk.fill({ signed: 'yes' })
      await desk.press('签字并锁定')
      await desk.shows('已锁定：砌筑工')
    })
    await at('2022-11-23 16:10', 'admin', async () => {
      await desk.open(contest.event('/results'))
      expect(await desk.says())
        .to.include('等待两位保管人')
        .and.not.include('安小荷')
    })
  })
}
