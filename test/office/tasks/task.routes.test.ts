import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import type { Services } from '../../../src/services.js'
import type { Actor } from '../../../src/shared/permissions.js'
import { appAs, Browser, saveActor } from '../../support/app.js'
import { usesDatabase } from '../../support/database.js'

describe('task routes', () => {
  usesDatabase()
  let server: Server
  let services: Services
  let actor: Actor
  let cookie: string
  let task: string

  before(async () => {
    const signedIn = await appAs('administrator')
    ;({ services, actor } = signedIn)
    await new Promise<void>((ready) => (server = createServer(signedIn.app).listen(0, '127.0.0.1', () => ready())))
    const browser = new Browser(server)
    const answer = await browser.signIn(actor.username)
    cookie = [answer.headers['set-cookie']].flat()[0]!.split(';')[0]!
  })
  after(() => void server.close())
  beforeEach(async () => {
    task = await services.tasks.create({ kind: 'list-export', title: '名单', ownerId: actor.id, total: 4 })
  })

  const follow = (): Promise<IncomingMessage> =>
    new Promise((opened) =>
      get({ port: (server.address() as AddressInfo).port, path: `/tasks/${task}/events`, headers: { cookie } }, opened),
    )
  async function messagesOf(stream: IncomingMessage): Promise<string[]> {
    let text = ''
    for await (const part of stream.setEncoding('utf8')) text += String(part)
    return text.split('\n\n').filter(Boolean)
  }

  describe('events', () => {
    it('tell how far the work is, last of all that it is finished, and end', async () => {
      const stream = await follow()
      await services.tasks.progress(task, { done: 2 })
      setTimeout(() => void services.tasks.finish(task), 1_200)
      const messages = await messagesOf(stream)
      expect(stream.headers['content-type']).to.match(/^text\/event-stream/)
      expect(messages.length).to.be.greaterThan(1)
      expect(messages.filter((message) => message.includes('data-finished'))).to.deep.equal([messages.at(-1)])
      expect(messages.every((message) => /^data: [^\n]+$/.test(message))).to.equal(true)
    })

    it('of finished work are one, and end at once', async () => {
      await services.tasks.finish(task)
      expect(await messagesOf(await follow())).to.have.length(1)
    })

    it('leave nothing behind when the reader goes away', async () => {
      const stream = await follow()
      stream.destroy()
      await services.tasks.finish(task)
      expect(await messagesOf(await follow())).to.have.length(1)
    })
  })

  it('shows somebody else neither the task nor its events', async () => {
    const other = new Browser(server)
    await other.signIn((await saveActor('administrator')).username)
    expect((await other.get(`/tasks/${task}`)).status).to.equal(404)
    expect((await other.get(`/tasks/${task}/events`)).status).to.equal(404)
    expect((await other.get('/tasks')).text).not.to.contain('名单')
  })
})
