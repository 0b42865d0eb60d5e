import { expect } from 'chai'
import sharp from 'sharp'
import { AuditEntry } from '../../../src/office/audit/audit-entry.model.js'
import { Person } from '../../../src/registry/people/person.model.js'
import { saveOrganisation } from '../../builders/organisation.js'
import { newIdNumber, savePerson } from '../../builders/person.js'
import { appAs, makeServices } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('pages of people', () => {
  usesDatabase()
  const { services } = makeServices()
  let organisationId = ''
  let person: Awaited<ReturnType<typeof savePerson>>
  before(async () => {
    organisationId = await saveOrganisation()
    person = await savePerson(services, { organisationId })
    await savePerson(services, { organisationId, name: '单雄信' })
  })
  const asManager = () => appAs({ role: 'institution-manager', organisationId })
  const strangers = [
    ['another organisation', { role: 'institution-manager', organisationId: 'another' }],
    ['another county', { role: 'county-officer', region: '130638' }],
  ] as const

  describe('GET /people', () => {
    for (const q of ['安小荷', '小荷', 'axh', 'anxiao', 'An Xiao He']) {
      it(`finds 安小荷 by ${q}`, async () => {
        const page = await (await asManager()).browser.get(`/people?q=${encodeURIComponent(q)}`)
        expect(page.text).to.include('安小荷').and.not.include('单雄信')
      })
    }
    it('reads 单 as a surname', async () =>
      expect((await (await asManager()).browser.get('/people?q=sxx')).text).to.include('单雄信'))
    it('holds no full number', async () => {
      const page = await (await asManager()).browser.get('/people')
      expect(page.text).to.include(person.idMasked).and.not.include(person.typedId).and.not.include('13800001234')
    })
    for (const [who, role] of strangers)
      it(`shows ${who} nobody`, async () =>
        expect((await (await appAs(role)).browser.get('/people')).text).to.not.include('安小荷'))
    it('shows the officer of the county its people', async () =>
      expect(
        (await (await appAs({ role: 'county-officer', region: '130632' })).browser.get('/people')).text,
      ).to.include('安小荷'))
    it('counts what an organisation still has to complete, as its list does', async () => {
      const { browser } = await asManager()
      expect((await browser.get('/people')).text).to.match(/缺照片 <span class="num">2</)
      expect((await browser.get('/people?view=no-phone')).text).to.include('没有符合条件的人')
    })
    it('leads an ID number in the search box to the page that posts it, and drops it from the address', async () => {
      const answer = await (await asManager()).browser.get(`/people?q=${person.typedId}`)
      expect([answer.status, answer.headers['location']]).to.deep.equal([303, '/people/find'])
    })
    it('takes nonsense in its query for nothing', async () =>
      expect((await (await asManager()).browser.get('/people?category=x&page=abc&view[]=1&q=%5B(%2A')).status).to.equal(
        200,
      ))
  })

  describe('POST /people/find', () => {
    it('leads to the person, without the number in the address', async () => {
      const answer = await (
        await asManager()
      ).browser.post('/people/find', {
        idType: 'resident-id',
        idNumber: ` ${person.typedId.slice(0, 6)} ${person.typedId.slice(6)} `,
      })
      expect([answer.status, answer.headers['location']]).to.deep.equal([303, `/people/${person._id}`])
    })
    it('gives the same answer for nobody and for somebody else’s trainee', async () => {
      const { browser } = await appAs(strangers[0][1])
      const [none, theirs] = [
        await browser.post('/people/find', { idType: 'resident-id', idNumber: newIdNumber() }),
        await browser.post('/people/find', { idType: 'resident-id', idNumber: person.typedId }),
      ]
      for (const answer of [none, theirs])
        expect([answer.status, answer.text.includes('没有找到')]).to.deep.equal([422, true])
    })
    it('says which character is wrong', async () => {
      const { browser } = await asManager()
      const answer = await browser.post('/people/find', { idType: 'resident-id', idNumber: '130632190101010026' })
      expect([answer.status, answer.text.includes('最后一位应为 5')]).to.deep.equal([422, true])
    })
  })

  describe('GET /people/:id', () => {
    it('shows masked facts, dated categories, and nothing in full', async () => {
      const page = await (await asManager()).browser.get(`/people/${person._id}`)
      for (const text of [
        '农村转移就业劳动者',
        '2022-03-01',
        person.idMasked,
        '138****1234',
        `/people/${person._id}/reveal`,
      ])
        expect(page.text).to.include(text)
      expect(page.text).to.not.include(person.typedId)
    })
    for (const [who, role] of strangers) {
      it(`and all below it is forbidden to ${who}`, async () => {
        const { browser } = await appAs(role)
        for (const place of ['', '/photo', '/reveal', '/edit'])
          expect((await browser.get(`/people/${person._id}${place}`)).status, place).to.equal(403)
        for (const place of ['/photo', '/reveal', '/edit'])
          expect(
            (await browser.post(`/people/${person._id}${place}`, { field: 'idNumber', reason: 'contact' })).status,
            place,
          ).to.equal(403)
      })
    }
    it('is forbidden to a trainee, and not found for an id that nobody has', async () => {
      expect(
        (await (await appAs({ role: 'trainee', personId: person._id })).browser.get(`/people/${person._id}`)).status,
      ).to.equal(403)
      const { browser } = await appAs('administrator')
      for (const id of ['000000000000000000000000', 'new', '%00'])
        expect((await browser.get(`/people/${id}`)).status).to.be.oneOf([400, 404])
    })
  })

  describe('revealing', () => {
    it('chooses nothing beforehand, and wants a reason', async () => {
      const { browser } = await asManager()
      expect((await browser.get(`/people/${person._id}/reveal`)).text).to.not.include(' checked')
      const answer = await browser.post(`/people/${person._id}/reveal`, { field: 'idNumber' })
      expect([
        answer.status,
        answer.text.includes('请选择为什么查看'),
        answer.text.includes(person.typedId),
      ]).to.deep.equal([422, true, false])
      expect(
        (await browser.post(`/people/${person._id}/reveal`, { field: 'idNumber', reason: 'other' })).text,
      ).to.include('请写明查看的原因')
    })
    it('shows the number once, uncached, and leaves its entry', async () => {
      const { browser, actor } = await asManager()
      const answer = await browser.post(`/people/${person._id}/reveal`, { field: 'idNumber', reason: 'check-document' })
      expect([answer.status, answer.text.includes(person.typedId), answer.headers['cache-control']]).to.deep.equal([
        200,
        true,
        'no-store',
      ])
      expect(
        await AuditEntry.countDocuments({ event: 'PERSON_NUMBER_REVEALED', actorId: actor.id, 'notes.id': person._id }),
      ).to.equal(1)
    })
    it('is not for a clerk', async () => {
      const { browser } = await appAs({ role: 'institution-clerk', organisationId })
      expect((await browser.get(`/people/${person._id}`)).text).to.not.include('/reveal')
      expect(
        (await browser.post(`/people/${person._id}/reveal`, { field: 'idNumber', reason: 'contact' })).status,
      ).to.equal(403)
    })
    it('warns of somebody under 18', async () => {
      const { browser } = await appAs({ role: 'institution-manager', organisationId }, { now: '1918-01-01T00:00:00Z' })
      expect((await browser.get(`/people/${person._id}/reveal`)).text).to.include('未满 18 周岁')
    })
  })

  describe('changing', () => {
    const fields = (more: Record<string, string | string[]>) => ({
      phone: '',
      residenceRegion: '',
      category: 'G05',
      'on-year': '2022',
      'on-month': '11',
      'on-day': '1',
      ...more,
    })
    it('keeps an empty phone as it was, and dates the category', async () => {
      const { browser } = await asManager()
      const answer = await browser.post(`/people/${person._id}/edit`, fields({ category: 'G12', tags: ['G06'] }))
      expect(answer.status).to.equal(303)
      const row = await Person.findById(person._id).lean()
      expect([
        row?.phoneMasked,
        row?.categories.at(-1)?.code,
        row?.categories.at(-1)?.from,
        row?.tags.map(({ code }) => code),
      ]).to.deep.equal(['138****1234', 'G12', '2022-11-01', ['G06']])
    })
    it('says what to do for each wrong field, and writes nothing', async () => {
      const { browser } = await asManager()
      const answer = await browser.post(
        `/people/${person._id}/edit`,
        fields({ phone: '1380000', category: 'G77', 'on-day': '24' }),
      )
      expect(answer.status).to.equal(422)
      for (const text of ['请填写 11 位手机号码', '请从列表中选择类别', '不能晚于今天', 'value="1380000"'])
        expect(answer.text).to.include(text)
    })
    it('takes a photo, and shows it to those who may see the person', async () => {
      const { browser } = await asManager()
      expect((await browser.get(`/people/${person._id}/photo`)).status).to.equal(404)
      expect((await browser.upload(`/people/${person._id}/photo`, 'photo', [])).text).to.include('请选择一张照片')
      expect(
        (await browser.upload(`/people/${person._id}/photo`, 'photo', [{ name: 'a.jpg', bytes: Buffer.from('no') }]))
          .text,
      ).to.include('这个文件打不开')
      const bytes = await sharp({ create: { width: 400, height: 500, channels: 3, background: '#336699' } })
        .jpeg()
        .toBuffer()
      expect(
        (await browser.upload(`/people/${person._id}/photo`, 'photo', [{ name: '照片.jpg', bytes }])).status,
      ).to.equal(303)
      const photo = await browser.get(`/people/${person._id}/photo`)
      expect([photo.status, photo.headers['content-type']]).to.deep.equal([200, 'image/jpeg'])
    })
  })
})
