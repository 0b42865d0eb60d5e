import { expect } from 'chai'
import { load } from 'cheerio'
import { AuditEntry } from '../../../src/office/audit/audit-entry.model.js'
import { Account } from '../../../src/registry/accounts/account.model.js'
import { saveOrganisation } from '../../builders/organisation.js'
import { savePerson } from '../../builders/person.js'
import { appAs, Browser } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

/** What the slips say: user name and password of each line. */
const slipsOn = (html: string): string[][] =>
  load(html)('table tbody tr')
    .toArray()
    .map((row) =>
      load(row)('td, th')
        .toArray()
        .slice(-2)
        .map((cell) => load(cell).text().trim()),
    )

describe('the account of a trainee', () => {
  usesDatabase()
  const start = async (name: string) => {
    const organisationId = await saveOrganisation()
    const { browser, services, app } = await appAs({ role: 'institution-manager', organisationId })
    const { _id: id } = await savePerson(services, { organisationId, name })
    const issue = async () => {
      const answer = await browser.post(`/people/${id}/account`)
      return { answer, slip: slipsOn(answer.text)[0] ?? [] }
    }
    const enter = async ([username = '', password = '']: string[]) => {
      const hand = new Browser(app)
      return { hand, status: (await hand.signIn(username, password)).status }
    }
    return { id, browser, issue, enter }
  }

  it('is opened by whoever trains the person, who then sees the own certificates with a password of their own', async () => {
    const { id, browser, issue, enter } = await start('安小荷')
    expect((await browser.get(`/people/${id}/account`)).text).to.include('没有开通')
    const { slip } = await issue()
    const { hand, status } = await enter(slip)
    expect(status).to.equal(303)
    expect((await hand.get('/me')).headers['location']).to.equal('/account/password')
    const next = 'my own reeds 1901'
    await hand.post('/account/password', { current: slip[1]!, next, repeat: next })
    expect((await hand.get('/me')).status).to.equal(200)
    expect((await issue()).answer.status).to.equal(422)
    expect((await browser.get(`/people/${id}/account`)).text)
      .to.include('这里不发密码')
      .and.not.include('重新生成')
  })

  it('that nobody has used gets another first password, and the former one opens nothing', async () => {
    const { issue, enter } = await start('荷小雨')
    const [first, second] = [(await issue()).slip, (await issue()).slip]
    expect(second[0]).to.equal(first[0])
    expect([(await enter(first)).status, (await enter(second)).status]).to.deep.equal([422, 303])
  })

  it('is one, however often the button is pressed at once', async () => {
    const { id, browser, issue, enter } = await start('芦苇')
    await browser.csrf()
    const presses = await Promise.all([issue(), issue(), issue()])
    expect(presses.map(({ answer }) => answer.status)).to.deep.equal([200, 200, 200])
    expect(await Account.countDocuments({ personId: id })).to.equal(1)
    const entered = await Promise.all(presses.map(({ slip }) => enter(slip)))
    expect(entered.filter(({ status }) => status === 303)).to.have.length(1)
  })

  it('stands in the audit trail without its password, and is forbidden to other organisations', async () => {
    const { id, issue } = await start('苇名')
    const { slip } = await issue()
    const told = JSON.stringify(await AuditEntry.find({ event: 'TRAINEE_ACCOUNT_OPENED' }).lean())
    expect(told).to.include('trainee').and.not.include(slip[1])
    const other = await appAs({ role: 'institution-manager', organisationId: await saveOrganisation() })
    expect((await other.browser.get(`/people/${id}/account`)).status).to.equal(403)
    expect((await other.browser.post(`/people/${id}/account`)).status).to.equal(403)
  })

  it('is not made where it would belong to nobody', async () => {
    const { browser } = await appAs('administrator')
    expect((await browser.get('/accounts/new')).text).to.not.include('value="trainee"')
    const answer = await browser.post('/accounts/new', {
      username: 'nobody.at.all',
      name: '无名',
      role: 'trainee',
      password: 'reeds and ripples 1901',
    })
    expect([answer.status, answer.text.includes('在学员的页面或名册里开通')]).to.deep.equal([422, true])
  })
})
