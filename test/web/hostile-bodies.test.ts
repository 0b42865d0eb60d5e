import { expect } from 'chai'
import { Account } from '../../src/registry/accounts/account.model.js'
import { appAs, password } from '../support/app.js'
import { usesDatabase } from '../support/database.js'

describe('bodies', () => {
  usesDatabase()

  it('too long or of too many fields are refused with a sentence', async () => {
    const { browser } = await appAs('administrator')
    const token = await browser.csrf()
    const long = await browser.agent
      .post('/people/find')
      .type('form')
      .send(`_csrf=${token}&idNumber=${'9'.repeat(1_100_000)}`)
    const many = await browser.agent
      .post('/people/find')
      .type('form')
      .send(`_csrf=${token}${'&a=1'.repeat(25_000)}`)
    expect([long.status, many.status >= 400 && many.status < 500]).to.deep.equal([413, true])
  })

  it('of files that are broken or cut off are refused with a sentence', async () => {
    const { browser } = await appAs('administrator')
    const token = await browser.csrf()
    const send = (type: string, body: string) =>
      browser.agent.post('/source-registers/new').set('accept', 'text/html').set('content-type', type).send(body)
    for (const answer of [
      await send('multipart/form-data', 'a'),
      await send(
        'multipart/form-data; boundary=x',
        `--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${token}`,
      ),
    ])
      expect([answer.status, answer.text.includes('请重新选择文件')]).to.deep.equal([422, true])
  })

  it('with names that mean something to a database or to JavaScript change nothing', async () => {
    const { browser } = await appAs('administrator')
    const fields = {
      'username[$gt]': '',
      username: 'plain.name',
      name: '芦小苇',
      role: 'auditor',
      password,
      '__proto__[polluted]': 'yes',
      'constructor[prototype][polluted]': 'yes',
      __proto__x: '1',
      state: 'disabled',
      mustChangePassword: '',
      failures: '99',
      sessionEpoch: '7',
    }
    expect((await browser.post('/accounts/new', fields)).status).to.equal(303)
    const saved = await Account.findOne({ name: '芦小苇' }).lean()
    expect([saved?.state, saved?.mustChangePassword, saved?.failures, saved?.sessionEpoch]).to.deep.equal([
      'active',
      true,
      0,
      1,
    ])
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined)
  })

  it('and queries of nonsense never break a search', async () => {
    const { browser } = await appAs('administrator')
    const lists = [
      '/accounts',
      '/audit',
      '/people',
      '/organisations',
      '/courses',
      '/course-runs',
      '/certificates',
      '/certificate-numbers',
      '/person-times',
      '/reports/subsidised-training',
      '/open-courses',
      '/occupations',
      '/policies/new',
      '/home',
      '/tasks',
    ]
    const nonsense = [
      '%00',
      '(a%2B)%2B$',
      '.*',
      '[',
      '\\',
      `${'a'.repeat(5000)}`,
      '%F0%9F%98%80',
      '%E2%80%AE',
      '%',
      "'%20or%201=1",
      '{"$gt":""}',
    ]
    const names = [
      'q',
      'event',
      'person',
      'subject',
      'organisation',
      'series',
      'year',
      'month',
      'page',
      'key',
      'occupation',
      'view',
      'from',
      'course',
      'run',
      'field',
      'region',
    ]
    for (const list of lists) {
      for (const text of nonsense) {
        const began = Date.now()
        const { status } = await browser.get(
          `${list}?${names.map((name) => `${name}=${text}`).join('&')}&q[$gt]=&__proto__[a]=1&q=1&q=2`,
        )
        expect([list, text.slice(0, 20), status < 500]).to.deep.equal([list, text.slice(0, 20), true])
        expect(Date.now() - began).to.be.lessThan(5000)
      }
    }
  }).timeout(120_000)
})
