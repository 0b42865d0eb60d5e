import { expect } from 'chai'
import { AuditEntry } from '../../../src/office/audit/audit-entry.model.js'
import { Person } from '../../../src/registry/people/person.model.js'
import { saveOrganisation } from '../../builders/organisation.js'
import { savePerson } from '../../builders/person.js'
import { appAs, makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('correcting a name', () => {
  usesDatabase()
  const { services } = makeServices()
  let organisationId = ''
  before(async () => void (organisationId = await saveOrganisation()))
  const start = async (name = '安小荷') => {
    const person = await savePerson(services, { organisationId, name })
    const admin = await appAs({ role: 'administrator' })
    const send = (fields: Record<string, string>) =>
      admin.browser.post(`/people/${person._id}/name`, { name: '安晓荷', ground: 'document', ...fields })
    return { id: person._id, ...admin, send }
  }
  const nameOf = async (id: string) => (await Person.findById(id).lean<{ name: string }>())?.name

  it('is found by the new pinyin, shows what it was, and stands in the audit trail without the name', async () => {
    const { id, browser, send } = await start()
    await send({ name: '单小荷', note: '本人来电，身份证 130632190101010025' })
    const page = await browser.get(`/people/${id}`)
    expect(page.text).to.include('单小荷').and.include('曾登记为')
    expect((await browser.get('/people?q=sxh')).text).to.include('单小荷')
    const entry = await AuditEntry.findOne({ event: 'PERSON_NAME_CORRECTED', 'notes.id': id }).lean<object>()
    const told = JSON.stringify(entry)
    expect(told).to.include('"reason":"document"').and.not.include('单小荷').and.not.include('130632190101010025')
  })

  const refusals = [
    [{ name: '' }, '请填写正确的姓名'],
    [{ name: '安' }, '姓名是 2 到 50 个'],
    [{ name: '安 小 荷' }, '现在登记的就是这个姓名'],
    [{ ground: '' }, '请选择凭什么更正'],
  ] as const
  for (const [fields, sentence] of refusals)
    it(`says “${sentence}” and writes nothing for ${JSON.stringify(fields)}`, async () => {
      const { id, send } = await start()
      const answer = await send(fields)
      expect([answer.status, await nameOf(id)]).to.deep.equal([422, '安小荷'])
      expect(answer.text).to.include(sentence)
    })

  it('refuses a form that somebody else overtook', async () => {
    const { id, send } = await start()
    expect((await send({ version: '0' })).status).to.equal(303)
    expect((await send({ name: '安晓河', version: '0' })).status).to.equal(409)
    expect(await nameOf(id)).to.equal('安晓荷')
  })

  it('is offered to the administrator alone, and others read whom to ask', async () => {
    const { id, browser } = await start()
    expect((await browser.get(`/people/${id}`)).text).to.include(`/people/${id}/name`)
    const manager = await appAs({ role: 'institution-manager', organisationId })
    expect((await manager.browser.get(`/people/${id}`)).text).to.not.include(`/people/${id}/name`)
    expect((await manager.browser.get(`/people/${id}/edit`)).text).to.include(
      '姓名或证件号码写错了，请新区管理员凭身份证件更正',
    )
    expect((await manager.browser.get(`/people/${id}/name`)).status).to.equal(403)
  })
})
