import { expect } from 'chai'
import { MistakeReport } from '../../src/desk/mistakes/mistake-report.model.js'
import { loadBasics, saveInstitution, saveRun } from '../builders/course.js'
import { appAs, type Browser, type Fields } from '../support/app.js'
import { usesDatabase } from '../support/database.js'

const keyOn = async (browser: Browser, path: string): Promise<string> =>
  /name="_once" value="([^"]+)"/.exec((await browser.get(path)).text)?.[1] ?? ''

async function sendAtOnce(browser: Browser, path: string, fields: Fields): Promise<string[]> {
  await browser.csrf()
  const answers = await Promise.all([1, 2, 3].map(() => browser.post(path, fields)))
  return answers.map(({ status, headers }) => `${status} ${String(headers['location'])}`)
}

describe('a form with the key of its page', () => {
  usesDatabase()

  it('that is sent three times at once, and once more later, has one effect and leads to one place', async () => {
    const { browser } = await appAs('trainee')
    const fields = { _once: await keyOn(browser, '/feedback'), text: '开班日期写错了' }
    expect(await sendAtOnce(browser, '/feedback', fields)).to.deep.equal(Array(3).fill('303 /feedback'))
    expect((await browser.post('/feedback', fields)).status).to.equal(303)
    expect(await MistakeReport.countDocuments({ text: fields.text })).to.equal(1)
  })

  it('is another sending when something else is written in it, or when it stands on a page opened anew', async () => {
    const { browser } = await appAs('trainee')
    const fields = { _once: await keyOn(browser, '/feedback'), text: '电话写错了' }
    await browser.post('/feedback', fields)
    await browser.post('/feedback', { ...fields, text: '地址写错了' })
    await browser.post('/feedback', { ...fields, _once: await keyOn(browser, '/feedback') })
    expect(await MistakeReport.countDocuments({ text: /写错了$/, page: undefined })).to.equal(4)
  })

  it('of a decision leads the second click to what the first decided', async () => {
    const { browser } = await appAs('administrator')
    const at = `/mistakes/${String((await MistakeReport.findOne({ state: 'open' }).lean())!._id)}`
    const fields = { _once: await keyOn(browser, at), outcome: '已更正' }
    expect(await sendAtOnce(browser, `${at}/close`, fields)).to.deep.equal(Array(3).fill('303 /mistakes'))
    const again = await browser.post(`${at}/close`, { ...fields, _once: 'of another page' })
    expect([again.status, again.text.includes('已经处理')]).to.deep.equal([422, true])
  })

  it('that was refused is taken as new when it is sent again', async () => {
    const { browser } = await appAs('trainee')
    const _once = await keyOn(browser, '/feedback')
    expect((await browser.post('/feedback', { _once, text: '错' })).status).to.equal(422)
    expect((await browser.post('/feedback', { _once, text: '错' })).text).to.include('至少 5 个字')
  })

  it('that keeps a faulty draft says at the second click, too, what is wrong in it', async () => {
    const organisationId = await saveInstitution()
    const { browser, services, actor } = await appAs({ role: 'institution-manager', organisationId })
    await loadBasics(services)
    const { id } = await saveRun(services, { until: 'draft', manager: actor })
    const at = `/course-runs/${id}/edit`
    const fields = { _once: await keyOn(browser, at), capacity: 'many', place: '201 教室' }
    await browser.csrf()
    for (const answer of await Promise.all([1, 2, 3].map(() => browser.post(at, fields))))
      expect([answer.status, answer.text.includes('请填写开班日期')]).to.deep.equal([422, true])
  })

  it('is not asked for where somebody signs in', async () => {
    const { browser } = await appAs('trainee')
    await browser.post('/sign-out')
    expect(await keyOn(browser, '/sign-in')).to.equal('')
  })
})
