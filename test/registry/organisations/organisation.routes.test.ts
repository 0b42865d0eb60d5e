import { expect } from 'chai'
import { AuditEntry } from '../../../src/office/audit/audit-entry.model.js'
import { CreditCode, Organisation } from '../../../src/registry/organisations/organisation.model.js'
import { createOccupationService } from '../../../src/registry/occupations/occupation.service.js'
import { organisationFields, saveOrganisation } from '../../builders/organisation.js'
import { appAs } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

const waiting = {
  state: 'submitted' as const,
  waitingSince: new Date('2022-11-20T00:00:00Z'),
  timeline: [{ act: 'submitted', at: new Date('2022-11-20T00:00:00Z'), byId: 'maker', byName: '刘海峰' }],
}
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''

describe('pages of organisations', () => {
  usesDatabase()
  before(() => createOccupationService().loadSeeds())
  afterEach(async () => void (await Organisation.deleteMany({})))

  describe('GET /organisations', () => {
    it('shows a county officer the own county, found by initials', async () => {
      await saveOrganisation()
      await saveOrganisation({ name: '雄县示范职业培训学校', region: '130638' })
      const { browser } = await appAs({ role: 'county-officer', region: '130632' })
      const page = await browser.get('/organisations?q=xawh')
      expect(page.text).to.include('雄安苇海职业技能培训学校').and.not.include('雄县示范')
    })
    it('leads an institution to its own', async () => {
      const id = await saveOrganisation()
      const { browser } = await appAs({ role: 'institution-clerk', organisationId: id })
      expect((await browser.get('/organisations')).headers['location']).to.equal('/organisation')
      expect((await browser.get('/organisation')).headers['location']).to.equal(`/organisations/${id}`)
    })
    it('leads an institution without one to the form, and says why', async () => {
      const { browser } = await appAs('institution-manager')
      expect((await browser.get('/organisation')).headers['location']).to.equal('/organisations/new')
      expect((await browser.get('/organisations/new')).text).to.include('先登记您的机构')
    })
    it('takes nonsense in its query for nothing', async () => {
      const { browser } = await appAs('administrator')
      expect((await browser.get('/organisations?region=1&state[$ne]=x&view=zz&page=99&q=%5B(*')).status).to.equal(200)
    })
  })

  describe('GET /organisations/:id', () => {
    it('is not found for an id that nobody has', async () => {
      const { browser } = await appAs('administrator')
      expect((await browser.get('/organisations/000000000000000000000000')).status).to.equal(404)
      expect((await browser.get('/organisations/x')).status).to.equal(404)
    })
    it('is forbidden to another organisation and another county', async () => {
      const id = await saveOrganisation()
      for (const who of [
        { role: 'institution-manager', organisationId: 'another' },
        { role: 'county-officer', region: '130638' },
      ] as const) {
        const { browser } = await appAs(who)
        for (const place of ['', '/edit', '/review'])
          expect((await browser.get(`/organisations/${id}${place}`)).status).to.equal(403)
      }
    })
    it('tells a draft what it still needs', async () => {
      const id = await saveOrganisation({ state: 'draft', licences: [], contactPhone: '' })
      const { browser } = await appAs({ role: 'institution-manager', organisationId: id })
      const page = await browser.get(`/organisations/${id}`)
      for (const text of ['还没有提交', '联系电话', '许可范围', `/organisations/${id}/submit`])
        expect(page.text).to.include(text)
    })
  })

  describe('POST /organisations/new', () => {
    it('registers a draft with its licence, and gives it to the account', async () => {
      const { browser, actor } = await appAs('institution-manager')
      const answer = await browser.post(
        '/organisations/new',
        organisationFields({ creditCode: ' 91133100 ma0d8n1j7g ' }),
      )
      expect(answer.status).to.equal(303)
      const row = await Organisation.findOne({ creditCode: '91133100MA0D8N1J7G' }).lean()
      expect([row?.state, row?.licences[0]?.to, row?.creditCodeWarning]).to.deep.equal(['draft', '2024-12-31', false])
      expect(await AuditEntry.countDocuments({ event: 'ORGANISATION_REGISTERED', actorId: actor.id })).to.equal(1)
    })
    it('keeps a code with a wrong check digit as a warning', async () => {
      const { browser } = await appAs('administrator')
      await browser.post('/organisations/new', organisationFields({ creditCode: '91350211M0000XUF46' }))
      expect((await Organisation.findOne({ creditCode: '91350211M0000XUF46' }).lean())?.creditCodeWarning).to.equal(
        true,
      )
    })
    it('shows every error at its field, keeps what was typed, and writes nothing', async () => {
      const { browser } = await appAs('administrator')
      const answer = await browser.post(
        '/organisations/new',
        organisationFields({
          name: '',
          creditCode: '91133100MA0D8N1J7O',
          'licence-0-from': '去年',
          'licence-0-document': '雄人社〔2022〕9号',
          region: '110000',
        }),
      )
      expect(answer.status).to.equal(422)
      for (const text of [
        '请填写机构名称',
        '代码里不会有“O”',
        '许可 1：请写开始日期',
        'href="#licence-0-from"',
        '请选择管理县',
        '雄人社〔2022〕9号',
        '<title>错误：',
      ])
        expect(answer.text).to.include(text)
      expect(await Organisation.countDocuments({})).to.equal(0)
    })
    it('adds rows without script and without complaint', async () => {
      const { browser } = await appAs('administrator')
      const answer = await browser.post('/organisations/new', { ...organisationFields({ name: '' }), act: 'add-rows' })
      expect(answer.status).to.equal(200)
      expect(answer.text).to.include('id="licence-4-occupation"').and.not.include('请填写机构名称')
    })
    it('says at the field that a code is taken', async () => {
      const fields = organisationFields()
      await CreditCode.create([{ _id: fields.creditCode, organisationId: 'other' }])
      const { browser } = await appAs('administrator')
      const answer = await browser.post('/organisations/new', fields)
      expect([answer.status, answer.text.includes('这个代码已有机构登记')]).to.deep.equal([422, true])
    })
    it('refuses a prefix of certificate numbers to a body that does not examine', async () => {
      const { browser } = await appAs('administrator')
      const answer = await browser.post(
        '/organisations/new',
        organisationFields({ certificatePrefix: 'S000013000001' }),
      )
      expect(answer.text).to.include('只有评价机构有证书编号前段')
    })
  })

  describe('submitting and reviewing', () => {
    it('asks for the declaration, then submits', async () => {
      const id = await saveOrganisation({ state: 'draft' })
      const { browser } = await appAs({ role: 'institution-manager', organisationId: id })
      const version = versionIn((await browser.get(`/organisations/${id}/submit`)).text)
      expect((await browser.post(`/organisations/${id}/submit`, { version })).status).to.equal(422)
      expect((await browser.post(`/organisations/${id}/submit`, { version, declared: '1' })).status).to.equal(303)
      expect((await Organisation.findById(id).lean())?.state).to.equal('submitted')
    })
    it('leads from one approval to the next that waits', async () => {
      const first = await saveOrganisation(waiting)
      const second = await saveOrganisation({
        ...waiting,
        name: '安新水乡技能学校',
        waitingSince: new Date('2022-11-21T00:00:00Z'),
      })
      const { browser } = await appAs({ role: 'county-officer', region: '130632' })
      const page = await browser.get(`/organisations/${first}/review`)
      expect(page.text).to.include('第 1 件，共 2 件')
      const answer = await browser.post(`/organisations/${first}/review`, {
        act: 'approve-next',
        version: versionIn(page.text),
      })
      expect(answer.headers['location']).to.equal(`/organisations/${second}/review`)
      expect((await Organisation.findById(first).lean())?.state).to.equal('approved')
    })
    it('joins canned reasons without script, and keeps them on the record', async () => {
      const id = await saveOrganisation(waiting)
      const { browser } = await appAs({ role: 'county-officer', region: '130632' })
      const version = versionIn((await browser.get(`/organisations/${id}/review`)).text)
      expect((await browser.post(`/organisations/${id}/review`, { act: 'return-next', version })).text).to.include(
        '请选择或写明退回原因',
      )
      await browser.post(`/organisations/${id}/review`, {
        act: 'return-next',
        version,
        reasons: ['code', 'expired'],
        text: '另请补联系人',
      })
      expect((await Organisation.findById(id).lean())?.timeline?.at(-1)?.note).to.equal(
        '信用代码与营业执照不一致\n许可已过期，请补新的批准文件\n另请补联系人',
      )
    })
    it('wants the code compared before a doubtful one is approved', async () => {
      const id = await saveOrganisation({ ...waiting, creditCode: '91350100M0001TGQXM', creditCodeWarning: true })
      const { browser } = await appAs({ role: 'county-officer', region: '130632' })
      const version = versionIn((await browser.get(`/organisations/${id}/review`)).text)
      const refused = await browser.post(`/organisations/${id}/review`, { act: 'approve', version })
      expect([refused.status, refused.text.includes('信用代码的校验位对不上')]).to.deep.equal([422, true])
      expect((await browser.post(`/organisations/${id}/review`, { act: 'accept-code', version })).status).to.equal(422)
      const accepted = await browser.post(`/organisations/${id}/review`, { act: 'accept-code', version, accepted: '1' })
      expect(accepted.headers['location']).to.equal(`/organisations/${id}/review`)
    })
    it('shows the maker no decision', async () => {
      const { browser, actor } = await appAs('administrator')
      const id = await saveOrganisation({ ...waiting, timeline: [{ ...waiting.timeline[0]!, byId: actor.id }] })
      const page = await browser.get(`/organisations/${id}/review`)
      expect(page.text).to.include('要由别人审核').and.not.include('id="decide"')
      expect(
        (await browser.post(`/organisations/${id}/review`, { act: 'approve', version: versionIn(page.text) || '0' }))
          .status,
      ).to.equal(403)
    })
    it('is forbidden to an institution and to an auditor', async () => {
      const id = await saveOrganisation(waiting)
      for (const who of [{ role: 'institution-manager', organisationId: id }, { role: 'auditor' }] as const) {
        const { browser } = await appAs(who)
        expect((await browser.post(`/organisations/${id}/review`, { act: 'approve', version: '0' })).status).to.equal(
          403,
        )
      }
    })
    it('suspends with a reason and the last characters of the code', async () => {
      const id = await saveOrganisation()
      const { browser } = await appAs({ role: 'county-officer', region: '130632' })
      const { creditCode } = (await Organisation.findById(id).lean())!
      expect((await browser.post(`/organisations/${id}/suspend`, { reason: '', tail: 'XXXX' })).text)
        .to.include('请写明原因')
        .and.include('后 4 位应是')
      await browser.post(`/organisations/${id}/suspend`, {
        reason: '消防检查不合格',
        tail: creditCode.slice(-4).toLowerCase(),
      })
      expect((await browser.get(`/organisations/${id}`)).text).to.include('已暂停：消防检查不合格')
      await browser.post(`/organisations/${id}/resume`)
      expect((await Organisation.findById(id).lean())?.state).to.equal('approved')
    })
  })
})
