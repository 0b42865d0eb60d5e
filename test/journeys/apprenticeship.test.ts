import { expect } from 'chai'
import { Certificate } from '../../src/papers/certificates/certificate.model.js'
import { Apprentice } from '../../src/workplace/apprentices/apprentice.model.js'
import { qpdfCheck, textOf } from '../infra/paper/pdf-tools.js'
import { saveActor } from '../support/app.js'
import { phone } from '../support/chromium.js'
import { usesStory } from '../support/story.js'
import { pdfNamed, visit } from '../support/visitor.js'
import {
  apprentices,
  classDays,
  fails,
  gather,
  learner,
  leaves,
  openTeaching,
  plan,
  teach,
  trainedBefore,
} from './apprenticeship.cast.js'

describe('an apprenticeship, from the first form to the printed sheet', function () {
  this.timeout(120_000)
  const { told, at } = usesStory('2022-11-01', gather, { refusals: true })
  let { stack, cast: offices, desk, browser } = {} as ReturnType<typeof told>
  before(() => void ({ stack, cast: offices, desk, browser } = told()))
  let [classId, teaching] = ['', '']
  const page = (rest = '') => `/apprenticeships/${classId}${rest}`
  const idOf = async (name: string) =>
    String((await Apprentice.findOne({ apprenticeshipId: classId, personName: name }).select('_id').lean())!._id)
  const mark = async (marks: readonly (readonly [name: string, theory: string, practice: string])[]) => {
    for (const [name, theory, practice] of marks)
      await desk.fill({ [`theoryScore.${await idOf(name)}`]: theory, [`practiceScore.${await idOf(name)}`]: practice })
    await desk.press('保存成绩')
  }

  it('the enterprise plans a class; a term that is too short is refused with what to do', () =>
    at('2022-11-10', 'enterprise', async () => {
      await desk.open('/apprenticeships/new')
      await desk.fill({ ...plan, institutionId: offices.school, assessmentBodyId: offices.body, endsOn: '2023-05-31' })
      await desk.press('保存并继续')
      await desk.shows('培养期不足 12 个月，请改晚结束日期')
      await desk.fill({ endsOn: classDays.endsOn })
      await desk.press('保存并继续')
      await desk.press('提交备案')
      await desk.shows('请勾选真实性承诺')
      await desk.fill({ declaration: 'yes' })
      await desk.press('提交备案')
      classId = desk.here().split('/')[2]!
      await desk.shows('待县审核')
    }))

  it('the county returns it with a reason, passes it when corrected, and cannot do the second review', async () => {
    await at('2022-11-11', 'officer', async () => {
      await desk.open('/home')
      await desk.open(page('/review'))
      await desk.page.fill('#decide-text', '请写明双导师的安排')
      await desk.press(/^退回/)
    })
    await at('2022-11-11 14:00', 'enterprise', async () => {
      await desk.open(page())
      await desk.shows('请写明双导师的安排')
      await desk.press('补正并重新提交')
      await desk.fill({ trainingPlan: `${plan.trainingPlan}企业导师石志刚带岗位，学校教师韩树林讲专业。` })
      await desk.press('保存并继续')
      await desk.fill({ declaration: 'yes' })
      await desk.press('提交备案')
    })
    await at('2022-11-14', 'officer', async () => {
      await desk.open(page('/review'))
      await desk.press('只通过')
      await desk.shows('待新区审核')
      await desk.open(page('/review'))
      expect(desk.here()).to.equal(page())
      expect(await desk.page.getByRole('button', { name: '只通过' }).count()).to.equal(0)
    })
  })

  it('the New Area files it', () =>
    at('2022-11-15', 'administrator', async () => {
      await desk.open(page('/review'))
      await desk.press('只通过')
      await desk.shows('已备案')
    }))

  it('four apprentices enter by real name; a wrong ID number says what is wrong, a fifth finds no place', () =>
    at('2022-11-16', 'enterprise', async () => {
      await desk.open(page('/apprentices/add'))
      await desk.fill({
        name: learner.name,
        idNumber: `${learner.idNumber.slice(0, 17)}${learner.idNumber.endsWith('1') ? '2' : '1'}`,
        category: 'G12',
      })
      await desk.press('添加')
      await desk.shows(`最后一位应为 ${learner.idNumber.at(-1)}，请核对身份证`)
      for (const { name, idNumber } of apprentices) {
        await desk.open(page('/apprentices/add'))
        await desk.fill({ name, idNumber, category: 'G12', post: '砌筑岗' })
        await desk.press('添加')
        await desk.shows(`已添加学徒：${name}`)
      }
      expect(await desk.page.getByRole('link', { name: '添加学徒' }).count()).to.equal(0)
    }))

  it('training cannot begin without the contracts, which are recorded with a scan', async () => {
    await at('2022-11-16 10:00', 'enterprise', async () => {
      for (const { name } of apprentices)
        for (const kind of ['labour', 'training']) {
          await desk.open(`/apprentices/${await idOf(name)}/contracts/${kind}`)
          await desk.fill({ signedOn: '2022-11-16', from: classDays.startsOn, to: '2024-11-30' })
          if (name === learner.name) await desk.attach('scan', pdfNamed('劳动合同.pdf'))
          await desk.press('保存合同')
          if (name === leaves.name && kind === 'labour') {
            await desk.open(page())
            await desk.shows('1 名学徒还缺劳动合同或培养协议')
          }
        }
      await desk.open(page('/cooperation-agreement'))
      await desk.fill({ signedOn: '2022-11-01', from: classDays.startsOn, to: '2024-11-30' })
      await desk.press('保存合同')
      await desk.shows('已登记：企校合作协议')
    })
  })

  it('the enterprise pairs a mentor, the school links its central teaching', async () => {
    await at('2022-11-17', 'enterprise', async () => {
      await desk.open(page('/guides'))
      for (const { name } of apprentices) await desk.page.getByLabel(name).check()
      await desk.fill({ accountId: offices.mentor.id, from: classDays.startsOn })
      await desk.press('安排导师')
      await desk.shows('已给 4 名学徒安排：石志刚')
    })
    teaching = await openTeaching(stack, offices)
    await at('2022-11-18', 'manager', async () => {
      await desk.open(page('/central-teaching'))
      await desk.fill({ run: teaching })
      await desk.press('关联这个班')
      await desk.press('学徒入册')
      await desk.shows('已有 4 名学徒进入名册')
    })
  })

  it('training begins on its day, not before', async () => {
    await at('2022-11-30', 'enterprise', async () => {
      await desk.open(page())
      await desk.shows('起可以开始培养')
      expect(await desk.page.getByRole('button', { name: '开始培养' }).count()).to.equal(0)
    })
    await at('2022-12-01', 'enterprise', async () => {
      await desk.open(page())
      await desk.press('开始培养')
      await desk.shows('已开始培养')
    })
  })

  it('the apprentice writes the log on a phone, the mentor signs it on another; nobody signs a day twice', async () => {
    stack.clock.set('2022-12-06', '18:00')
    const { personId } = (await Apprentice.findById(await idOf(learner.name)).lean())!
    await saveActor({ role: 'trainee', username: 'an.xiaohe', name: learner.name, personId })
    const own = await visit(browser, stack.base, 'an.xiaohe', { viewport: phone })
    await own.open('/me')
    await own.press(/新型学徒制/)
    await own.press('写今天的日志')
    await own.fill({ on: '2022-12-07', hours: '6', task: '拌砂浆，砌 24 墙 2 平方米' })
    await own.press('提交日志')
    await own.shows('日期不能晚于今天')
    await own.fill({ on: '2022-12-06' })
    await own.press('提交日志')
    await own.shows('待签')
    const mentor = await visit(browser, stack.base, offices.mentor.username, { viewport: phone })
    await mentor.open('/mentor')
    await mentor.shows('拌砂浆')
    await mentor.press(/^全部签字/)
    await mentor.shows('没有待签的日志')
    await own.open('/me/apprenticeship')
    await own.shows('已签')
    await own.leave()
    await mentor.leave()
  })

  it('one leaves; the school marks the rest at mid-term, the county confirms what it saw', async () => {
    await at('2023-01-20', 'enterprise', async () => {
      await desk.open(`/apprentices/${await idOf(leaves.name)}/exit`)
      await desk.fill({ on: '2023-01-19', reason: 'resigned' })
      await desk.press(/退出/)
    })
    await teach(stack, teaching, offices)
    await at('2023-06-01', 'officer', async () => {
      expect((await desk.open(page('/mid-term-check/confirm')))!.status()).to.equal(422)
      await desk.shows('3 名学徒还没有中期检查结果，请合作机构先登记')
    })
    await at('2023-06-02', 'manager', async () => {
      await desk.open(page('/mid-term-check'))
      await mark([
        [learner.name, '101', '85'],
        [trainedBefore.name, '72', '80'],
        [fails.name, '61', '66'],
      ])
      await desk.shows('请填 0 到 100 的分数')
      await mark([[learner.name, '88', '85']])
      await desk.shows('已保存 3 人的成绩')
    })
    await at('2023-06-05', 'officer', async () => {
      await desk.open(page('/mid-term-check/confirm'))
      await desk.fill({ reason: '到企业查看日志和现场，在岗 3 人' })
      await desk.press('确认中期检查')
      await desk.shows('中期检查已确认')
    })
  })

  it('training ends on its last day; the body examines, not the school that taught', async () => {
    await at('2023-11-30 18:00', 'enterprise', async () => {
      await desk.open(page())
      await desk.press('培养期满，转考核')
    })
    await at('2023-12-01', 'manager', async () => {
      await desk.open(page('/assessment'))
      await desk.shows('考核成绩由评价机构登记')
    })
    await at('2023-12-01 14:00', 'examiner', async () => {
      await desk.open(page('/assessment'))
      await mark([
        [learner.name, '84', '90'],
        [trainedBefore.name, '60', '60'],
        [fails.name, '59.9', '88'],
      ])
      await desk.shows('已保存 3 人的成绩', '结业未持证')
    })
    await at('2023-12-02', 'manager', async () => {
      await desk.open(page())
      await desk.press('确认结业')
      await desk.shows('已结业')
    })
  })

  it('the worker makes the level certificates', () =>
    at('2023-12-04', 'examiner', async () => {
      await desk.open(page('/certificates'))
      await desk.press('为 2 人制证')
      await desk.awaitResult()
      const certificates = await Certificate.find({ sourceId: classId, state: 'issued' }).sort({ holderName: 1 }).lean()
      expect(certificates.map(({ holderName }) => holderName)).to.have.members([learner.name, trainedBefore.name])
      const pdf = await desk.bytes(`/certificates/${String(certificates[0]!._id)}/certificate.pdf`)
      expect(textOf(pdf)).to.include(certificates[0]!.holderName).and.include(certificates[0]!.number)
    }))

  it('the amount is handed in, opens to its days and bars the month of the other subsidy', () =>
    at('2023-12-05', 'enterprise', async () => {
      await desk.open(page('/settlement'))
      // 365 days of 6,000; 334 of them without December; 365 days of 4,000 without a certificate; nothing for who left.
      expect((await desk.figures())[0]).to.equal('15,490.41')
      await desk.shows('2022-12：已享受“砌筑工', '31 天不补贴', '中途退出，不补贴')
      await desk.press('提交结算')
      await desk.shows('待县审核')
      await desk.press(trainedBefore.name)
      await desk.shows('6,000 元 × 334 ÷ 365 天', '5,490.41')
    }))

  it('county and New Area decide; the enterprise that made the sheet finds no button', async () => {
    await at('2023-12-06', 'enterprise', async () => {
      await desk.open(page('/settlement'))
      expect(await desk.page.getByRole('button', { name: '审核结算' }).count()).to.equal(0)
    })
    for (const [day, who] of [
      ['2023-12-06', 'officer'],
      ['2023-12-07', 'administrator'],
    ] as const)
      await at(`${day} 10:00`, who, async () => {
        await desk.open(page('/settlement'))
        await desk.fill({ act: 'pass' })
        await desk.press('审核结算')
      })
    await desk.open(page())
    await desk.shows('已结算')
  })

  it('the sheet is printed with the same figures', () =>
    at('2023-12-08', 'enterprise', async () => {
      await desk.open(page('/settlement'))
      const pdf = await desk.bytes(await desk.hrefOf('打印结算表'))
      expect(qpdfCheck(pdf)).to.include('No syntax or stream encoding errors')
      const text = textOf(pdf)
      const rates = ['6,000 × 365 ÷ 365', '6,000 × 334 ÷ 365', '4,000 × 365 ÷ 365', '5,490.41', '15,490.41']
      for (const part of ['学徒制补贴结算表', '新区已核定', ...rates, ...apprentices.map(({ name }) => name)])
        expect(text).to.include(part)
    }))

  it('the person-times of the year have them: three counted, one left', () =>
    at('2023-12-29', 'administrator', async () => {
      await desk.open('/reports/subsidised-training?year=2023')
      expect(await desk.page.locator('.xa-eq b').allInnerTexts()).to.deep.equal(['4', '3', '1', '0'])
      await desk.page.locator('.xa-eq b').nth(1).click()
      await desk.page.waitForLoadState()
      for (const { name } of [learner, trainedBefore, fails]) await desk.shows(name)
    }))
})
