import { expect } from 'chai'
import type { CertificateRecord } from '../../../src/papers/certificates/certificate.model.js'
import { administrator, issueRun, saveBody, saveInstitution, saveRunOf } from '../../builders/certificate.js'
import { saveCompletion, saveCountedRun } from '../../builders/person-time.js'
import { appAs, makeApp } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('a trainee’s own page', () => {
  usesDatabase()
  let issued: CertificateRecord[]
  let people: string[]
  before(async function () {
    this.timeout(60_000)
    await saveBody()
    await saveInstitution()
    const app = makeApp()
    await app.services.policies.loadSeeds()
    const run = await saveRunOf(['安小荷', '林芦花'])
    people = run.people
    issued = await issueRun(app, run.runId)
    await saveCompletion(
      await saveCountedRun({ title: '砌筑工（四级）第1期', state: 'running', closedOn: undefined }),
      people[0]!,
      { completed: undefined, completedOn: undefined },
    )
    await app.services.personTimes.settlePerson(people[0]!)
  })
  const trainee = (i: number) => appAs({ role: 'trainee', personId: people[i]!, name: issued[i]!.holderName })
  const at = (i: number, rest = '') => `/me/certificates/${String(issued[i]!._id)}${rest}`

  it('shows certificates first, then courses with their verdict in plain words', async () => {
    const { browser } = await trainee(0)
    const page = await browser.get('/me')
    expect(page.status).to.equal(200)
    expect(page.text.indexOf('我的证书')).to.be.lessThan(page.text.indexOf('我的培训'))
    for (const text of ['砌筑工 五级/初级工', at(0), '正在培训', '已结业', '已计入培训人次'])
      expect(page.text).to.include(text)
    expect(page.text).not.to.include(issued[1]!.number)
  })

  it('shows the picture first, then how to share and save, then every fact', async () => {
    const { browser } = await trainee(0)
    const page = await browser.get(at(0))
    const order = [at(0, '/certificate.png'), '给别人看', '下载 PDF', '证书内容', issued[0]!.number].map((text) =>
      page.text.lastIndexOf(text),
    )
    expect(order).to.deep.equal([...order].sort((a, b) => a - b))
    for (const text of [`http://skills.test/v/${issued[0]!.token}`, 'og:title', 'og:image', '在浏览器中打开'])
      expect(page.text).to.include(text)
    expect((await browser.get(at(0, '/certificate.png'))).headers['content-type']).to.equal('image/png')
    expect((await browser.get(at(0, '/certificate.pdf'))).headers['content-type']).to.equal('application/pdf')
  })

  it('answers another’s certificate as one that does not exist', async () => {
    const { browser } = await trainee(0)
    const none = '/me/certificates/6b0000000000000000000000'
    for (const rest of ['', '/certificate.pdf', '/certificate.png']) {
      const [foreign, missing] = [await browser.get(at(1, rest)), await browser.get(none + rest)]
      expect([foreign.status, missing.status]).to.deep.equal([404, 404])
      expect(foreign.text.length).to.equal(missing.text.length)
    }
    for (const path of ['/certificates', `/certificates/${String(issued[0]!._id)}`, '/certificate-numbers'])
      expect((await browser.get(path)).status).to.equal(403)
  })

  it('is for trainees with a person, and for nobody else', async () => {
    expect((await (await appAs('trainee')).browser.get('/me')).text).to.include('还没有关联本人')
    expect((await (await appAs('trainee')).browser.get(at(0))).status).to.equal(404)
    expect((await (await appAs('administrator')).browser.get('/me')).status).to.equal(403)
    expect(
      (await (await appAs({ role: 'institution-clerk', organisationId: 'org-1' })).browser.get(at(0))).status,
    ).to.equal(403)
  })

  it('says that a revoked certificate cannot be used, and to whom to appeal', async () => {
    const { services } = makeApp()
    await services.certificates.revoke(String(issued[1]!._id), { reason: 'wrong-result', note: 'x' }, administrator)
    const page = await (await trainee(1)).browser.get(at(1))
    for (const text of ['已撤销', '考核成绩登记有误', '60 日内']) expect(page.text).to.include(text)
  })
})
