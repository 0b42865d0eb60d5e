import { expect } from 'chai'
import { load } from 'cheerio'
import { CourseRun, type CourseRunRecord } from '../../../src/training/course-runs/course-run.model.js'
import { Message } from '../../../src/office/notifications/notification.model.js'
import { OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import { appAs } from '../../support/app.js'
import { empty, usesDatabase } from '../../support/database.js'
import { loadBasics, saveRun } from '../../builders/course.js'

const stateOf = async (id: string) => (await CourseRun.findById(id).lean<CourseRunRecord>())?.state
const versionIn = (html: string): string => String(load(html)('input[name="version"]').first().val())

describe('reviewing a course run', () => {
  usesDatabase()
  beforeEach(() => empty('course-runs'))

  it('shows the filing, the findings and the place in the queue, and goes on to the next', async () => {
    const { services, browser } = await appAs('administrator')
    await loadBasics(services)
    const first = await saveRun(services, { until: 'county-passed', input: { capacity: 19, startsOn: '2022-11-29' } })
    const second = await saveRun(services, { until: 'county-passed' })
    const page = await browser.get(`/course-runs/${first.id}/review`)
    for (const text of [
      '第 1 件，共 2 件',
      '通过，并看下一件',
      '资质有效',
      '计划 19 人，不在 20 到 60 人之间',
      '开班前 6 天提交，少于 7 天',
      '系统核对有 2 项提示',
      '等待新区审核',
    ])
      expect(page.text).to.include(text)
    const answer = await browser.post(`/course-runs/${first.id}/decide`, {
      act: 'pass-next',
      version: versionIn(page.text),
    })
    expect(answer.headers['location']).to.equal(`/course-runs/${second.id}/review`)
    expect(await stateOf(first.id)).to.equal('filed')
    const next = await browser.get(`/course-runs/${second.id}/review`)
    expect(next.text).to.include('已通过：砌筑工（五级）第1期').and.include('第 1 件，共 1 件')
    expect((await browser.post(`/course-runs/${second.id}/decide`, { act: 'pass-next' })).headers['location']).to.equal(
      '/course-runs?view=mine',
    )
  })

  it('returns with the ticked reasons and the typed text, which the institution then reads', async () => {
    const { services, browser } = await appAs({ role: 'county-officer', region: '130638' })
    const { id, manager } = await saveRun(services, { until: 'submitted' })
    const bare = await browser.post(`/course-runs/${id}/decide`, { act: 'return-next' })
    expect([bare.status, bare.text.includes('请写明要补正什么'), await stateOf(id)]).to.deep.equal([
      422,
      true,
      'submitted',
    ])
    await browser.post(`/course-runs/${id}/decide`, {
      act: 'return-next',
      reasons: ['place', 'nonsense'],
      text: '楼层写错了',
    })
    expect(await stateOf(id)).to.equal('returned')
    const own = await appAs({ role: 'institution-clerk', organisationId: manager.organisationId! })
    expect((await own.browser.get(`/course-runs/${id}`)).text)
      .to.include('授课地点写得不清楚，请写到楼层和房间\n楼层写错了')
      .and.include('补正并重新提交')
    expect(await OutboxRow.countDocuments({ type: 'notifications.send' })).to.be.greaterThan(1)
    expect(await Message.estimatedDocumentCount()).to.equal(0)
  })

  it('refuses for good on a page of its own', async () => {
    const { services, browser } = await appAs('administrator')
    const { id } = await saveRun(services, { until: 'county-passed' })
    const asked = await browser.post(`/course-runs/${id}/decide`, { act: 'reject' })
    expect([asked.headers['location'], await stateOf(id)]).to.deep.equal([`/course-runs/${id}/reject`, 'county-passed'])
    expect((await browser.post(`/course-runs/${id}/reject`)).status).to.equal(422)
    expect((await browser.post(`/course-runs/${id}/reject`, { reason: '不在目录内' })).status).to.equal(303)
    expect(await stateOf(id)).to.equal('rejected')
  })

  it('is not for other stages, other counties, or on a page grown old', async () => {
    const { services, browser: administrator } = await appAs('administrator')
    const { browser: elsewhere } = await appAs({ role: 'county-officer', region: '130629' })
    const { browser: institution } = await appAs({ role: 'institution-manager', organisationId: 'x' })
    const { id } = await saveRun(services, { until: 'submitted' })
    // The message about it leads whoever is not its reviewer now to the run itself.
    const { status, headers } = await administrator.get(`/course-runs/${id}/review`)
    expect([status, headers['location']]).to.deep.equal([303, `/course-runs/${id}`])
    expect((await administrator.post(`/course-runs/${id}/decide`, { act: 'pass' })).status).to.equal(403)
    expect((await elsewhere.get(`/course-runs/${id}/review`)).status).to.equal(403)
    expect((await institution.post(`/course-runs/${id}/decide`, { act: 'pass' })).status).to.equal(403)
    const { browser: county } = await appAs({ role: 'county-officer', region: '130638' })
    expect((await county.post(`/course-runs/${id}/decide`, { act: 'pass', version: '0' })).status).to.equal(409)
    expect(await stateOf(id)).to.equal('submitted')
  })

  it('passes many after a page that lists them and what is left out', async () => {
    const { services, browser } = await appAs('administrator')
    const ready = [
      await saveRun(services, { until: 'county-passed' }),
      await saveRun(services, { until: 'county-passed', input: { capacity: 19 } }),
    ]
    const early = await saveRun(services, { until: 'submitted' })
    const ids = [...ready, early].map(({ id }) => id)
    const page = await browser.post('/course-runs/bulk', { act: 'pass', ids })
    for (const text of ['通过这 2 个班？', '另有 1 个班不在其中', '这一步不由您审核', '1 项提示'])
      expect(page.text).to.include(text)
    const hidden = String(load(page.text)('input[name="ids"]').val())
    expect(hidden.split(',')).to.have.members(ready.map(({ id }) => id))
    expect(
      (await browser.post('/course-runs/bulk/pass', { ids: `${hidden},${early.id}` })).headers['location'],
    ).to.equal('/course-runs?view=mine')
    expect((await browser.get('/course-runs')).text)
      .to.include('已通过 2 个班')
      .and.include('没有通过 砌筑工（五级）第1期')
    expect(await Promise.all(ids.map(stateOf))).to.deep.equal(['filed', 'filed', 'submitted'])
  })

  it('chooses every row of the filter, not only those of the page', async () => {
    const { services, browser } = await appAs('administrator')
    await saveRun(services, { until: 'county-passed' })
    await saveRun(services, { until: 'county-passed' })
    expect((await browser.get('/course-runs?view=mine&selected=all')).text).to.include('name="all" value="1"')
    expect((await browser.post('/course-runs/bulk', { act: 'pass', all: '1', view: 'mine' })).text).to.include(
      '通过这 2 个班？',
    )
    expect((await browser.post('/course-runs/bulk', { act: 'pass' })).text).to.include('还没有选班')
  })

  it('passes only what lies in one’s own county', async () => {
    const { services } = await appAs('administrator')
    const { browser } = await appAs({ role: 'county-officer', region: '130629' })
    const { id } = await saveRun(services, { until: 'submitted' })
    await browser.post('/course-runs/bulk/pass', { ids: id })
    expect(await stateOf(id)).to.equal('submitted')
  })
})
