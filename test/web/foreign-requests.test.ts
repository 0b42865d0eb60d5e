import { readdirSync } from 'node:fs'
import { expect } from 'chai'
import { Account } from '../../src/registry/accounts/account.model.js'
import { appAs, Browser, makeApp, password, saveActor, uploads } from '../support/app.js'
import { usesDatabase } from '../support/database.js'

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
