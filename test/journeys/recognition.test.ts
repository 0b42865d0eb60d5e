import { expect } from 'chai'
import { photoFor } from '../../scripts/demonstration/photos.js'
import { Recognition } from '../../src/papers/recognitions/recognition.model.js'
import { Transcript } from '../../src/papers/transcripts/transcript.model.js'
import { qpdfCheck, textOf } from '../infra/paper/pdf-tools.js'
import { phone } from '../support/chromium.js'
import { usesStory } from '../support/story.js'
import { visit, type Visitor } from '../support/visitor.js'
import { asTyped, colleague, gather, holder, lineOf, own, registerOf } from './recognition.cast.js'

describe('a paper of Beijing, from the form to the account of its holder, and to its end at the source', function () {
  this.timeout(120_000)
  const { told, at } = usesStory('2022-11-23', gather, { refusals: true })
  let { stack, cast, desk, browser } = {} as ReturnType<typeof told>
  let hand: Visitor
  before(async () => {
    ;({ stack, cast, desk, browser } = told())
    hand = await visit(browser, stack.base, '', { viewport: phone })
  })
  let [ownId, colleagueId, statement, print] = ['', '', '', '']
  const page = (id: string) => `/recognitions/${id}`
  /** The holder takes up the phone on a day; nothing is wider than it. */
  const onThePhone = async (moment: string, work: () => Promise<void>) => {
    const [day, time] = moment.split(' ') as [string, string?]
    stack.clock.set(day, time)
    await hand.handOver(cast.trainee.username)
    await work()
    expect(hand.complaints.filter((text) => !/status of 422/.test(text))).to.deep.equal([])
  }
  const fitsThePhone = async () =>
    expect(await hand.page.evaluate('document.documentElement.scrollWidth <= innerWidth'), hand.here()).to.equal(true)
  const lookUp = async (result: string) => {
    await desk.fill({ place: 'jndj.osta.org.cn', result })
    await desk.attach('picture', {
      name: 'answer.jpg',
      mimeType: 'image/jpeg',
      buffer: await photoFor('female', 1),
    })
    await desk.press('保存查询结果')
  }
  const receive = async (...files: Parameters<typeof desk.attach>[1][]) => {
    await desk.open('/source-registers/new')
    await desk.fill({ keyId: cast.sender.keyId })
    await desk.attach('files', ...files)
    await desk.press('核对签名并预览')
  }

  it('the holder applies on a phone; what is missing is said beside its box, and nothing is lost', () =>
    onThePhone('2022-12-06', async () => {
      await hand.open('/me/recognitions/new')
      await hand.fill({ ...asTyped(own), number: '' })
      await hand.press('提交申请')
      await hand.shows('请填写证书编号', '请确认内容属实并同意核验')
      await fitsThePhone()
      await hand.fill({ number: own.paper.number, agreed: 'yes' })
      await hand.press('提交申请')
      await hand.shows('待受理')
      ownId = hand.here().split('/').at(-1)!
    }))

  it('the employer is refused the same paper by the number of its case, and applies for a colleague', () =>
    at('2022-12-06 10:00', 'enterprise', async () => {
      const apply = async (one: typeof own) => {
        await desk.open('/recognitions/new')
        await desk.fill({ ...(one.person as unknown as Record<string, string>), ...asTyped(one), agreed: 'yes' })
        await desk.press('提交申请')
      }
      await apply(own)
      await desk.shows((await Recognition.findById(ownId).lean())!.number, '这张证书已经有一件互认申请')
      await apply(colleague)
      await desk.shows('待受理')
      colleagueId = desk.here().split('/').at(-1)!
    }))

  it('the county looks at the source: without a picture nothing is kept, not found waits and is never called false', () =>
    at('2022-12-07', 'officer', async () => {
      await desk.open('/home')
      await desk.open(page(ownId))
      await desk.press('材料齐全，受理')
      await desk.fill({ place: 'jndj.osta.org.cn', result: 'not-found' })
      await desk.press('保存查询结果')
      await desk.shows('请选择要上传的文件')
      await lookUp('not-found')
      await desk.shows('未查到，等待复查', '不等于假证')
      expect(await desk.page.getByRole('button', { name: '完成比对，送认定' }).count()).to.equal(0)
    }))

  it('an administrator finds it a week later and compares, and is not the one who decides', () =>
    at('2022-12-14', 'first', async () => {
      await desk.open(page(ownId))
      await lookUp('agrees')
      await desk.press('完成比对，送认定')
      await desk.shows('由没有经手过这件申请的新区管理员认定')
      expect(await desk.page.getByRole('button', { name: '予以互认' }).count()).to.equal(0)
    }))

  it('a register of Beijing is read only with its own signature, and then answers for the colleague', async () => {
    const [sheet, signature] = registerOf(cast.sender, 'beijing-1', lineOf(colleague, 'valid', '2022-12-10'))
    const [, foreign] = registerOf(cast.sender, 'another', lineOf(own, 'valid', '2022-12-10'))
    await at('2022-12-15', 'first', async () => {
      await receive(sheet!, foreign!)
      await desk.shows('签名与文件或发送方（北京市职业技能鉴定管理中心）不符')
      await receive(sheet!, signature!)
      await desk.shows('还没有写入任何数据')
      await desk.press('导入 1 行')
      await desk.awaitResult()
      await desk.shows('已导入')
    })
    await at('2022-12-15 14:00', 'officer', async () => {
      await desk.open(page(colleagueId))
      await desk.press('材料齐全，受理')
      await desk.shows('登记册', '一致')
      await desk.press('完成比对，送认定')
    })
  })

  it('a second person decides; the queue makes the statement, which names its source and which anybody can verify', () =>
    at('2022-12-16', 'second', async () => {
      for (const id of [ownId, colleagueId]) {
        await desk.open(page(id))
        await desk.shows('核验一致，对应表有这一项，可以互认')
        await desk.press('予以互认')
      }
      await stack.settled()
      await desk.open(page(ownId))
      const pdf = await desk.save('下载互认说明')
      expect(qpdfCheck(pdf)).to.include('No syntax or stream encoding errors')
      for (const part of ['京津雄互认说明', holder.name, own.paper.number, own.paper.issuer])
        expect(textOf(pdf)).to.include(part)
      const { certificateId } = (await Recognition.findById(ownId).lean())!
      const { number, token } = await stack.services.certificates.get(certificateId!)
      expect(textOf(pdf)).to.include(number)
      statement = `/v/${token}`
      await desk.open(statement)
      await desk.shows('互认有效', '它不是证书', own.paper.number)
    }))

  it('the employer relies on it, by number and name together', () =>
    at('2022-12-16 15:00', 'enterprise', async () => {
      const { number } = (await Recognition.findById(ownId).lean())!
      await desk.open('/reliances')
      await desk.fill({ number, name: colleague.person.name, purpose: '养老护理员岗位聘用' })
      await desk.press('登记')
      await desk.shows('没有编号和姓名都相符、正在生效的互认')
      await desk.fill({ name: holder.name })
      await desk.press('登记')
      await desk.shows(number, '养老护理员岗位聘用')
    }))

  it('the account on the phone has course, certificate, apprenticeship, prize and recognised paper, each with its credits', () =>
    onThePhone('2022-12-17', async () => {
      await hand.open('/me')
      await fitsThePhone()
      await hand.open('/me/account')
      await hand.shows(holder.name, '培训课程', '职业技能等级', '新型学徒制', '竞赛成绩', '京津互认', own.paper.number)
      await fitsThePhone()
      await hand.open('/me/account/credits')
      await hand.shows('京津互认')
      await fitsThePhone()
    }))

  it('the transcript is printed from the phone, and anybody can verify it', () =>
    onThePhone('2022-12-17 10:00', async () => {
      await hand.open('/me/account')
      await hand.press('打印证明')
      await hand.shows('证明已生成')
      const pdf = await hand.bytes(await hand.hrefOf(/的证明（PDF）/))
      expect(qpdfCheck(pdf)).to.include('No syntax or stream encoding errors')
      for (const part of ['个人学习账号证明', holder.name, '京津互认', '新型学徒制', '竞赛成绩', own.paper.issuer])
        expect(textOf(pdf)).to.include(part)
      expect(textOf(pdf)).not.to.include(holder.idNumber)
      print = `/v/${(await Transcript.findOne({ personId: cast.personId }).lean())!.token}`
      await hand.open(print)
      await hand.shows('与账号现状一致')
      await fitsThePhone()
    }))

  it('is one person in every figure: 2 人次 of 1 人, one talent with two papers, a line of the two cities', () =>
    at('2022-12-19', 'second', async () => {
      await desk.open('/reports/beijing-tianjin')
      await desk.shows('生效互认 2 件 = 北京市 2')
      expect(textOf(await desk.bytes('/reports/beijing-tianjin/report.pdf'))).to.include('养老护理员')
      await desk.open('/reports/talents')
      expect(await desk.figures()).to.deep.equal(['2', '1', '3', '2'])
      expect(await desk.page.locator('.xa-eq b').allInnerTexts()).to.deep.equal(['3', '2', '1', '0', '0', '0'])
      await desk.open('/reports/talents/people')
      expect((await desk.says()).split(holder.name).length - 1).to.equal(1)
      await desk.open('/reports/subsidised-training?year=2022')
      await desk.page.locator('.xa-eq b').nth(1).click()
      await desk.page.waitForLoadState()
      expect(await desk.page.locator('.xa-title').innerText()).to.include('2 人次 · 1 人')
      await desk.open(`/learning-accounts?q=${holder.name}`)
      await desk.shows('共 1 个')
    }))

  it('ends at its source: the next register puts it under question, and holder and employer are told', async () => {
    await at('2022-12-20', 'first', async () => {
      await receive(...registerOf(cast.sender, 'beijing-2', lineOf(own, 'revoked', '2022-12-19')))
      await desk.press('导入 1 行')
      await desk.awaitResult()
    })
    await stack.settled()
    await desk.open(statement)
    await desk.shows('来源证书在来源地已停用，正在核实，期间不能使用')
    await onThePhone('2022-12-20 10:00', async () => {
      await hand.open('/messages')
      await hand.shows('来源证书已在来源地停用')
    })
    await at('2022-12-20 14:00', 'enterprise', async () => {
      await desk.open('/messages')
      await desk.shows('来源证书已停用，请核实上岗')
    })
  })

  it('is revoked by the second person: credits are taken back with their reason, papers and figures say so', async () => {
    await at('2022-12-21', 'second', async () => {
      await desk.open(page(ownId))
      await desk.fill({ act: 'revoke', grounds: '来源地书面确认撤销' })
      await desk.press('确定处理')
      await desk.shows('这项互认已撤销')
      await stack.settled()
      await desk.open(statement)
      await desk.shows('来源证书已停用，互认已撤销')
      await desk.open('/reports/beijing-tianjin')
      await desk.shows('生效互认 1 件 = 北京市 1')
      await desk.open('/reports/talents')
      expect(await desk.figures()).to.deep.equal(['2', '0', '2', '1'])
    })
    await onThePhone('2022-12-22', async () => {
      await hand.open('/me/account/credits')
      await hand.shows('冲回')
      await hand.open('/messages')
      await hand.shows('学分已冲回')
      await hand.open(print)
      await hand.shows('账号已有变化')
    })
    await hand.leave()
  })
})
