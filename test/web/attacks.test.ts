import { readdirSync } from 'node:fs'
import { expect } from 'chai'
import mongoose from 'mongoose'
import { Account } from '../../src/registry/accounts/account.model.js'
import { appAs, Browser, makeApp, password, saveActor, uploads } from '../support/app.js'
import { usesDatabase } from '../support/database.js'

const titleOf = (html: string) => /<h1[^>]*>([^<]*)/.exec(html)?.[1]?.trim()
const saidOf = (html: string) => /class="xa-err"[^>]*>[\s\S]*?<span>([^<]*)/.exec(html)?.[1]

describe('requests from elsewhere', () => {
  usesDatabase()

  const forged: readonly [string, (browser: Browser, path: string, token: string) => Promise<{ status: number }>][] = [
    ['without a token', async ({ agent }, path) => agent.post(path).type('form').send({})],
    [
      'with the token of another session',
      async ({ agent }, path) =>
        agent
          .post(path)
          .type('form')
          .send({ _csrf: 'f'.repeat(128) }),
    ],
    [
      'with a list for a token',
      async ({ agent }, path, token) => agent.post(path).type('form').send(`_csrf=${token}&_csrf=${token}`),
    ],
    ['as multipart without a token', async ({ agent }, path) => agent.post(path).field('a', 'b')],
    [
      'as multipart with the token where no upload is read',
      async ({ agent }, path, token) => agent.post(path).field('_csrf', token),
    ],
    ['as text', async ({ agent }, path, token) => agent.post(path).type('text/plain').send(`_csrf=${token}`)],
    ['as JSON', async ({ agent }, path, token) => agent.post(path).type('json').send({ _csrf: token })],
    [
      'from another site',
      async ({ agent }, path, token) =>
        agent.post(path).type('form').set('sec-fetch-site', 'cross-site').send({ _csrf: token }),
    ],
    [
      'from a neighbour',
      async ({ agent }, path, token) =>
        agent.post(path).type('form').set('sec-fetch-site', 'same-site').send({ _csrf: token }),
    ],
    [
      'with a foreign origin',
      async ({ agent }, path, token) =>
        agent.post(path).type('form').set('origin', 'https://evil.example').send({ _csrf: token }),
    ],
    [
      'with the origin null',
      async ({ agent }, path, token) => agent.post(path).type('form').set('origin', 'null').send({ _csrf: token }),
    ],
  ]
  for (const [how, send] of forged) {
    it(`are refused ${how}, and nothing is done`, async () => {
      const { browser } = await appAs('administrator')
      const victim = await saveActor('auditor')
      const { status } = await send(browser, `/accounts/${victim.id}/disable`, await browser.csrf())
      expect(status).to.equal(403)
      expect((await Account.findById(victim.id).lean())?.state).to.equal('active')
    })
  }

  it('are refused where a file is uploaded, and the file is forgotten', async () => {
    const { browser } = await appAs({ role: 'institution-clerk', organisationId: 'org-1' })
    for (const path of [
      '/verify/file',
      '/people/none/photo',
      '/course-runs/none/import',
      '/course-runs/none/photos',
      '/course-runs/none/results/file',
    ]) {
      const field = /photos$/.test(path) ? 'photos' : /photo$/.test(path) ? 'photo' : 'file'
      const { status } = await browser.agent.post(path).attach(field, Buffer.alloc(5000), 'a.pdf')
      expect([path, status]).to.deep.equal([path, 403])
    }
    await new Promise((done) => setTimeout(done, 200))
    expect(readdirSync(uploads)).to.deep.equal([])
  })
})

describe('addresses of other sites', () => {
  usesDatabase()
  const elsewhere = [
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/%5cevil.example\\',
    'evil.example',
    '@evil.example',
    '/\u0000/evil.example',
    '/ /evil.example',
    '/\u00a0/evil.example',
    '',
    './/evil.example',
    'http:evil.example',
    '/home\r\nset-cookie: a=b',
  ]

  it('are never where sign-in leads', async () => {
    const { app } = makeApp()
    const { username } = await saveActor('auditor')
    for (const next of elsewhere) {
      const browser = new Browser(app)
      const { text } = await browser.get(`/sign-in?next=${encodeURIComponent(next)}`)
      expect(text, next).to.include('name="next" value="/home"')
      const answer = await browser.agent
        .post('/sign-in')
        .type('form')
        .send({ username, password, next, _csrf: await browser.csrf() })
      expect([next, answer.headers['location']]).to.deep.equal([next, '/home'])
    }
  }).timeout(60_000)

  it('are in no link of a page that does not exist', async () => {
    const { app } = makeApp()
    for (const path of [
      '//x//',
      '//evil.example',
      '//evil.example/%2e%2e',
      '//[',
      '/%5cevil.example',
      '///evil.example//evil.example',
      '/%',
      '/%00',
      '/..%2f..%2fetc/passwd',
      '/css/..%2f..%2fpackage.json',
      '/vendor/%2e%2e/%2e%2e/package.json',
    ]) {
      const { status, text } = await new Browser(app).agent
        .get(path)
        .set('accept', 'text/html')
        .set('referer', 'http://127.0.0.1//evil.example/')
      expect([path, status >= 400 && status < 500]).to.deep.equal([path, true])
      expect(text, path).not.to.match(/(href|action)="(\/[/\\]|https?:)/)
    }
  })
})

describe('a session', () => {
  usesDatabase()
  const cookieOf = (headers: Record<string, unknown>) =>
    ((headers['set-cookie'] ?? []) as unknown as string[]).find((cookie) => cookie.startsWith('xs='))
  const idOf = (cookie: string | undefined) => cookie?.split(';')[0]

  it('has a new id after sign-in, and a cookie that scripts and other sites do not get', async () => {
    const { app } = makeApp()
    const { username } = await saveActor('auditor')
    const browser = new Browser(app)
    const before = cookieOf((await browser.get('/sign-in')).headers)
    const after = cookieOf((await browser.signIn(username)).headers)
    expect(idOf(after)).to.be.a('string').and.not.equal(idOf(before))
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(after).to.include(flag)
  })

  it('taken by somebody else ends with sign-out, and when the password is changed', async () => {
    const { app } = makeApp()
    const { username } = await saveActor('auditor')
    const [own, other] = [new Browser(app), new Browser(app)]
    const [first] = [idOf(cookieOf((await own.signIn(username)).headers))!, await other.signIn(username)]
    const thief = async (cookie: string) => (await new Browser(app).agent.get('/audit').set('cookie', cookie)).status
    expect(await thief(first)).to.equal(200)
    await own.post('/sign-out')
    expect(await thief(first)).to.equal(303)
    const second = idOf(cookieOf((await own.signIn(username)).headers))!
    await own.post('/account/password', {
      current: password,
      next: 'a quite new password',
      repeat: 'a quite new password',
    })
    expect([await thief(second), (await other.get('/audit')).status, (await own.get('/audit')).status]).to.deep.equal([
      303, 303, 200,
    ])
  })

  it('is not broken by cookies that are nonsense', async () => {
    const { app } = makeApp()
    for (const cookie of [
      'lang=%',
      'xs=s%3Afoo.bar',
      'xs=%',
      'size=%E0%A4%A',
      'lang=constructor',
      `xs=${'a'.repeat(4000)}`,
    ]) {
      const { status } = await new Browser(app).agent.get('/').set('cookie', cookie)
      expect([cookie.slice(0, 20), status]).to.deep.equal([cookie.slice(0, 20), 200])
    }
  })
})

describe('guessing who has an account', () => {
  usesDatabase()

  it('learns nothing from the words, however often', async () => {
    const { app } = makeApp()
    const { username } = await saveActor('auditor')
    const said = async (name: string) => {
      const browser = new Browser(app)
      const words: unknown[] = []
      for (let i = 0; i < 7; i += 1) {
        const { status, text } = await browser.signIn(name, 'not the password')
        words.push([status, titleOf(text), saidOf(text)])
      }
      return words
    }
    const known = await said(username)
    expect(known).to.deep.equal(await said('nobody-at-all'))
    expect(new Set(known.map(String)).size).to.be.greaterThan(2)
  })

  it('gets no more tries by sending many at once', async () => {
    const { services } = makeApp()
    const { username } = await saveActor('auditor')
    const answers = await Promise.allSettled(
      Array.from({ length: 40 }, () => services.accounts.signIn(username, 'not the password')),
    )
    const codes = answers.map((answer) =>
      answer.status === 'rejected' ? (answer.reason as { code: string }).code : 'in',
    )
    expect(codes.filter((code) => code !== 'accounts.locked').length).to.be.at.most(10)
  })

  it('keeps no name that was typed', async () => {
    const { services } = makeApp()
    await services.accounts.signIn('a-password-typed-here', 'x').catch(() => undefined)
    expect(JSON.stringify(await mongoose.connection.collection('guessed-names').find().toArray())).not.to.include(
      'a-password',
    )
  })
})

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
