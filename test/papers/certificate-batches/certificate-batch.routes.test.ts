import { expect } from 'chai'
import { CertificateBatch } from '../../../src/papers/certificate-batches/certificate-batch.model.js'
import { saveBody, saveHolder, saveInstitution, saveRunOf } from '../../builders/certificate.js'
import { saveCompletion, saveCountedRun } from '../../builders/person-time.js'
import { appAs } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

const body = () => appAs({ role: 'assessment-body', organisationId: 'body-1' })
const day = { 'issuedOn-year': '2022', 'issuedOn-month': '3', 'issuedOn-day': '25' }

describe('the certificates of a run', () => {
  usesDatabase()
  before(async () => {
    await saveBody()
    await saveInstitution()
    const { services } = await body()
    await services.policies.loadSeeds()
  })
  const runWithObstacle = async () => {
    const { runId } = await saveRunOf(['安小荷', '林芦花'])
    await saveCompletion(runId, await saveHolder({ photographed: false, name: '无照片' }), { personName: '无照片' })
    return runId
  }

  it('say before the batch how many it will make, who is left out, and how to mend it', async () => {
    const { browser } = await body()
    const page = await browser.get(`/course-runs/${await runWithObstacle()}/certificates`)
    expect(page.status).to.equal(200)
    for (const sentence of ['为 2 人制证', '没有照片', '上传一寸照片', '无照片']) expect(page.text).to.include(sentence)
  })

  it('are issued by one button, followed on the task page, and add up on the page of the batch', async () => {
    const app = await body()
    const runId = await runWithObstacle()
    const answer = await app.browser.post(`/course-runs/${runId}/certificates`, { family: 'level', ...day })
    expect([answer.status, /^\/tasks\//.test(String(answer.headers['location']))]).to.deep.equal([303, true])
    await deliverAll(app, 'certificates.issue-chunk')
    const task = await app.browser.get(String(answer.headers['location']))
    const result = /\/certificate-batches\/[0-9a-f]{24}/.exec(task.text)?.[0]
    const page = await app.browser.get(result!)
    expect(page.text).to.include('申请 3 = 已制 2 + 未制 1').and.to.include('没有照片')
    const list = await app.browser.get(`/certificates?batch=${result!.split('/').at(-1)}`)
    expect((list.text.match(/<tr id="row-/g) ?? []).length).to.equal(2)
  })

  it('show what is wrong with the day on the form, and write nothing', async () => {
    const { browser } = await body()
    const { runId } = await saveRunOf(1)
    for (const [fields, sentence] of [
      [{ ...day, 'issuedOn-month': '13' }, '请填写发证日期'],
      [{ ...day, 'issuedOn-day': '19' }, '不能早于结业日期'],
      [{ ...day, 'issuedOn-year': '2023' }, '不能晚于今天'],
    ] as const) {
      const page = await browser.post(`/course-runs/${runId}/certificates`, { family: 'level', ...fields })
      expect([page.status, page.text.includes(sentence)]).to.deep.equal([422, true])
    }
    expect(await CertificateBatch.countDocuments({ sourceId: runId })).to.equal(0)
  })

  it('tell the institution who issues the level certificates', async () => {
    const { browser } = await appAs({ role: 'institution-clerk', organisationId: 'org-1' })
    const { runId } = await saveRunOf(1)
    const page = await browser.get(`/course-runs/${runId}/certificates`)
    expect(page.text).to.include('由评价机构雄安芦花职业技能评价中心制证').and.to.include('为 1 人制证')
    expect((await browser.post(`/course-runs/${runId}/certificates`, { family: 'level', ...day })).status).to.equal(403)
  })

  it('wait until the run has closed', async () => {
    const { browser } = await body()
    const runId = await saveCountedRun({
      state: 'running',
      closedOn: undefined,
      assessmentBodyId: 'body-1',
      assessmentBodyName: '雄安芦花职业技能评价中心',
    })
    expect((await browser.get(`/course-runs/${runId}/certificates`)).text).to.include('开班结业后才能制证')
  })

  it('are hidden from others', async () => {
    const { runId } = await saveRunOf(1)
    const { services } = await body()
    const { batchId } = await services.certificateIssue.startBatch(
      { sourceId: runId, family: 'level', issuedOn: '2022-03-25' },
      { id: 'a', username: 'a', name: 'a', role: 'administrator' },
    )
    for (const who of [
      { role: 'assessment-body', organisationId: 'body-2' },
      { role: 'institution-clerk', organisationId: 'org-2' },
      { role: 'county-officer', region: '130629' },
      { role: 'trainee' },
    ] as const) {
      const { browser } = await appAs(who)
      expect((await browser.get(`/course-runs/${runId}/certificates`)).status).to.equal(403)
      expect((await browser.get(`/certificate-batches/${batchId}`)).status).to.equal(403)
      expect((await browser.post(`/certificate-batches/${batchId}/stop`)).status).to.equal(403)
    }
    const { browser } = await appAs('administrator')
    expect((await browser.get('/course-runs/6b0000000000000000000000/certificates')).status).to.equal(404)
    expect((await browser.get('/certificate-batches/6b0000000000000000000000')).status).to.equal(404)
    expect((await browser.post(`/certificate-batches/${batchId}/stop`)).status).to.equal(303)
  })
})

describe('the register of numbers', () => {
  usesDatabase()
  it('explains every number that was not used, and shows a body only its own series', async () => {
    await saveBody()
    const admin = await appAs('administrator')
    const blocks = await admin.services.numbers.reserve('S000013000001225', 2, 'b:0')
    const [first] = blocks[0]!.numbers
    await admin.services.numbers.settle(blocks, new Map())
    await admin.services.numbers.reserve('S000099000009225', 1, 'c:0')
    expect((await admin.browser.get('/certificate-numbers')).text)
      .to.include('S000013000001225')
      .and.to.include('S000099000009225')
    expect((await admin.browser.get('/certificate-numbers?series=S000013000001225')).text)
      .to.include(first)
      .and.to.include('多出的号作废')
    expect((await admin.browser.get('/certificate-numbers?series=S000099000009225')).text).to.include('正在制证')
    const { browser } = await body()
    expect((await browser.get('/certificate-numbers')).text)
      .to.include('S000013000001225')
      .and.not.to.include('S000099000009225')
    expect((await browser.get('/certificate-numbers?series=S000099000009225')).text).not.to.include(
      'S000099000009225000001',
    )
  })
})
