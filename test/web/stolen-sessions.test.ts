import { expect } from 'chai'
import mongoose from 'mongoose'
import { Browser, makeApp, password, saveActor } from '../support/app.js'
import { usesDatabase } from '../support/database.js'

const titleOf = (html: string) => /<h1[^>]*>([^<]*)/.exec(html)?.[1]?.trim()
const saidOf = (html: string) => /class="xa-err"[^>]*>[\s\S]*?<span>([^<]*)/.exec(html)?.[1]

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
