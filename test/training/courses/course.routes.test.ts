import { expect } from 'chai'
import { newId } from '../../../src/infra/ids.js'
import { Organisation } from '../../../src/registry/organisations/organisation.model.js'
import { Course, type CourseRecord } from '../../../src/training/courses/course.model.js'
import { appAs } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { brickCourse, loadBasics, saveCourse, saveInstitution, saveRun } from '../../builders/course.js'

const institution = async (organisationId?: string) =>
  appAs({ role: 'institution-manager', organisationId: organisationId ?? (await saveInstitution()) })
const what = { title: '砌筑工', programme: 'skills', occupationId: '2022:6-29-01-01', level: '2' }
const how = {
  theoryHours: '20',
  practiceHours: '60',
  delivery: 'classroom',
  funding: 'subsidised',
  certificateFamily: 'level',
  feeFen: '',
  summary: '从识图到砌墙',
}
const idOf = (location: string | undefined): string => /courses\/([0-9a-f]{24})/.exec(location ?? '')?.[1] ?? ''
const find = async (id: string) => (await Course.findById(id).lean<CourseRecord>())!

describe('registering a course', () => {
  usesDatabase()

  it('takes two steps, a look at everything, and one act', async () => {
    const { browser, services } = await institution()
    await loadBasics(services)
    expect((await browser.get('/courses/new')).text).to.include('砌筑工 6-29-01-01（待核）')
    const made = await browser.post('/courses/new', what)
    const id = idOf(made.headers['location'])
    expect(made.headers['location']).to.equal(`/courses/${id}/edit?step=how`)
    expect((await browser.post(`/courses/${id}/edit?step=how`, how)).headers['location']).to.equal(
      `/courses/${id}/check`,
    )
    const check = await browser.get(`/courses/${id}/check`)
    for (const text of [
      '6-29-01-01（2022 年版）',
      '待核',
      '五级/初级工',
      '理论 20 · 实操 60 · 共 80 学时',
      '不收费',
      '登记这门课程',
    ])
      expect(check.text).to.include(text)
    const registered = await browser.post(`/courses/${id}/submit`)
    expect(registered.headers['location']).to.equal(`/courses/${id}`)
    const page = await browser.get(`/courses/${id}`)
    for (const text of ['已登记课程：砌筑工，编号 XA2022-0001', '新开一个班', '复制成新课程', '还没有从这门课程开过班'])
      expect(page.text).to.include(text)
  })

  it('copies last year’s course in three clicks: copy, look, register', async () => {
    const { browser, services, actor } = await institution()
    const last = await saveCourse(services, actor)
    const copied = await browser.post(`/courses/${last}/copy`)
    const id = idOf(copied.headers['location'])
    expect(copied.headers['location']).to.equal(`/courses/${id}/check`)
    expect((await browser.post(`/courses/${id}/submit`)).status).to.equal(303)
    const [old, next] = [await find(last), await find(id)]
    expect(next.number > old.number).to.equal(true)
    expect([next.title, next.level, next.state, old.state]).to.deep.equal([old.title, old.level, 'active', 'active'])
  })

  it('says what is wrong on the field, and keeps the draft', async () => {
    const { browser } = await institution()
    const empty = await browser.post('/courses/new', { workType: '瓦工' })
    expect(empty.status).to.equal(422)
    for (const text of ['请填写课程名称', '请选择培训类型', 'value="瓦工"', '错误：'])
      expect(empty.text).to.include(text)
    expect(await Course.countDocuments({ workType: '瓦工' })).to.equal(0)
    const tooHigh = await browser.post('/courses/new', {
      ...what,
      title: '导游课',
      occupationId: '2022:4-03-01-02',
      level: '6',
    })
    expect(tooHigh.status).to.equal(422)
    expect(tooHigh.text)
      .to.include('这个职业没有这个等级，请从 五级/初级工、四级/中级工、三级/高级工 中选择')
      .and.include('草稿已存')
    const id = String((await Course.findOne({ title: '导游课' }).lean<CourseRecord>())!._id)
    const few = await browser.post(`/courses/${id}/edit?step=how`, {
      ...how,
      theoryHours: '9',
      practiceHours: '10.5',
      feeFen: '380.50',
    })
    expect(few.status).to.equal(422)
    for (const text of ['补贴性课程合计不少于 20 学时', '补贴性课程不向学员收费', 'value="380.50"'])
      expect(few.text).to.include(text)
    expect((await browser.post(`/courses/${id}/submit`)).status).to.equal(422)
    expect((await find(id)).state).to.equal('draft')
  })

  it('keeps the fee in fen', async () => {
    const { browser } = await institution()
    const id = idOf(
      (await browser.post('/courses/new', { title: '短视频制作', programme: 'social' })).headers['location'],
    )
    await browser.post(`/courses/${id}/edit?step=how`, {
      ...how,
      funding: 'self-funded',
      certificateFamily: 'completion',
      feeFen: '1,380.5元',
    })
    expect((await find(id)).feeFen).to.equal(138_050)
    expect((await browser.post(`/courses/${id}/edit?step=how`, { ...how, feeFen: '380.505' })).text).to.include(
      '收费请填金额，最多两位小数',
    )
  })

  const refusals: readonly [string, Parameters<typeof saveInstitution>[0], string][] = [
    ['not licensed for the occupation', { licences: [] }, '雄县示范职业培训学校 没有砌筑工的办学许可'],
    [
      'no longer licensed',
      { licences: [{ occupation: 'bricklayer', maxLevel: 4, from: '2021-01-01', to: '2022-11-22' }] },
      '雄县示范职业培训学校 的砌筑工办学许可不在有效期内',
    ],
    [
      'licensed for lower levels',
      { licences: [{ occupation: 'bricklayer', maxLevel: 1, from: '2021-01-01' }] },
      '雄县示范职业培训学校 的砌筑工办学许可不到这个等级',
    ],
  ]
  for (const [name, organisation, sentence] of refusals) {
    it(`is refused to an institution that is ${name}, by name`, async () => {
      const { browser, services, actor } = await institution(await saveInstitution(organisation))
      const id = await services.courses.create(brickCourse, actor)
      const answer = await browser.post(`/courses/${id}/submit`)
      expect([answer.status, answer.text.includes(sentence), (await find(id)).state]).to.deep.equal([
        422,
        true,
        'draft',
      ])
    })
  }

  it('is refused to an institution that is not approved, and to an account without one', async () => {
    const organisationId = await saveInstitution({ state: 'submitted' })
    const { browser } = await institution(organisationId)
    expect((await browser.post('/courses/new', what)).text).to.include('雄县示范职业培训学校 的机构备案现在没有通过')
    await Organisation.updateOne({ _id: organisationId }, { $set: { state: 'approved' } })
    expect((await browser.post('/courses/new', what)).status).to.equal(303)
    const { browser: nobody } = await appAs('institution-manager')
    expect((await nobody.post('/courses/new', what)).text).to.include('您的账号还没有所属机构')
  })
})

describe('courses', () => {
  usesDatabase()

  it('are numbered without gaps when twenty are registered at once', async () => {
    const { services, actor } = await institution()
    await loadBasics(services)
    await Promise.all(Array.from({ length: 20 }, () => services.courses.create(brickCourse, actor)))
    const numbers = (await Course.distinct('number')).sort()
    expect([numbers.length, numbers[0], numbers.at(-1)]).to.deep.equal([20, 'XA2022-0001', 'XA2022-0020'])
  })

  it('belong to their institution and their county', async () => {
    const { services, browser, actor } = await institution()
    const id = await saveCourse(services, actor)
    const { browser: stranger } = await institution()
    const { browser: county } = await appAs({ role: 'county-officer', region: '130638' })
    const { browser: elsewhere } = await appAs({ role: 'county-officer', region: '130629' })
    const { browser: trainee } = await appAs({ role: 'trainee', personId: 'p' })
    const answers = await Promise.all(
      [browser, county, stranger, elsewhere, trainee].map((one) => one.get(`/courses/${id}`)),
    )
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 403, 403, 403])
    for (const act of ['edit', 'copy', 'submit', 'archive'])
      expect((await stranger.post(`/courses/${id}/${act}`, what)).status, act).to.equal(403)
    expect((await county.post(`/courses/${id}/archive`)).status).to.equal(403)
    expect((await browser.get(`/courses/${newId()}`)).status).to.equal(404)
  })

  it('are found by name, pinyin, kind and state', async () => {
    const { services, browser, actor } = await institution()
    await saveCourse(services, actor, {
      title: '架子工',
      occupationId: undefined,
      level: undefined,
      certificateFamily: 'completion',
    })
    expect((await browser.get('/courses?q=jzg')).text)
      .to.include('架子工')
      .and.include('1 门课程符合条件')
    expect((await browser.get('/courses?programme=tourism')).text).to.include('没有符合条件的课程')
    expect((await browser.get('/courses?state=archived')).text).not.to.include('架子工')
  })

  it('once archived open no new runs, and their runs stay as they were filed', async () => {
    const { services, browser, actor } = await institution()
    const { id, courseId } = await saveRun(services, { manager: actor })
    await services.courses.edit(courseId, { ...brickCourse, title: '高级砌筑', practiceHours: 70 }, actor)
    const run = await services.courseRuns.get(id)
    expect([run.course.title, run.course.practiceHours]).to.deep.equal(['砌筑工', 60])
    expect((await browser.get(`/courses/${courseId}/archive`)).text).to.include('归档课程“高级砌筑”？')
    await browser.post(`/courses/${courseId}/archive`)
    expect((await browser.get(`/course-runs/new?course=${courseId}`)).text).to.include('现在不能开班')
  })

  it('that are registered refuse an unfit edit with a whole sentence', async () => {
    const { services, browser, actor } = await institution()
    const id = await saveCourse(services, actor)
    const edited = await browser.post(`/courses/${id}/edit`, { ...what, level: '8' })
    expect([edited.status, edited.text.includes('{{')]).to.deep.equal([422, false])
    expect(edited.text).to.include('这个职业没有这个等级，请从 ')
  })

  it('are not overwritten by a form that was opened before somebody else’s change', async () => {
    const { services, browser, actor } = await institution()
    const id = await saveCourse(services, actor)
    expect((await browser.post(`/courses/${id}/edit`, { ...what, version: '0' })).status).to.equal(409)
  })
})
