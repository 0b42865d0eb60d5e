import { expect } from 'chai'
import type { Locator } from 'playwright-core'
import { CourseRun } from '../../src/training/course-runs/course-run.model.js'
import { Certificate } from '../../src/papers/certificates/certificate.model.js'
import { qpdfCheck, qrOf, textOf } from '../infra/paper/pdf-tools.js'
import { saveActor } from '../support/app.js'
import { phone } from '../support/chromium.js'
import { usesStory } from '../support/story.js'
import { visit } from '../support/visitor.js'
import {
  completed,
  correctFaults,
  everybody,
  fillResults,
  fillTemplate,
  linesOf,
  openOffices,
  photosOf,
  rare,
  typedRoster,
  withoutPhoto,
} from './main-job.cast.js'

interface Drawn {
  decode(): Promise<void>
  naturalWidth: number
}
const widthOf = (picture: Locator): Promise<number> =>
  picture.evaluate(async (image) => {
    const drawn = image as unknown as Drawn
    await drawn.decode()
    return drawn.naturalWidth
  })

describe('the main job, from a course to the printed report', function () {
  this.timeout(180_000)
  const { told, at } = usesStory('2022-11-10', openOffices)
  let { cast: offices, desk, browser, stack } = {} as ReturnType<typeof told>
  before(() => void ({ cast: offices, desk, browser, stack } = told()))
  let [runId, code, number] = ['', '', '']
  const run = (page = '') => `/course-runs/${runId}${page}`

  it('the institution registers a course', () =>
    at('2022-11-10', 'manager', async () => {
      await desk.turnTo('课程')
      await desk.press(/登记一门课程/)
      await desk.fill({ title: '砌筑工', programme: 'skills', occupationId: '2022:6-29-01-01', level: '2' })
      await desk.press('保存并继续')
      await desk.fill({
        theoryHours: '20',
        practiceHours: '60',
        delivery: 'classroom',
        funding: 'subsidised',
        certificateFamily: 'level',
      })
      await desk.press('保存并继续')
      await desk.press('登记这门课程')
      await desk.shows('已登记课程：砌筑工')
    }))

  it('opens a run, fills the timetable and hands it in', () =>
    at('2022-11-10', 'manager', async () => {
      await desk.open('/courses')
      await desk.press('砌筑工')
      await desk.press('新开一个班')
      await desk.fill({
        startsOn: '2022-12-05',
        endsOn: '2022-12-16',
        capacity: '30',
        region: '130638',
        place: '雄县将台路实训楼 201',
        teachers: '韩树林，高级技师',
        assessmentBodyId: offices.body,
      })
      await desk.press('保存并继续')
      await desk.press('按起止日期排一份')
      await desk.shows('已排理论 20 / 20 学时，实操 60 / 60 学时')
      await desk.press('保存并继续')
      await desk.fill({ declaration: 'yes' })
      await desk.press('提交备案申请')
      runId = desk.here().split('/')[2]!
      await desk.shows('已提交：砌筑工')
    }))

  it('the county returns it with a reason, the institution corrects and hands in again', async () => {
    await at('2022-11-11', 'officer', async () => {
      await desk.open('/home')
      await desk.press(/砌筑工/)
      await desk.page.fill('#decide-text', '授课地点请写到楼层')
      await desk.press(/^退回/)
    })
    await at('2022-11-11 14:00', 'manager', async () => {
      await desk.open(run())
      await desk.shows('授课地点请写到楼层')
      await desk.press('补正并重新提交')
      await desk.fill({ place: '雄县将台路实训楼 2 层 201' })
      await desk.press('保存并继续')
      await desk.fill({ declaration: 'yes' })
      await desk.press('提交备案申请')
    })
  })

  it('county and New Area pass it', async () => {
    await at('2022-11-14', 'officer', async () => {
      await desk.open(run('/review'))
      await desk.press('通过，并看下一件')
    })
    await at('2022-11-15', 'administrator', async () => {
      await desk.open(run('/review'))
      await desk.press('通过，并看下一件')
      await desk.open(run())
      await desk.shows('已备案')
    })
  })

  it('a roster with wrong lines: the good ones go in, the wrong ones come back and go in corrected', () =>
    at('2022-11-16', 'manager', async () => {
      await desk.open(run('/import'))
      await desk.attach('file', await fillTemplate(await desk.save(/模板/), typedRoster))
      await desk.press(/上传/)
      expect(await desk.figures()).to.deep.equal(['8', '0', '0', '3'])
      const back = await desk.save(/下载错误行/)
      const reasons = (await linesOf(back)).map((line) => line['错误原因'])
      expect(reasons).to.have.length(3)
      await desk.press('导入 8 行，跳过 3 行错误')
      await desk.awaitResult()
      await desk.open(run('/import'))
      await desk.attach('file', await correctFaults(back))
      await desk.press(/上传/)
      expect(await desk.figures()).to.deep.equal(['3', '0', '0', '0'])
      await desk.press('导入 3 行')
      await desk.awaitResult()
      await desk.open(run('/roster'))
      for (const { name } of everybody) await desk.shows(name)
      expect(await CourseRun.findById(runId).select('enrolled').lean()).to.include({ enrolled: everybody.length })
    }))

  it('photos come by the names of their files, one is still missing', () =>
    at('2022-11-17', 'manager', async () => {
      await desk.open(run('/photos'))
      await desk.attach('photos', ...(await photosOf(everybody.filter(({ name }) => name !== withoutPhoto))))
      await desk.press('上传照片')
      await desk.shows(`已更新 ${everybody.length - 1} 人的照片`)
    }))

  it('the run begins on its day and its teaching ends', async () => {
    await at('2022-12-05', 'manager', async () => {
      await desk.open(run())
      await desk.press('开班')
    })
    await at('2022-12-16 18:00', 'manager', async () => {
      await desk.open(run())
      await desk.press('教学结束')
    })
  })

  it('attendance and marks come from the filled sheet, and the run is closed', () =>
    at('2022-12-19', 'manager', async () => {
      await desk.open(run('/results'))
      await desk.attach('file', await fillResults(await desk.save(/下载成绩表/)))
      await desk.press('上传并核对')
      await desk.shows(`已从文件读入 ${everybody.length} 人，还没有保存`)
      await desk.press('保存成绩')
      await desk.press('核对并结业')
      const said = await desk.says()
      expect(said).to.include('刘铁柱').and.include('马长海').and.not.include('何秀英')
      await desk.press('结业')
      await desk.shows(`${completed.length} 人结业`)
    }))

  it('the assessment body issues level certificates, all but the one without a photo', () =>
    at('2022-12-21', 'examiner', async () => {
      await desk.open(run('/certificates'))
      await desk.press(`为 ${completed.length - 1} 人制证`)
      await desk.awaitResult()
      await desk.shows(withoutPhoto, '照片')
      expect(await Certificate.countDocuments({ sourceId: runId, family: 'level' })).to.equal(completed.length - 1)
    }))

  it('the institution issues completion certificates to all who completed', () =>
    at('2022-12-21 11:00', 'manager', async () => {
      await desk.open(run('/certificates'))
      await desk.page.locator('details summary', { hasText: '制证' }).click()
      await desk.press(`为 ${completed.length} 人制证`)
      await desk.awaitResult()
      expect(await Certificate.countDocuments({ sourceId: runId, family: 'completion' })).to.equal(completed.length)
    }))

  it('the trainee sees the picture of the certificate on a phone and saves the PDF', async () => {
    const certificate = await Certificate.findOne({ sourceId: runId, family: 'level', holderName: rare }).lean()
    await saveActor({ role: 'trainee', username: 'zhang', name: rare, personId: certificate!.personId })
    const own = await visit(browser, stack.base, 'zhang', { viewport: phone })
    await own.open('/me')
    expect(await own.title()).to.equal(rare)
    await own.page
      .locator(`a[href="/me/certificates/${String(certificate!._id)}"]`)
      .first()
      .click()
    await own.page.waitForLoadState()
    const picture = own.page.locator('img.xa-paper')
    expect(await widthOf(picture)).to.equal(750)
    expect((await picture.boundingBox())!.width).to.be.at.most(phone.width)
    const pdf = await own.bytes(await own.hrefOf(/PDF/))
    expect(textOf(pdf)).to.include(rare).and.include(certificate!.number)
    expect(certificate!.number).to.match(/^S000013000001225\d{6}$/)
    expect(qpdfCheck(pdf)).to.include('No syntax or stream encoding errors')
    code = qrOf(pdf)
    number = certificate!.number
    expect(own.complaints).to.deep.equal([])
    await own.leave()
  })

  it('anybody verifies it: by the code on the paper, and by number and name', async () => {
    const stranger = await visit(browser, stack.base, '', { viewport: phone })
    await stranger.open(code)
    await stranger.shows('有效', number, rare)
    await stranger.open('/verify')
    await stranger.fill({ number, name: rare })
    await stranger.press('查验')
    expect(stranger.page.url()).to.equal(code)
    await stranger.open('/verify')
    await stranger.fill({ number, name: '安小荷' })
    await stranger.press('查验')
    expect(await stranger.says())
      .to.include('查无此证')
      .and.not.include(rare)
    expect(stranger.complaints.filter((text) => !text.includes('404'))).to.deep.equal([])
    await stranger.leave()
  })

  it('the person-times are counted, and each figure of the report opens its people', () =>
    at('2022-12-30', 'administrator', async () => {
      await desk.turnTo('报表')
      const equation = desk.page.locator('.xa-eq b')
      expect(await equation.allInnerTexts()).to.deep.equal([everybody.length, completed.length, 2, 0].map(String))
      await equation.nth(1).click()
      await desk.page.waitForLoadState()
      expect(await desk.page.locator('.xa-title').innerText()).to.include(
        `${completed.length} 人次 · ${completed.length} 人`,
      )
      for (const { name } of completed) await desk.shows(name)
    }))

  it('the administrator prints the report, and its figures add up', () =>
    at('2022-12-30 16:00', 'administrator', async () => {
      await desk.open('/reports/subsidised-training?year=2022')
      const pdf = await desk.bytes(await desk.hrefOf('打印 PDF'))
      expect(qpdfCheck(pdf)).to.include('No syntax or stream encoding errors')
      const text = textOf(pdf)
      expect(text)
        .to.include(`候选 ${everybody.length} = 计入 ${completed.length} + 不计入 2 + 待定 0，与表 2 一致`)
        .and.include('年度目标 5,000 人次')
      expect(text)
        .to.include(`雄县 1,700 1 ${everybody.length} ${completed.length} ${completed.length} 1.00`)
        .and.include('查询时间 2022-12-30 16:00')
        .and.include('第 2 页 共 2 页')
      expect(text).to.include('理论考核未合格').and.include('出勤学时不足')
    }))
})
