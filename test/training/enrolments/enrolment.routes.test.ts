import { expect } from 'chai'
import sharp from 'sharp'
import { Person } from '../../../src/registry/people/person.model.js'
import { Enrolment } from '../../../src/training/enrolments/enrolment.model.js'
import { loadBasics, putInState, saveInstitution, saveRun } from '../../builders/course.js'
import { enrol } from '../../builders/enrolment.js'
import { newIdNumber } from '../../builders/person.js'
import { appAs } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const picture = () =>
  sharp({ create: { width: 600, height: 800, channels: 3, background: '#dfe6e4' } })
    .jpeg()
    .toBuffer()

describe('the roster of a run', function () {
  this.timeout(30_000)
  usesDatabase()

  async function clerk() {
    const organisationId = await saveInstitution()
    const app = await appAs({ role: 'institution-clerk', organisationId })
    await loadBasics(app.services)
    const run = await saveRun(app.services, { until: 'draft', manager: app.actor })
    return { ...app, ...run, page: `/course-runs/${run.id}/roster` }
  }
  const trainee = (more: Record<string, string> = {}) => ({
    name: '安小荷',
    idType: 'resident-id',
    idNumber: newIdNumber(),
    category: 'G05',
    ...more,
  })

  it('says that it is empty and what to do next', async () => {
    const { browser, page, id } = await clerk()
    const { text } = await browser.get(page)
    expect(text)
      .to.include('还没有学员')
      .and.include(`href="/course-runs/${id}/import"`)
      .and.include(`href="/course-runs/${id}/roster/add"`)
  })

  it('takes one person by form, and tells every fault at its field', async () => {
    const { browser, page, id } = await clerk()
    const bad = await browser.post(
      `${page}/add`,
      trainee({ name: '', idNumber: '130632190101010020', phone: '138', category: '' }),
    )
    expect(bad.status).to.equal(422)
    for (const text of [
      '有 4 处要改',
      '请填写姓名',
      '最后一位应为 5，请核对身份证',
      '现在是 3 位，请填写 11 位手机号码',
      '请从下拉列表中选择人员类别',
      'value="130632190101010020"',
    ])
      expect(bad.text).to.include(text)
    const typed = trainee({ phone: '13800001234' })
    expect((await browser.post(`${page}/add`, typed)).headers['location']).to.equal(page)
    expect((await browser.get(page)).text)
      .to.include('已加入名册：安小荷')
      .and.include('130632********')
      .and.not.include(typed.idNumber)
    expect((await browser.post(`${page}/add?next=1`, typed)).headers['location']).to.equal(`${page}/add`)
    expect((await browser.get(page)).text).to.include('已在名册中')
    expect(await Enrolment.countDocuments({ courseRunId: id })).to.equal(1)
    expect((await browser.post(`${page}/add`, { ...typed, name: '另一人' })).text).to.include('安*荷')
  })

  it('is searched by name, pinyin and initials, and by what lacks a photo', async () => {
    const { browser, page, id, services, actor } = await clerk()
    const { person } = await enrol(services, id, actor, { name: '安小荷' })
    await enrol(services, id, actor, { name: '单长海', category: 'G06' })
    await Person.updateOne({ _id: person._id }, { $set: { photoFile: 'f' } })
    const found = async (query: string) =>
      [...(await browser.get(`${page}?${query}`)).text.matchAll(/<th scope="row"><a [^>]*>([^<]+)/g)]
        .map(([, name]) => name)
        .join()
    expect([
      await found('q=小荷'),
      await found('q=axh'),
      await found('q=shanchang'),
      await found('category=G06'),
      await found('photo=missing'),
      await found('photo=there'),
    ]).to.deep.equal(['安小荷', '安小荷', '单长海', '单长海', '单长海', '安小荷'])
    expect((await browser.get(`${page}?q=nobody`)).text).to.include('没有符合条件的学员')
    expect((await browser.get(`${page}?q=${encodeURIComponent('.*')}`)).text).to.include('没有符合条件的学员')
  })

  it('asks before it removes somebody, and shows who left', async () => {
    const { browser, page, id, services, actor } = await clerk()
    const { person } = await enrol(services, id, actor)
    expect((await browser.get(`${page}/remove?person=${person._id}`)).text)
      .to.include('把安小荷移出名册？')
      .and.include('空出 1 个名额')
    expect((await browser.post(`${page}/remove`, { person: person._id })).status).to.equal(303)
    expect((await browser.get(page)).text)
      .to.include('已移出名册：安小荷')
      .and.include('还没有学员')
    expect((await browser.get(`${page}?state=withdrawn`)).text).to.include('安小荷')
    expect((await browser.post(`${page}/remove`, { person: person._id })).status).to.equal(404)
  })

  it('says why nothing can be changed any more', async () => {
    const { browser, page, id, services, actor } = await clerk()
    await enrol(services, id, actor)
    await putInState(id, 'awaiting-assessment')
    expect((await browser.get(page)).text)
      .to.include('这个班现在的状态不能改名册')
      .and.not.include('>移出<')
    expect((await browser.get(`${page}/add`)).status).to.equal(422)
  })

  it('takes photos by the number or name in the file name, and says which it could not use', async () => {
    const { browser, id, services, actor, page } = await clerk()
    const { person } = await enrol(services, id, actor, { name: '安小荷' })
    const { person: other } = await enrol(services, id, actor, { name: '马长海' })
    const upload = async (...files: [string, Buffer][]) =>
      browser.upload(
        `/course-runs/${id}/photos`,
        'photos',
        files.map(([name, bytes]) => ({ name, bytes })),
      )
    const good = await upload([`${person.typedId}.jpg`, await picture()], ['马长海.jpg', await picture()])
    expect([good.status, good.headers['location']]).to.deep.equal([303, page])
    expect(await Person.countDocuments({ _id: { $in: [person._id, other._id] }, photoFile: { $ne: null } })).to.equal(2)
    const mixed = await upload(
      ['安小荷.jpg', await picture()],
      ['IMG_0001.jpg', await picture()],
      ['马长海.jpg', Buffer.from('no picture')],
    )
    expect(mixed.status).to.equal(422)
    expect(mixed.text)
      .to.include('1 张已更新，2 张没有用上')
      .and.include('IMG_0001.jpg')
      .and.include('文件名里没有本班学员')
    expect((await browser.upload(`/course-runs/${id}/photos`, 'photos', [])).text).to.include('请选择照片文件')
  })

  it('is read by officers and closed to strangers', async () => {
    const { page, id, officer, services, actor } = await clerk()
    const { person } = await enrol(services, id, actor)
    const county = (await appAs({ role: 'county-officer', region: officer.region! })).browser
    expect((await county.get(page)).text)
      .to.include('安小荷')
      .and.not.include('导入名册')
    for (const who of [
      { role: 'institution-manager', organisationId: 'other' },
      { role: 'county-officer', region: '130629' },
      { role: 'trainee', personId: 'p' },
    ] as const) {
      const { browser } = await appAs(who)
      expect([
        (await browser.get(page)).status,
        (await browser.post(`${page}/remove`, { person: person._id })).status,
        (await browser.post(`${page}/add`, trainee())).status,
      ]).to.deep.equal([403, 403, 403])
    }
  })
})
