import { expect } from 'chai'
import mongoose from 'mongoose'
import { OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import { AuditEntry } from '../../../src/office/audit/audit-entry.model.js'
import { nameCopies } from '../../../src/registry/name-corrections/name-copies.js'
import { Person } from '../../../src/registry/people/person.model.js'
import { saveOrganisation } from '../../builders/organisation.js'
import { savePerson } from '../../builders/person.js'
import { appAs, makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'
import { deliverAll } from '../../support/deliver.js'

/** Made with a name, and keep it: what was handed in, printed, published, or is a file as it came. */
const standingStill = ['Settlement.lines', 'CertificateChunk.refused']

describe('correcting a name', () => {
  usesDatabase()
  const { services, infra } = makeServices()
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

  it('reaches every list that shows it, delivered once or twice, and leaves other people alone', async () => {
    const { id, send } = await start()
    const copies = nameCopies()
    const rows = copies.map((copy, i) => {
      const own = { [copy.person]: id, [copy.path]: '安小荷' }
      const other = { ...own, [copy.person]: 'another' }
      const body = (one: object) => (copy.list ? { [copy.list]: [one, other] } : one)
      return { copy, own: { _id: `own-${i}`, ...body(own) }, other: { _id: `other-${i}`, ...body(other) } }
    })
    for (const { copy, own, other } of rows)
      await mongoose.model(copy.collection).collection.insertMany([own, other] as never[])
    expect((await send({})).status).to.equal(303)
    for (let time = 0; time < 2; time += 1) {
      await OutboxRow.updateMany({ type: 'people.write-name' }, { $set: { state: 'pending', attempts: 0 } })
      expect(Object.values(await deliverAll({ services, infra }, 'people.write-name'))).to.deep.equal(['done'])
      for (const { copy, own, other } of rows) {
        const read = async (_id: unknown) =>
          (await mongoose.model(copy.collection).collection.findOne({ _id } as never)) as unknown as Record<
            string,
            unknown
          >
        const names = (row: Record<string, unknown>) =>
          copy.list ? (row[copy.list] as Record<string, string>[]).map((one) => one[copy.path]) : row[copy.path]
        expect(names(await read(own._id)), copy.collection).to.deep.equal(copy.list ? ['安晓荷', '安小荷'] : '安晓荷')
        if (!copy.list) expect(names(await read(other._id)), copy.collection).to.equal('安小荷')
      }
    }
  })

  it('is marked wherever a schema keeps the name of a person', () => {
    const kept = Object.entries(mongoose.models).flatMap(([collection, { schema }]) =>
      Object.entries(schema.paths).flatMap(([path, type]) => [
        ...(path === 'personName' ? [collection] : []),
        ...(type.schema?.path('personName') ? [`${collection}.${path}`] : []),
      ]),
    )
    const followed = nameCopies().map(({ collection, list }) => (list ? `${collection}.${list}` : collection))
    expect(kept.filter((one) => !followed.includes(one)).sort()).to.deep.equal([...standingStill].sort())
  })

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
    expect((await manager.browser.get(`/people/${id}/edit`)).text).to.include('请新区管理员凭身份证件更正')
    expect((await manager.browser.get(`/people/${id}/name`)).status).to.equal(403)
  })
})
