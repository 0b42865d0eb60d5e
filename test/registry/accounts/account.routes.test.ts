import { expect } from 'chai'
import { AuditEntry } from '../../../src/office/audit/audit-entry.model.js'
import { Account } from '../../../src/registry/accounts/account.model.js'
import { saveOrganisation } from '../../builders/organisation.js'
import { appAs, Browser, makeApp, password, saveActor } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('signing in', () => {
  usesDatabase()

  it('leads to the asked page, when the password is right', async () => {
    const { app } = makeApp()
    const actor = await saveActor('administrator')
    const browser = new Browser(app)
    const answer = await browser.signIn(actor.username)
    expect([answer.status, answer.headers['location']]).to.deep.equal([303, '/home'])
  })

  it('never leads to another site', async () => {
    const { app } = makeApp()
    const page = await new Browser(app).get('/sign-in?next=//evil.example/')
    expect(page.text).to.include('name="next" value="/home"')
  })

  it('locks after five wrong passwords, and says how long', async () => {
    const { app } = makeApp()
    const actor = await saveActor('auditor')
    const browser = new Browser(app)
    const said: boolean[] = []
    for (let i = 0; i < 5; i += 1)
      said.push((await browser.signIn(actor.username, 'not the password')).text.includes('输错次数过多，请 1 分钟'))
    // The one that closes the door says so: the next try would only make the wait longer.
    expect(said).to.deep.equal([false, false, false, false, true])
    const page = await browser.signIn(actor.username)
    expect(page.status).to.equal(422)
    expect(page.text).to.include('输错次数过多')
  })

  it('takes no password for a new one that is the present one', async () => {
    const { browser } = await appAs('auditor')
    const answer = await browser.post('/account/password', { current: password, next: password, repeat: password })
    expect([answer.status, answer.text.includes('新密码不能与现在的一样')]).to.deep.equal([422, true])
  })

  it('ends at once, when an administrator disables the account', async () => {
    const { app, browser } = await appAs('administrator')
    const clerk = await saveActor({ role: 'auditor', name: '审计员' })
    const other = new Browser(app)
    await other.signIn(clerk.username)
    expect((await other.get('/account/password')).status).to.equal(200)
    await browser.post(`/accounts/${clerk.id}/disable`)
    const answer = await other.get('/account/password')
    expect(answer.headers['location']).to.match(/^\/sign-in/)
    expect(await AuditEntry.countDocuments({ event: 'ACCOUNT_DISABLED', 'notes.id': clerk.id })).to.equal(1)
  })

  it('refuses a post without the token, and keeps what was typed', async () => {
    const { browser } = await appAs('administrator')
    const answer = await browser.agent.post('/accounts/new').type('form').send({ name: '芦小苇' })
    expect(answer.status).to.equal(403)
    expect(answer.text).to.include('芦小苇')
  })
})

describe('POST /accounts/new', () => {
  usesDatabase()

  it('creates the account, which must change its password', async () => {
    const { browser } = await appAs('administrator')
    const answer = await browser.post('/accounts/new', {
      username: 'clerk.lin',
      name: '林经办',
      role: 'auditor',
      password,
    })
    expect(answer.status).to.equal(303)
    expect((await Account.findOne({ name: '林经办' }).lean())?.mustChangePassword).to.equal(true)
  })

  it('shows every error at once, and writes nothing, when fields are wrong', async () => {
    const { browser } = await appAs('administrator')
    const answer = await browser.post('/accounts/new', { username: 'X', name: '', role: 'nobody', password: '' })
    expect(answer.status).to.equal(422)
    for (const sentence of ['请填写姓名', '请选择角色', '请填写密码']) expect(answer.text).to.include(sentence)
  })

  it('offers the organisations by name, and refuses one that is not there', async () => {
    const { browser } = await appAs('administrator')
    expect((await browser.get('/accounts/new')).text).to.match(/<select[^>]*name="organisationId"/)
    const answer = await browser.post('/accounts/new', {
      username: 'clerk.wu',
      name: '吴经办',
      role: 'institution-clerk',
      organisationId: 'nowhere',
      password,
    })
    expect(answer.status).to.equal(422)
    expect(answer.text).to.include('没有这个机构，请从列表中选择')
    expect(await Account.countDocuments({ name: '吴经办' })).to.equal(0)
  })

  it('give others a first password that the door can read, and nobody their own', async () => {
    const { browser, actor } = await appAs('administrator')
    const other = await saveActor('auditor')
    const reset = (id: string, secret: string) => browser.post(`/accounts/${id}/password`, { password: secret })
    const refused = await reset(other.id, 'reed '.repeat(41))
    expect(refused.status).to.equal(422)
    expect(refused.text).to.include('新密码最多 200 个字符').and.include('name="password"')
    expect((await reset(actor.id, 'reeds and ripples 1902')).text).to.include('请到“修改密码”页')
    expect((await reset(other.id, 'reeds and ripples 1902')).status).to.equal(303)
    expect((await browser.get('/accounts')).status).to.equal(200)
  })

  it('finds them by their organisation and by their state, and says whose they are', async () => {
    const { browser } = await appAs('administrator')
    const organisationId = await saveOrganisation({ name: '荷塘学校' })
    const clerk = await saveActor({ role: 'institution-clerk', organisationId, name: '荷花' })
    const of = async (query: string) => (await browser.get(`/accounts?${query}`)).text
    expect(await of('q=荷塘'))
      .to.include('荷花')
      .and.include('荷塘学校')
    expect(await of('q=荷塘&state=disabled')).to.not.include('荷花')
    await browser.post(`/accounts/${clerk.id}/disable`)
    expect(await of('q=荷塘&state=disabled')).to.include('荷花')
    const form = (await browser.get(`/accounts/new?organisation=${organisationId}`)).text
    expect(form).to.include(`<option value="${organisationId}" selected`)
  })

  it('is forbidden to everybody but the administrator', async () => {
    const { browser } = await appAs('county-officer')
    expect((await browser.get('/accounts')).status).to.equal(403)
  })
})
