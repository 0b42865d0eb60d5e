import { expect } from 'chai'
import { OutboxRow } from '../../../src/infra/outbox/outbox.model.js'
import { AuditEntry } from '../../../src/office/audit/audit-entry.model.js'
import { Person, PersonIdentity, type PersonRecord } from '../../../src/registry/people/person.model.js'
import { saveOrganisation } from '../../builders/organisation.js'
import { newIdNumber, savePerson } from '../../builders/person.js'
import { appAs, makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('correcting a document', () => {
  usesDatabase()
  const { services } = makeServices()
  const { people } = services
  let organisationId = ''
  before(async () => void (organisationId = await saveOrganisation()))
  const passport = { idType: 'passport' as const, idNumber: 'E12345678' }
  const start = async (own: Partial<Parameters<typeof savePerson>[1]> = {}) => {
    const person = await savePerson(services, { organisationId, ...own })
    const { browser } = await appAs('administrator')
    const send = (fields: Record<string, string>) =>
      browser.post(`/people/${person._id}/document`, { idType: 'resident-id', ground: 'mistyped', ...fields })
    const now = async () => (await Person.findById(person._id).lean<PersonRecord>())!
    return { id: person._id, person, browser, send, now }
  }
  const holderOf = async (number: string, idType: 'resident-id' | 'passport' = 'resident-id') =>
    (await PersonIdentity.findById(people.indexOf(idType, number)).lean<{ personId: string }>())?.personId

  it('that was mistyped frees the former number, and tells the day of birth anew', async () => {
    const { id, person, send, now } = await start()
    const right = newIdNumber('19011224')
    expect((await send({ idNumber: ` ${right.toLowerCase()} ` })).status).to.equal(303)
    expect([await holderOf(person.typedId), await holderOf(right)]).to.deep.equal([undefined, id])
    const { birthOn, idMasked, formerDocuments } = await now()
    expect([birthOn, idMasked.slice(0, 6), formerDocuments?.[0]?.idMasked]).to.deep.equal([
      '1901-12-24',
      '130632',
      person.idMasked,
    ])
    expect(people.openId(await now())).to.equal(right)
    const jobs = (await OutboxRow.find({ 'payload.personId': id }).lean<{ type: string }[]>()).map(({ type }) => type)
    expect(jobs.sort()).to.deep.equal(['credits.settle-person', 'people.write-copies', 'person-times.settle-person'])
  })

  it('that was renewed still finds the person by the former number, so that nobody is made twice', async () => {
    const { id, browser, send } = await start({ ...passport, name: 'LIN HE' })
    await send({ idType: 'passport', idNumber: 'E99999999', ground: 'renewed' })
    for (const idNumber of ['E12345678', 'E99999999']) {
      const { person, outcome } = await people.findOrCreate(
        { ...passport, idNumber, name: 'Lin He', on: '2022-03-01', organisationId },
        'test',
      )
      expect([String(person._id), outcome]).to.deep.equal([id, 'same'])
    }
    expect((await browser.get(`/people/${id}`)).text)
      .to.include('曾用证件')
      .and.not.include('E99999999')
  })

  it('is refused when another person holds the number, and nothing is written', async () => {
    const other = await start({ name: '单雄信' })
    const { id, person, send, now } = await start()
    const answer = await send({ idNumber: other.person.typedId })
    expect(answer.status).to.equal(422)
    expect(answer.text).to.include('已登记在“单').and.not.include('单雄信')
    expect([await holderOf(person.typedId), await holderOf(other.person.typedId)]).to.deep.equal([id, other.id])
    expect((await now()).formerDocuments).to.deep.equal([])
  })

  const refusals = [
    ['a wrong check digit', { idNumber: '130632190101010026' }, '最后一位应为 5'],
    ['no number', { idNumber: '' }, '请填写证件号码'],
    ['no ground', { idNumber: newIdNumber(), ground: '' }, '请选择为什么更正'],
    ['another kind of document', { idNumber: 'E12345678', idType: 'taiwan-permit' }, '号码与证件类型不符'],
  ] as const
  for (const [what, fields, sentence] of refusals)
    it(`is refused with a sentence for ${what}`, async () => {
      const { person, send, now } = await start()
      const answer = await send(fields)
      expect([answer.status, (await now()).idMasked]).to.deep.equal([422, person.idMasked])
      expect(answer.text).to.include(sentence)
    })

  it('tells a wrong number and a missing ground at once', async () => {
    const { send } = await start()
    const { text } = await send({ idNumber: '130632190101010026', ground: '' })
    expect(text).to.include('最后一位应为 5').and.include('请选择为什么更正')
  })

  it('is refused for the known number, and leaves no number in the audit trail', async () => {
    const { id, person, send } = await start()
    expect((await send({ idNumber: person.typedId })).text).to.include('现在登记的就是这个号码')
    const right = newIdNumber()
    await send({ idNumber: right, note: `原 ${person.typedId}` })
    const told = JSON.stringify(await AuditEntry.findOne({ event: 'PERSON_DOCUMENT_CORRECTED', 'notes.id': id }).lean())
    expect(told).to.include('"reason":"mistyped"').and.not.include(right).and.not.include(person.typedId)
  })
})
