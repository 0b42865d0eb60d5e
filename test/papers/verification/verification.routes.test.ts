import { expect } from 'chai'
import { AuditEntry } from '../../../src/office/audit/audit-entry.model.js'
import {
  Certificate,
  CertificateToken,
  type CertificateRecord,
} from '../../../src/papers/certificates/certificate.model.js'
import { Person } from '../../../src/registry/people/person.model.js'
import { administrator, issueRun, saveBody, saveInstitution, saveRunOf } from '../../builders/certificate.js'
import { Browser, makeApp, makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const guest = () => new Browser(makeApp().app)
/** A guest who has opened a page with a form, as everybody has who posts one. */
const visitor = async () => {
  const browser = guest()
  await browser.csrf()
  return browser
}
const visible = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('verification', () => {
  usesDatabase()
  let issued: CertificateRecord[]
  const { services, infra } = makeServices()
  const open = (i: number, rest = '') => guest().get(`/v/${issued[i]!.token}${rest}`)
  before(async function () {
    this.timeout(60_000)
    await saveBody()
    await saveInstitution()
    await services.policies.loadSeeds()
    issued = await issueRun(
      { services, infra },
      (await saveRunOf(['安小荷', '林芦花', '周渔舟', '吴清远', '郑嘉和'])).runId,
    )
    await services.certificates.revoke(
      String(issued[1]!._id),
      { reason: 'impersonation', document: '雄技撤〔2022〕3号', note: '内部依据' },
      administrator,
    )
    await Person.updateOne({ _id: issued[2]!.personId }, { $set: { name: '周渔州' } })
    await services.certificates.reissue(
      String(issued[2]!._id),
      { reason: 'holder-corrected', note: '身份证' },
      administrator,
    )
    await Certificate.updateOne({ _id: issued[3]!._id }, { $set: { expiresOn: '2022-11-22' } })
    await Certificate.updateOne({ _id: issued[4]!._id }, { $set: { state: 'suspended' } })
  })

  it('says 有效 after a scan, with every printed fact, the photo, the time and the count of checks', async () => {
    const [first, second] = [await open(0), await open(0)]
    expect([first.status, first.headers['referrer-policy'], first.headers['set-cookie']]).to.deep.equal([
      200,
      'strict-origin',
      undefined,
    ])
    for (const text of [
      '有效',
      '安小荷',
      '居民身份证',
      '130632********0025',
      '职业技能等级证书',
      '砌筑工',
      '五级/初级工',
      '理论 82.0 · 操作 78.0',
      issued[0]!.number,
      '雄安芦花职业技能评价中心',
      '2022年3月25日',
      '长期',
      '第 1 次查验',
      '/photo.jpg',
    ])
      expect(first.text).to.include(text)
    expect(first.text).to.match(/查验时间 .*2022年11月23日.* 14:05/)
    expect(second.text).to.include('第 2 次查验')
    expect((await open(0, '/photo.jpg')).headers['content-type']).to.equal('image/jpeg')
    expect((await open(0, '/certificate.png')).headers['content-type']).to.equal('image/png')
  })

  it('says 已撤销 with date, reason, decision and appeal, and never the note', async () => {
    const page = await open(1)
    for (const text of ['已撤销', '2022年11月23日', '冒名顶替', '雄技撤〔2022〕3号', '60 日内', '林芦花'])
      expect(page.text).to.include(text)
    expect(page.text).not.to.include('内部依据')
    expect((await open(1, '/certificate.png')).status).to.equal(404)
  })

  it('says 已换发新证, what was corrected, and leads to the new paper', async () => {
    const page = await open(2)
    const next = await Certificate.findOne({ supersedes: issued[2]!._id }).lean<CertificateRecord>()
    for (const text of ['已换发新证', next!.number, `/v/${next!.token}`, '周渔舟', '周渔州', '更正持证人信息'])
      expect(page.text).to.include(text)
    expect((await guest().get(`/v/${next!.token}`)).text).to.include('有效')
    await Certificate.updateOne({ _id: next!._id }, { $set: { state: 'revoked', revokedOn: '2022-11-23' } })
    expect((await open(2)).text).to.include('换发的新证现在是“已撤销”，也不能使用')
  })

  it('says 已过期 from the day after the last, and 暂停使用 during a review', async () => {
    expect((await open(3)).text)
      .to.include('已过期')
      .and.to.include('2022年11月22日')
      .and.to.include('已过 1 天')
    expect((await open(4)).text).to.include('暂停使用')
  })

  it('says 查无此证 for a code that was never issued, and that this proves no forgery', async () => {
    for (const code of ['0000000000000000', 'x', '%24ne', "'%7B%7D"]) {
      const page = await guest().get(`/v/${code}`)
      expect([page.status, page.text.includes('查无此证'), page.text.includes('不一定是假证')]).to.deep.equal([
        404,
        true,
        true,
      ])
    }
    expect((await guest().get('/v/0000000000000000/print.pdf')).status).to.equal(404)
  })

  it('says 暂时无法查验 while the register cannot be asked, and never 查无此证', async () => {
    const findById = CertificateToken.findById.bind(CertificateToken)
    CertificateToken.findById = () => {
      throw Object.assign(new Error('no primary'), { name: 'MongoServerSelectionError' })
    }
    try {
      const page = await open(0)
      expect([page.status, page.headers['retry-after']]).to.deep.equal([503, '300'])
      expect(page.text).to.include('暂时无法查验').and.not.to.include('查无此证')
    } finally {
      CertificateToken.findById = findById
    }
  })

  it('finds by number and name, however they are typed', async () => {
    for (const [number, name] of [
      [issued[0]!.number, '安小荷'],
      [` ${issued[0]!.number.toLowerCase()} `, ' 安 小荷 '],
      [issued[0]!.number.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)), '安小荷'],
    ]) {
      const answer = await (await visitor()).post('/verify', { number, name } as Record<string, string>)
      expect([answer.status, answer.headers['location']]).to.deep.equal([303, `/v/${issued[0]!.token}`])
    }
  })

  it('answers a wrong name and an unknown number alike: status, length and words', async () => {
    const wrongName = await (await visitor()).post('/verify', { number: issued[0]!.number, name: '李小荷' })
    const unknown = await (await visitor()).post('/verify', { number: 'S000013000001225999999', name: '李小荷' })
    expect([wrongName.status, unknown.status]).to.deep.equal([404, 404])
    const same = (html: string, number: string) =>
      html
        .replaceAll(number, 'N')
        .replace(/value="[^"]{60,}"/g, '')
        .replace(/\?v=\w+/g, '')
    expect(same(wrongName.text, issued[0]!.number)).to.equal(same(unknown.text, 'S000013000001225999999'))
    expect(visible(wrongName.text)).not.to.include('安小荷')
  })

  it('asks for both fields, and keeps what was typed', async () => {
    const page = await (await visitor()).post('/verify', { number: 'S00', name: '' })
    expect([page.status, page.text.includes('请填写持证人姓名'), page.text.includes('value="S00"')]).to.deep.equal([
      422,
      true,
      true,
    ])
  })

  it('lets one address try ten times a minute', async () => {
    const browser = await visitor()
    const statuses: number[] = []
    for (let i = 0; i < 12; i += 1)
      statuses.push((await browser.post('/verify', { number: `S00001300000122500000${i % 10}`, name: '某人' })).status)
    expect(statuses.slice(0, 10).every((status) => status === 404)).to.equal(true)
    expect(statuses.slice(10)).to.deep.equal([429, 429])
    expect((await browser.get(`/v/${issued[0]!.token}`)).status).to.equal(200)
  })

  it('knows the issued file by its bytes, and no other', async () => {
    const pdf = (await infra.files.get(issued[0]!.fileSha256)).bytes
    const send = async (bytes: Buffer) => (await visitor()).upload('/verify/file', 'file', [{ name: 'a.pdf', bytes }])
    const ours = await send(pdf)
    expect(ours.text).to.include('这是签发时的原文件').and.to.include(issued[0]!.number).and.to.include('有效')
    for (const changed of [
      Buffer.concat([pdf, Buffer.from('\n')]),
      Buffer.from(pdf).fill(0x20, 500, 501),
      Buffer.from('%PDF-1.7'),
    ])
      expect((await send(changed)).text)
        .to.include('这不是签发时的原文件')
        .and.not.to.include(issued[0]!.number)
    expect((await send(Buffer.alloc(0))).status).to.equal(422)
    expect((await send(Buffer.alloc(5 * 1024 * 1024 + 1))).status).to.equal(413)
  })

  it('prints the result, and leaves the code out of the audit trail', async () => {
    for (const i of [0, 1, 2, 3, 4]) {
      const answer = await open(i, '/print.pdf').buffer(true)
      expect([
        answer.status,
        answer.headers['content-type'],
        (answer.body as Buffer).subarray(0, 5).toString(),
      ]).to.deep.equal([200, 'application/pdf', '%PDF-'])
    }
    for (const { token } of issued) expect(await AuditEntry.countDocuments({ path: new RegExp(token) })).to.equal(0)
  })
})
