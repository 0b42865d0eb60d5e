import { expect } from 'chai'
import { AuditEntry } from '../../../src/office/audit/audit-entry.model.js'
import { Certificate, type CertificateRecord } from '../../../src/papers/certificates/certificate.model.js'
import { Person } from '../../../src/registry/people/person.model.js'
import { issueRun, saveBody, saveInstitution, saveRunOf } from '../../builders/certificate.js'
import { appAs } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const as = (role: 'institution-clerk' | 'assessment-body', organisationId: string) => appAs({ role, organisationId })

describe('the pages of certificates', () => {
  usesDatabase()
  let issued: CertificateRecord[]
  let runId: string
  before(async function () {
    this.timeout(60_000)
    await saveBody()
    await saveInstitution()
    const app = await appAs('administrator')
    await app.services.policies.loadSeeds()
    runId = (await saveRunOf(['安小荷', '林芦花', '周渔舟'])).runId
    issued = await issueRun(app, runId)
    await issueRun(app, runId, 'completion')
  })
  const at = (i: number, rest = '') => `/certificates/${String(issued[i]!._id)}${rest}`

  it('list by number, name, family, month, county, level and run', async () => {
    const { browser } = await appAs('administrator')
    const counts: Record<string, number> = {
      '': 6,
      '?q=S0000130000012250000': 3,
      [`?q=${issued[0]!.number}`]: 1,
      '?q=安小': 2,
      '?q=没有': 0,
      '?family=level': 3,
      '?family=completion&month=2022-03': 3,
      '?month=2022-04': 0,
      '?region=130632': 6,
      '?region=130629': 0,
      '?level=2': 3,
      '?level=3': 0,
      '?state=revoked': 0,
      '?organisation=芦花': 3,
      '?organisation=苇海': 6,
      [`?source=${runId}`]: 6,
    }
    for (const [query, count] of Object.entries(counts)) {
      const page = await browser.get(`/certificates${encodeURI(query)}`)
      expect([query, page.status, (page.text.match(/<tr id="row-/g) ?? []).length]).to.deep.equal([query, 200, count])
    }
  })

  it('survive nonsense in the address', async () => {
    const { browser } = await appAs('administrator')
    for (const query of [
      '?month=2022-13',
      '?level=99',
      '?state=nothing',
      '?q=(',
      '?q=.*',
      '?q=S[',
      '?page=999',
      '?source=x',
      '?q=$where',
    ])
      expect([query, (await browser.get(`/certificates${query}`)).status]).to.deep.equal([query, 200])
    expect((await browser.get('/certificates/nothing')).status).to.equal(404)
    expect((await browser.get('/certificates/nothing/certificate.pdf')).status).to.equal(404)
  })

  it('show a certificate to its issuer, its institution and its county, and to nobody else', async () => {
    const seen = [
      await as('assessment-body', 'body-1'),
      await as('institution-clerk', 'org-1'),
      await appAs({ role: 'county-officer', region: '130632' }),
      await appAs('auditor'),
    ]
    const hidden = [
      await as('assessment-body', 'body-2'),
      await as('institution-clerk', 'org-2'),
      await appAs({ role: 'county-officer', region: '130629' }),
    ]
    for (const path of [at(0), at(0, '/certificate.pdf'), at(0, '/certificate.png')]) {
      for (const { browser } of seen) expect((await browser.get(path)).status).to.equal(200)
      for (const { browser } of hidden) expect((await browser.get(path)).status).to.equal(403)
    }
    for (const { browser } of hidden)
      expect((await browser.get('/certificates')).text).not.to.include(issued[0]!.number)
    const trainee = await appAs('trainee')
    expect((await trainee.browser.get(at(0))).status).to.equal(403)
  })

  it('give out the stored bytes, named for the holder, and leave a trace', async () => {
    const { browser, infra } = await as('institution-clerk', 'org-1')
    const answer = await browser.get(at(0, '/certificate.pdf')).buffer(true)
    expect(Buffer.from(answer.body as Buffer).equals((await infra.files.get(issued[0]!.fileSha256)).bytes)).to.equal(
      true,
    )
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).to.include('安小荷 职业技能等级证书')
    expect(
      await AuditEntry.countDocuments({ event: 'CERTIFICATE_DOWNLOADED', 'notes.id': issued[0]!._id }),
    ).to.be.greaterThan(0)
  })

  it('ask for the last four characters before a revocation, and keep what was typed', async () => {
    const { browser } = await as('assessment-body', 'body-1')
    const wrong = await browser.post(at(1, '/revoke'), { reason: 'other', note: '依据第 3 条', lastFour: '9999' })
    expect([wrong.status, wrong.text.includes('依据第 3 条'), wrong.text.includes('后 4 位与编号不符')]).to.deep.equal([
      422,
      true,
      true,
    ])
    const empty = await browser.post(at(1, '/revoke'), {})
    for (const sentence of ['请选择撤销原因', '请写明依据的文件和条款', '后 4 位与编号不符'])
      expect(empty.text).to.include(sentence)
    expect((await Certificate.findById(issued[1]!._id).lean())?.state).to.equal('issued')
    const right = await browser.post(at(1, '/revoke'), {
      reason: 'other',
      note: '依据第 3 条',
      lastFour: issued[1]!.number.slice(-4),
    })
    expect([right.status, right.headers['location']]).to.deep.equal([303, at(1)])
    expect((await browser.get(at(1, '/revoke'))).status).to.equal(422)
    const [own, foreign] = [await browser.get(at(1)), await (await as('institution-clerk', 'org-1')).browser.get(at(1))]
    expect([
      own.text.includes('依据第 3 条'),
      foreign.text.includes('依据第 3 条'),
      foreign.text.includes('已撤销'),
    ]).to.deep.equal([true, false, true])
  })

  it('show what a replacement would change, and lead to the new paper', async () => {
    const { browser } = await as('assessment-body', 'body-1')
    expect((await browser.get(at(2, '/reissue'))).text).to.include('内容没有变化')
    await Person.updateOne({ _id: issued[2]!.personId }, { $set: { name: '周渔州' } })
    const page = await browser.get(at(2, '/reissue'))
    expect([page.text.includes('周渔舟'), page.text.includes('周渔州')]).to.deep.equal([true, true])
    expect((await browser.post(at(2, '/reissue'), {})).status).to.equal(422)
    const answer = await browser.post(at(2, '/reissue'), { reason: 'holder-corrected', note: '身份证' })
    expect(answer.status).to.equal(303)
    expect((await browser.get(String(answer.headers['location']))).text).to.include(issued[2]!.number)
  })

  it('suspend and lift with a reason that only those in charge read', async () => {
    const { browser } = await as('assessment-body', 'body-1')
    const verify = async () => (await (await appAs('trainee')).browser.get(`/v/${issued[0]!.token}`)).text
    expect((await browser.get(at(0, '/suspend'))).text).to.include('编号保留')
    const empty = await browser.post(at(0, '/suspend'), { note: ' ' })
    expect([
      empty.status,
      empty.text.includes('请写明依据的文件和条款'),
      (await browser.get(at(0, '/resume'))).status,
    ]).to.deep.equal([422, true, 422])
    expect((await browser.post(at(0, '/suspend'), { note: '举报替考' })).status).to.equal(303)
    const own = await browser.get(at(0))
    expect([
      own.text.includes('举报替考'),
      own.text.includes('/reissue'),
      own.text.includes('/resume'),
      (await verify()).includes('暂停使用'),
      (await verify()).includes('举报'),
    ]).to.deep.equal([true, false, true, true, false])
    expect((await browser.post(at(0, '/resume'), { note: '查无此事' })).status).to.equal(303)
    expect((await verify()).includes('暂停使用')).to.equal(false)
    for (const other of [
      await as('institution-clerk', 'org-1'),
      await as('assessment-body', 'body-2'),
      await appAs('county-officer'),
    ])
      expect((await other.browser.post(at(0, '/suspend'), { note: 'x' })).status).to.equal(403)
  })

  it('refuse a revocation to other roles and other bodies', async () => {
    const fields = { reason: 'other', note: 'x', lastFour: issued[0]!.number.slice(-4) }
    for (const { browser } of [
      await as('institution-clerk', 'org-1'),
      await as('assessment-body', 'body-2'),
      await appAs('auditor'),
      await appAs('county-officer'),
    ]) {
      expect((await browser.post(at(0, '/revoke'), fields)).status).to.equal(403)
      expect((await browser.get(at(0, '/revoke'))).status).to.equal(403)
    }
  })
})
