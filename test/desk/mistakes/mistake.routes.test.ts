import { expect } from 'chai'
import { MistakeReport } from '../../../src/desk/mistakes/mistake-report.model.js'
import { Message } from '../../../src/office/notifications/notification.model.js'
import { appAs } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

describe('reported mistakes', () => {
  usesDatabase()

  it('are sent by anybody, told to administrators, and closed once with an outcome', async () => {
    const [visitor, admin] = [await appAs('trainee'), await appAs('administrator')]
    const sent = await visitor.browser.post('/feedback', {
      page: '/open-courses',
      text: '电话号码少一位\n请更正',
      contact: '13800001234',
    })
    expect([sent.status, sent.headers['location']]).to.deep.equal([303, '/feedback'])
    await deliverAll(admin, 'notifications.send')
    await deliverAll(admin, 'notifications.send')
    const report = await MistakeReport.findOne().lean()
    const at = `/mistakes/${String(report!._id)}`
    expect(await Message.countDocuments({ accountId: admin.actor.id, href: at })).to.equal(1)
    expect((await admin.browser.get('/mistakes')).text).to.include('电话号码少一位')
    expect((await admin.browser.get(at)).text).to.include('13800001234')
    const empty = await admin.browser.post(`${at}/close`, { outcome: '' })
    expect([empty.status, empty.text.includes('请写明处理结果')]).to.deep.equal([422, true])
    expect((await admin.browser.post(`${at}/close`, { outcome: '已更正' })).status).to.equal(303)
    const again = await admin.browser.post(`${at}/close`, { outcome: '再次' })
    expect([again.status, again.text.includes('已经处理')]).to.deep.equal([422, true])
    const after = await MistakeReport.findById(report!._id).lean()
    expect([after?.state, after?.outcome, after?.contact, after?.timeline?.length]).to.deep.equal([
      'closed',
      '已更正',
      undefined,
      1,
    ])
  })

  it('are refused when they say nothing, and keep what was typed', async () => {
    const { browser } = await appAs('trainee')
    const answer = await browser.post('/feedback', { page: '首页', text: '错' })
    expect([answer.status, answer.text.includes('至少 5 个字'), answer.text.includes('首页')]).to.deep.equal([
      422,
      true,
      true,
    ])
    expect(await MistakeReport.countDocuments({ page: '首页' })).to.equal(0)
  })

  it('are read by the auditor, who closes none', async () => {
    const { browser } = await appAs('auditor')
    const report = await MistakeReport.findOne().lean()
    expect((await browser.get('/mistakes?view=closed')).text).to.include('电话号码少一位')
    expect((await browser.post(`/mistakes/${String(report!._id)}/close`, { outcome: 'x' })).status).to.equal(403)
    expect((await browser.get('/mistakes/nothing')).status).to.equal(404)
  })
})
