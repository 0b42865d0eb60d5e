import { expect } from 'chai'
import { Certificate } from '../../../src/papers/certificates/certificate.model.js'
import { Recognition, type RecognitionRecord } from '../../../src/papers/recognitions/recognition.model.js'
import { anApplication, carer, checker, employer, jpeg, officer, saveAgreement } from '../../builders/recognition.js'
import { savePerson } from '../../builders/person.js'
import { saveOrganisation } from '../../builders/organisation.js'
import { Browser, makeApp, saveActor } from '../../support/app.js'
import { deliverAll } from '../../support/deliver.js'
import { empty, usesDatabase } from '../../support/database.js'

describe('the pages of recognition', () => {
  usesDatabase()
  let app: ReturnType<typeof makeApp>['app']
  let services: ReturnType<typeof makeApp>['services']
  let infra: ReturnType<typeof makeApp>['infra']
  let recognitions: typeof services.recognitions
  before(async () => {
    ;({ app, services, infra } = makeApp())
    recognitions = services.recognitions
    await services.policies.loadSeeds()
    await services.occupations.loadSeeds()
    await saveAgreement(services)
  })
  afterEach(() => empty('recognitions', 'recognition-claims', 'source-checks', 'outbox'))
  const as = async (who: Parameters<typeof saveActor>[0]) => {
    const actor = await saveActor(who)
    const browser = new Browser(app)
    await browser.signIn(actor.username)
    return { actor, browser }
  }
  const get = async (id: string) => (await Recognition.findById(id).lean<RecognitionRecord>())!
  const fields = {
    region: '110000',
    family: 'level-certificate',
    occupationId: carer,
    level: '4',
    number: 's0000-1100 0001',
    issuer: '北京市养老护理评价中心',
    issuedOn: '2021-06-18',
    county: '130632',
    agreed: 'on',
  }
  async function granted() {
    const id = await recognitions.apply(anApplication(), employer)
    await recognitions.accept(id, officer)
    await recognitions.lookUp(id, { place: 'osta', result: 'agrees', fields: [], picture: jpeg }, officer)
    await recognitions.compare(id, { bodyNotFiled: false }, officer)
    await recognitions.decide(id, { granted: true, reasons: [] }, checker)
    return id
  }

  it('take a holder from the form to the case, and show every mistake beside its field with what was typed', async () => {
    const person = await savePerson(services, { organisationId: await saveOrganisation() })
    const { browser } = await as({ role: 'trainee', personId: person._id })
    const bad = await browser.upload('/me/recognitions/new', 'copy', [], {
      ...fields,
      number: '',
      issuedOn: '2030-01-01',
    })
    expect(bad.status).to.equal(422)
    expect(bad.text).to.contain('请填写证书编号').and.contain('北京市养老护理评价中心')
    const future = await browser.upload('/me/recognitions/new', 'copy', [], { ...fields, issuedOn: '2030-01-01' })
    expect([future.status, future.text.includes('发证日期在今天以后')]).to.deep.equal([422, true])
    const gif = await browser.upload(
      '/me/recognitions/new',
      'copy',
      [{ name: 'a.jpg', bytes: Buffer.from('GIF89a') }],
      fields,
    )
    expect([gif.status, gif.text.includes('请用 JPG 或 PNG')]).to.deep.equal([422, true])
    expect(await Recognition.countDocuments()).to.equal(0)
    const good = await browser.upload('/me/recognitions/new', 'copy', [{ name: 'a.jpg', bytes: jpeg }], fields)
    expect(good.status).to.equal(303)
    const page = await browser.get(good.headers['location'] as string)
    expect(page.text).to.contain('待受理').and.contain('S000011000001')
    const again = await browser.upload('/me/recognitions/new', 'copy', [], fields)
    expect(again.status).to.equal(422)
    expect(again.text).to.match(/这张证书已经有一件互认申请：XA-HS-2022-\d{4}/)
  })

  it('are nobody’s but the holder’s, the applicant’s and the county’s', async () => {
    const id = await granted()
    for (const [who, path, status] of [
      [{ role: 'trainee', personId: 'another' }, `/me/recognitions/${id}`, 404],
      [{ role: 'enterprise', organisationId: 'another' }, `/recognitions/${id}`, 403],
      [{ role: 'county-officer', region: '130638' }, `/recognitions/${id}`, 403],
      [{ role: 'enterprise', organisationId: 'another' }, `/recognitions/${id}/statement.pdf`, 403],
      [{ role: 'county-officer', region: '130632' }, `/recognitions/${id}`, 200],
      ['auditor', `/recognitions/${id}`, 200],
    ] as const) {
      const answer = await (await as(who)).browser.get(path)
      expect(answer.status, path).to.equal(status)
      if (status !== 200) expect(answer.text).not.to.contain('苇明远')
    }
  })

  it('let an officer accept, look up and compare, and an administrator decide; each on a page that has not changed since', async () => {
    const id = await recognitions.apply(anApplication(), employer)
    const { browser: county } = await as({ role: 'county-officer', region: '130632' })
    const stale = await county.post(`/recognitions/${id}/handle`, { act: 'accept', version: '7' })
    expect(stale.status).to.equal(409)
    const noReason = await county.post(`/recognitions/${id}/handle`, { act: 'return', text: '', version: '0' })
    expect([noReason.status, noReason.text.includes('请写明原因')]).to.deep.equal([422, true])
    expect((await county.post(`/recognitions/${id}/handle`, { act: 'accept', version: '0' })).status).to.equal(303)
    const noPicture = await county.upload(`/recognitions/${id}/look-up`, 'picture', [], {
      place: 'osta',
      result: 'agrees',
    })
    expect([noPicture.status, noPicture.text.includes('请选择要上传的文件')]).to.deep.equal([422, true])
    expect(
      (
        await county.upload(`/recognitions/${id}/look-up`, 'picture', [{ name: 'p.jpg', bytes: jpeg }], {
          place: 'osta',
          result: 'agrees',
        })
      ).status,
    ).to.equal(303)
    expect((await county.post(`/recognitions/${id}/compare`, {})).status).to.equal(303)
    const late = await county.post(`/recognitions/${id}/compare`, { opinion: '再核对一次。'.repeat(100) })
    expect([
      late.status,
      late.text.includes('现在的状态不能这样办理'),
      late.text.includes('再核对一次。'),
    ]).to.deep.equal([422, true, true])
    expect((await county.post(`/recognitions/${id}/decide`, { act: 'grant' })).status).to.equal(403)
    const { browser: area } = await as('administrator')
    expect((await area.get(`/recognitions/${id}`)).text).to.contain('核验一致，对应表有这一项')
    expect((await area.post(`/recognitions/${id}/decide`, { act: 'refuse', text: '' })).status).to.equal(422)
    expect((await area.post(`/recognitions/${id}/decide`, { act: 'grant' })).status).to.equal(303)
    const { state, personId, equivalence } = await get(id)
    expect(state).to.equal('in-force')
    const { browser: holder } = await as({ role: 'trainee', personId })
    const agreement = `/recognition-agreements/${equivalence!.agreementId}`
    expect((await area.get(`/recognitions/${id}`)).text).to.contain(agreement)
    const own = (await holder.get(`/me/recognitions/${id}`)).text
    expect([own.includes(`第 ${equivalence!.version} 版`), own.includes(agreement)]).to.deep.equal([true, false])
  })

  it('give the statement as a PDF, and anybody an honest answer to its code', async () => {
    const id = await granted()
    const { browser } = await as({ role: 'enterprise', organisationId: employer.organisationId! })
    expect((await browser.get(`/recognitions/${id}/statement.pdf`)).status).to.equal(422)
    await deliverAll({ services, infra }, 'certificates.issue-chunk')
    const pdf = await browser.get(`/recognitions/${id}/statement.pdf`).buffer(true)
    expect([pdf.status, pdf.headers['content-type']]).to.deep.equal([200, 'application/pdf'])
    const { token, number } = (await Certificate.findById((await get(id)).certificateId).lean())!
    expect(number).to.match(/^XA-HR-2022-\d{6}$/)
    const answers = async () => (await new Browser(app).get(`/v/${token}`)).text
    expect(await answers())
      .to.contain('互认有效')
      .and.contain(number)
      .and.contain('它不是证书')
    await recognitions.lookUp(id, { place: 'osta', result: 'revoked', fields: [], picture: jpeg }, officer)
    expect(await answers())
      .to.contain('暂停使用')
      .and.not.contain('互认有效')
    await recognitions.revoke(id, '来源地撤销', checker)
    expect(await answers())
      .to.contain('已撤销')
      .and.contain('2022年11月23日')
  })

  it('say that there is no statement before the decision', async () => {
    const id = await recognitions.apply(anApplication(), employer)
    expect((await (await as('administrator')).browser.get(`/recognitions/${id}/statement.pdf`)).status).to.equal(422)
  })
})
