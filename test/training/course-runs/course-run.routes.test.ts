import { expect } from 'chai'
import { load } from 'cheerio'
import { newId } from '../../../src/infra/ids.js'
import { CourseRun } from '../../../src/training/course-runs/course-run.model.js'
import { AuditEntry } from '../../../src/office/audit/audit-entry.model.js'
import { appAs, type Fields } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { loadBasics, putInState, saveBody, saveCourse, saveInstitution, saveRun } from '../../builders/course.js'

const institution = async () => appAs({ role: 'institution-manager', organisationId: await saveInstitution() })
const facts = (bodyId: string): Fields => ({
  'startsOn-year': '2022',
  'startsOn-month': '12',
  'startsOn-day': '5',
  'endsOn-year': '2022',
  'endsOn-month': '12',
  'endsOn-day': '30',
  capacity: '40',
  region: '130638',
  place: '雄县将台路实训楼 2 层',
  teachers: '韩树林，高级技师\n米春燕',
  assessmentBodyId: bodyId,
})
/** The entry of an export is written once the answer is out, so it may come a moment later. */
async function entries(event: string): Promise<number> {
  for (let turn = 0; turn < 40 && !(await AuditEntry.exists({ event })); turn += 1)
    await new Promise((done) => setTimeout(done, 50))
  return AuditEntry.countDocuments({ event })
}
const idOf = (location: string | undefined): string => /course-runs\/([0-9a-f]{24})/.exec(location ?? '')?.[1] ?? ''
/** The rows of a proposed timetable, as the browser would send them back. */
const rowsIn = (html: string): Fields => {
  const $ = load(html)
  const names = ['on', 'from', 'to', 'kind', 'hours', 'topic', 'teacher', 'place'].map((name) => `lesson-${name}`)
  return Object.fromEntries(
    names.map((name) => [
      name,
      $(`[name="${name}"]`)
        .toArray()
        .map((field) => String($(field).val() ?? '')),
    ]),
  )
}

describe('opening a course run', () => {
  usesDatabase()

  it('goes from the course over facts and timetable to the submission, without script', async () => {
    const { browser, services, actor } = await institution()
    await loadBasics(services)
    const courseId = await saveCourse(services, actor)
    expect((await browser.get('/course-runs/new')).text).to.include(courseId)
    const made = await browser.post(`/course-runs/new?course=${courseId}`, facts(await saveBody()))
    const id = idOf(made.headers['location'])
    expect(made.headers['location']).to.equal(`/course-runs/${id}/lessons`)
    const proposed = await browser.post(`/course-runs/${id}/lessons`, { act: 'propose' })
    expect(proposed.text).to.include('已排理论 20 / 20 学时，实操 60 / 60 学时')
    const saved = await browser.post(`/course-runs/${id}/lessons`, { ...rowsIn(proposed.text), act: 'save' })
    expect(saved.headers['location']).to.equal(`/course-runs/${id}/check`)
    const check = await browser.get(`/course-runs/${id}/check`)
    for (const text of [
      '砌筑工 · 五级/初级工',
      '2022年12月5日',
      '2022年12月30日',
      '韩树林，高级技师；米春燕',
      '开班前 12 天提交，不少于 7 天',
      '提交备案申请',
    ])
      expect(check.text).to.include(text)
    expect((await browser.post(`/course-runs/${id}/submit`)).text).to.include('请确认以上内容属实')
    const submitted = await browser.post(`/course-runs/${id}/submit`, { declaration: 'yes' })
    expect([submitted.status, submitted.headers['location']]).to.deep.equal([303, `/course-runs/${id}`])
    const page = await browser.get(`/course-runs/${id}`)
    for (const text of ['已提交：砌筑工（五级）第1期', '待县审核', '等待县审核', '撤回修改'])
      expect(page.text).to.include(text)
  })

  it('says every fault at once, keeps what was typed and the draft', async () => {
    const { browser, services, actor } = await institution()
    const courseId = await saveCourse(services, actor)
    const empty = await browser.post(`/course-runs/new?course=${courseId}`, { place: '三楼' })
    expect(empty.status).to.equal(422)
    for (const sentence of [
      '请填写开班日期',
      '请填写结束日期',
      '人数请填 1 到 500 的整数',
      '请至少填写一位教师',
      'value="三楼"',
      '错误：',
    ])
      expect(empty.text).to.include(sentence)
    const late = await browser.post(`/course-runs/new?course=${courseId}`, {
      ...facts(''),
      capacity: '65',
      'startsOn-year': '2022',
      'startsOn-month': '11',
      'startsOn-day': '23',
    })
    expect(late.status).to.equal(422)
    for (const sentence of ['开班日期要晚于今天', '每班最多 60 人，请减少计划人数', '请选择评价机构', '草稿已存'])
      expect(late.text).to.include(sentence)
    expect(await CourseRun.countDocuments({ courseId, capacity: 65 })).to.equal(1)
  })

  it('names the row and the reason of each faulty lesson, and brings the rows back later', async () => {
    const { browser, services, actor } = await institution()
    const { id } = await saveRun(services, { until: 'draft', manager: actor })
    const rows = {
      'lesson-on': ['2022-12-05', '2022-12-05', '2023-01-02'],
      'lesson-from': ['08:30', '09:00', '8:30'],
      'lesson-to': ['11:50', '10:00', '09:00'],
      'lesson-kind': ['theory', 'theory', 'practice'],
      'lesson-hours': ['4', '1', '4'],
      'lesson-topic': ['识图', '安全', '砌墙'],
      'lesson-teacher': ['韩树林', '韩树林', '米春燕'],
      'lesson-place': ['', '', ''],
    }
    const answer = await browser.post(`/course-runs/${id}/lessons`, { ...rows, act: 'save' })
    expect(answer.status).to.equal(422)
    for (const sentence of [
      '第 2 行：教师同一时间在第 1 行上课',
      '第 3 行：日期不在开班起止日期之内',
      '第 3 行：这段时间不够填的学时',
      '草稿已存',
    ])
      expect(answer.text).to.include(sentence)
    expect((await browser.get(`/course-runs/${id}/lessons`)).text).to.include('value="2023-01-02"')
  })

  it('reads a timetable that is pasted from a spreadsheet', async () => {
    const { browser, services, actor } = await institution()
    const { id } = await saveRun(services, { until: 'draft', manager: actor })
    const pasted =
      '上课日期\t课别(上课内容)\t课时\n2022/12/6\t实操：砌墙\t4\t8:30\t11:50\t工位 3\t米春燕\t130638190101010017\t教材'
    const answer = await browser.post(`/course-runs/${id}/lessons`, { act: 'paste', pasted })
    for (const text of ['读入 1 行', 'value="2022-12-06"', 'value="08:30"', 'value="米春燕"'])
      expect(answer.text).to.include(text)
    expect(answer.text).not.to.include('130638190101010017')
    expect(
      (await browser.post(`/course-runs/${id}/lessons`, { act: 'paste', pasted: '明天\t砌墙\t4\t8:30\t11:50' })).text,
    ).to.include('粘贴的第 1 行：请填写日期')
  })
})

describe('the list of course runs', () => {
  usesDatabase()

  it('shows each side its own rows, by views, words, pinyin and month, and exports exactly these', async () => {
    const { browser, services, actor } = await institution()
    await loadBasics(services)
    const { id } = await saveRun(services, { until: 'submitted', manager: actor })
    await saveRun(services)
    const own = await browser.get('/course-runs')
    expect(own.text).to.include('共 1 个班').and.include(id)
    expect((await browser.get('/course-runs?q=qzg&month=2022-12')).text).to.include('1 个班符合条件')
    expect((await browser.get('/course-runs?q=nobody')).text).to.include('没有符合条件的班')
    const { browser: administrator } = await appAs('administrator')
    const all = await administrator.get('/course-runs')
    expect(all.text).to.include('共 2 个班').and.include('导出 2 个班').and.include('批量通过')
    const sheet = await administrator.get('/course-runs/course-runs.xlsx?state=submitted')
    expect(sheet.headers['content-disposition']).to.include("filename*=UTF-8''%E5%BC%80%E7%8F%AD-2022-11-23.xlsx")
    expect(await entries('COURSE_RUNS_EXPORTED')).to.equal(1)
    const { browser: elsewhere } = await appAs({ role: 'county-officer', region: '130629' })
    expect((await elsewhere.get('/course-runs')).text).to.include('共 0 个班')
  })

  it('leads to a page out of range back to the last one', async () => {
    const { browser } = await appAs('administrator')
    expect((await browser.get('/course-runs?page=99')).headers['location']).to.equal('/course-runs')
  })
})

describe('a course run', () => {
  usesDatabase()

  it('is hidden from other institutions and counties, and unknown ids are not found', async () => {
    const { services, browser: own, actor } = await institution()
    await loadBasics(services)
    const { id } = await saveRun(services, { manager: actor })
    expect((await own.get(`/course-runs/${id}`)).status).to.equal(200)
    const { browser: stranger } = await institution()
    const { browser: county } = await appAs({ role: 'county-officer', region: '130629' })
    const { browser: trainee } = await appAs({ role: 'trainee', personId: newId() })
    for (const path of ['', '/change'])
      for (const browser of [stranger, county, trainee])
        expect((await browser.get(`/course-runs/${id}${path}`)).status, path).to.equal(403)
    for (const act of ['start', 'withdraw', 'submit', 'lessons', 'edit', 'recall'])
      expect((await stranger.post(`/course-runs/${id}/${act}`, { reason: 'x' })).status, act).to.equal(403)
    for (const act of ['suspend', 'resume', 'decide', 'change/decide'])
      expect((await county.post(`/course-runs/${id}/${act}`, { reason: 'x', act: 'accept' })).status, act).to.equal(403)
    expect((await own.get(`/course-runs/${newId()}`)).status).to.equal(404)
    expect((await own.get('/course-runs/nonsense')).status).to.equal(404)
  })

  it('begins on its first day, not a day earlier', async () => {
    const { services, browser, actor } = await institution()
    const { id } = await saveRun(services, { manager: actor })
    expect((await browser.get(`/course-runs/${id}`)).text).to.match(/2022年12月5日.*起可以开班/)
    const early = await browser.post(`/course-runs/${id}/start`)
    expect([early.status, /还没到开班日期 .*2022-12-05/.test(early.text)]).to.deep.equal([422, true])
    const onTheDay = await appAs(
      { role: 'institution-clerk', organisationId: actor.organisationId! },
      { now: '2022-12-04T16:00:00Z' },
    )
    expect((await onTheDay.browser.post(`/course-runs/${id}/start`)).status).to.equal(303)
  })

  it('is cancelled on a page that asks for the reason, and never with scores', async () => {
    const { services, browser, actor } = await institution()
    const { id } = await saveRun(services, { manager: actor })
    expect((await browser.get(`/course-runs/${id}/withdraw`)).text).to.include('取消“砌筑工（五级）第1期”？')
    expect((await browser.post(`/course-runs/${id}/withdraw`)).text).to.include('请写明原因')
    expect((await browser.post(`/course-runs/${id}/withdraw`, { reason: '报名人数不足' })).status).to.equal(303)
    expect((await browser.get(`/course-runs/${id}`)).text)
      .to.include('已取消')
      .and.include('报名人数不足')
    await putInState(id, 'closed')
    expect((await browser.get(`/course-runs/${id}/withdraw`)).status).to.equal(422)
  })
})
