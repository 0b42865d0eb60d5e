import { expect } from 'chai'
import { load } from 'cheerio'
import { CourseRun, type CourseRunRecord } from '../../../src/training/course-runs/course-run.model.js'
import { appAs, type Fields } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { loadBasics, putInState, saveInstitution, saveRun } from '../../builders/course.js'

const find = async (id: string) => (await CourseRun.findById(id).lean<CourseRunRecord>())!
/** The form as the page gives it, like a browser that changes a few fields. */
const formIn = (html: string): Fields => {
  const $ = load(html)
  const fields: Record<string, string | string[]> = {}
  for (const field of $('main form input[name], main form textarea[name], main form select[name]').toArray()) {
    const [name, value] = [String($(field).attr('name')), String($(field).val() ?? '').replace(/^\n/, '')]
    if (name.startsWith('lesson-')) fields[name] = [...((fields[name] as string[] | undefined) ?? []), value]
    else fields[name] = value
  }
  return fields
}

async function filed() {
  const own = await appAs({ role: 'institution-manager', organisationId: await saveInstitution() })
  await loadBasics(own.services)
  const run = await saveRun(own.services, { manager: own.actor })
  const page = `/course-runs/${run.id}/change`
  return { ...own, ...run, page, form: formIn((await own.browser.get(page)).text) }
}

describe('changing what was filed', () => {
  usesDatabase()

  it('is asked with a reason, decided by an officer, and kept as a version', async () => {
    const { id, browser, page, form } = await filed()
    expect((await browser.post(page, { ...form, reason: '停电', act: 'ask' })).text).to.include('没有改动任何一项')
    const asked = await browser.post(page, {
      ...form,
      place: '雄县将台路实训楼 5 层',
      capacity: '45',
      reason: '201 教室停电',
      act: 'ask',
    })
    expect(asked.headers['location']).to.equal(`/course-runs/${id}`)
    expect((await find(id)).place).to.equal('雄县将台路实训楼 2 层')
    const { browser: county } = await appAs({ role: 'county-officer', region: '130638' })
    const shown = await county.get(page)
    for (const text of ['201 教室停电', '雄县将台路实训楼 2 层', '雄县将台路实训楼 5 层', '同意变更'])
      expect(shown.text).to.include(text)
    expect(
      (await county.post(`${page}/decide`, { act: 'accept', version: String(formIn(shown.text)['version']) })).status,
    ).to.equal(303)
    const run = await find(id)
    expect([run.place, run.capacity, run.filedVersion, run.versions?.length, run.changeRequest]).to.deep.equal([
      '雄县将台路实训楼 5 层',
      45,
      2,
      2,
      undefined,
    ])
    expect((await browser.get(`/course-runs/${id}`)).text)
      .to.include('第 2 版')
      .and.include('第 1 版：备案时')
  })

  it('names what is wrong, keeps what was typed, and asks nothing', async () => {
    const { id, browser, page, form } = await filed()
    const answer = await browser.post(page, { ...form, capacity: '61', reason: '', act: 'ask' })
    expect(answer.status).to.equal(422)
    expect(answer.text).to.include('请写明原因').and.include('value="61"')
    expect((await browser.post(page, { ...form, capacity: '61', reason: '人多', act: 'ask' })).text).to.include(
      '每班最多 60 人',
    )
    const on = [...(form['lesson-on'] as string[])]
    on[0] = '2023-05-01'
    expect((await browser.post(page, { ...form, 'lesson-on': on, reason: '改期', act: 'ask' })).text).to.include(
      '第 1 行：日期不在开班起止日期之内',
    )
    expect((await find(id)).changeRequest).to.equal(undefined)
  })

  it('may be refused with a text, or taken back', async () => {
    const { id, browser, page, form } = await filed()
    await browser.post(page, { ...form, place: '别处', reason: '停电', act: 'ask' })
    const { browser: administrator } = await appAs('administrator')
    const silent = await administrator.post(`${page}/decide`, { act: 'refuse' })
    expect([silent.status, silent.text.includes('请写明为什么不同意')]).to.deep.equal([422, true])
    await administrator.post(`${page}/decide`, { act: 'refuse', text: '别处没有工位' })
    expect([(await find(id)).changeRequest, (await find(id)).place]).to.deep.equal([undefined, '雄县将台路实训楼 2 层'])
    await browser.post(page, { ...form, version: '', place: '另一处', reason: '停电', act: 'ask' })
    expect((await find(id)).changeRequest?.reason).to.equal('停电')
    await browser.post(`${page}/take-back`)
    expect((await find(id)).changeRequest).to.equal(undefined)
  })

  it('is not for other institutions, not decided by oneself or another county, and not before filing or after the end', async () => {
    const { id, browser, actor, page, form, services } = await filed()
    const { browser: stranger } = await appAs({ role: 'institution-manager', organisationId: 'x' })
    expect((await stranger.post(page, { ...form, reason: 'x', act: 'ask' })).status).to.equal(403)
    await browser.post(page, { ...form, place: '别处', reason: '停电', act: 'ask' })
    expect((await browser.post(`${page}/decide`, { act: 'accept' })).status).to.equal(403)
    const { browser: elsewhere } = await appAs({ role: 'county-officer', region: '130629' })
    expect((await elsewhere.post(`${page}/decide`, { act: 'accept' })).status).to.equal(403)
    let code = ''
    await services.runChanges
      .decide(id, true, undefined, { ...actor, role: 'administrator' })
      .catch((error: { code: string }) => void (code = error.code))
    expect(code).to.equal('maker-is-checker')
    await putInState(id, 'closed')
    const { browser: administrator } = await appAs('administrator')
    expect((await administrator.post(`${page}/decide`, { act: 'accept' })).status).to.equal(422)
  })
})
