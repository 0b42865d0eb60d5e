import { mkdtempSync } from 'node:fs'
import { Agent, createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Express, RequestHandler } from 'express'
import { hash } from '@node-rs/argon2'
import request from 'supertest'
import { createApp, type AppNeeds } from '../../src/app.js'
import { newId } from '../../src/infra/ids.js'
import { createInfra, type Infra } from '../../src/infra/infra.js'
import { Account, Username } from '../../src/registry/accounts/account.model.js'
import { createServices, type Services } from '../../src/services.js'
import { regionClock } from '../../src/shared/dates.js'
import type { Actor, Role } from '../../src/shared/permissions.js'

export const password = 'reeds and ripples 1901'
// Argon2 at its cheapest: the door reads the cost from the hash, and a thousand tests sign in.
const passwordHash = hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 })
export const uploads = mkdtempSync(join(tmpdir(), 'xs-uploads-'))

const config = {
  production: false,
  SESSION_SECRET: 'a secret that only tests know, 32+ characters',
  SECURE_COOKIES: false,
  TRUST_PROXY: 0,
  DEMONSTRATION: false,
  UPLOAD_DIR: uploads,
  DATA_KEY: Buffer.alloc(32, 1),
  INDEX_KEY: Buffer.alloc(32, 2),
  LOG_LEVEL: 'silent' as const,
  publicUrl: 'http://skills.test',
}

/** `now` is an instant at which the clock stands, or a clock that the test moves; `publicUrl` is what QR codes say. */
export interface Options {
  now?: string | (() => Date)
  publicUrl?: string
  queueBoard?: readonly RequestHandler[]
  /** the numbers beside the menu, for whoever asks thousands of pages for their status alone */
  countsOf?: AppNeeds['countsOf']
}

/** The real services over the real database, with a clock that stands where the test says. */
export function makeServices({ now = '2022-11-23T06:05:00Z', publicUrl = config.publicUrl }: Options = {}): {
  infra: Infra
  services: Services
} {
  const infra = createInfra({ ...config, publicUrl }, regionClock(typeof now === 'string' ? () => new Date(now) : now))
  return { infra, services: createServices(infra) }
}

export function makeApp(options: Options = {}): { app: Express; infra: Infra; services: Services } {
  const { infra, services } = makeServices(options)
  return {
    app: createApp({
      config,
      infra,
      services,
      countsOf: options.countsOf ?? services.counts,
      health: services.health,
      ...(options.queueBoard && { queueBoard: options.queueBoard }),
    }),
    infra,
    services,
  }
}

/** An account with this role; organisation, region and person as the test needs them. */
export async function saveActor(who: Role | (Partial<Actor> & { role: Role })): Promise<Actor> {
  const { role, ...rest } = typeof who === 'string' ? { role: who } : who
  const id = rest.id ?? newId()
  const actor: Actor = { username: `${role}-${id.slice(-6)}`, name: '周明澜', ...rest, id, role }
  const { name, organisationId, region, personId } = actor
  await Account.create([
    { _id: id, name, role, organisationId, region, personId, passwordHash: await passwordHash, createdAt: new Date() },
  ])
  await Username.create([{ _id: actor.username, accountId: id }])
  return actor
}

export type Fields = Record<string, string | readonly string[]>

// As in a real browser one server answers all requests, on connections that stay open; opening one for each was a fifth of the time.
const connections = new Agent({ keepAlive: true })
const servers = new WeakMap<Express, Server>()
function listening(app: Express): Server {
  const server = servers.get(app) ?? createServer(app).listen(0)
  servers.set(app, server)
  return server
}

/** A browser's session: keeps cookies, and reads the CSRF token before it posts. */
export class Browser {
  readonly agent: ReturnType<typeof request.agent>
  private token = ''
  private readonly staysOpen: boolean
  constructor(app: Express | Server | string) {
    const server = typeof app === 'function' ? listening(app) : app
    this.agent = request.agent(server)
    this.staysOpen = typeof server !== 'string'
    // A test may think for longer than a server keeps a silent connection.
    if (typeof server !== 'string') server.keepAliveTimeout = 0
  }
  get(path: string) {
    return this.ask('get', path)
  }
  private ask(method: 'get' | 'post', path: string) {
    const asking = this.agent[method](path).set('accept', 'text/html')
    return this.staysOpen ? asking.agent(connections) : asking
  }
  async csrf(): Promise<string> {
    if (!this.token)
      this.token =
        /name="_csrf" value="([^"]+)"/.exec((await this.get('/account/password')).text)?.[1] ??
        /name="_csrf" value="([^"]+)"/.exec((await this.get('/sign-in')).text)?.[1] ??
        ''
    return this.token
  }
  async post(path: string, fields: Fields = {}) {
    return this.ask('post', path)
      .type('form')
      .send({ ...fields, _csrf: await this.csrf() })
  }
  /** Sends files as a browser form does. */
  async upload(
    path: string,
    field: string,
    files: readonly { name: string; bytes: Buffer }[],
    fields: Record<string, string> = {},
  ) {
    const sending = this.ask('post', path).field('_csrf', await this.csrf())
    for (const [name, value] of Object.entries(fields)) void sending.field(name, value)
    for (const { name, bytes } of files) void sending.attach(field, bytes, name)
    return sending
  }
  async signIn(username: string, secret = password) {
    const page = await this.get('/sign-in')
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const answer = await this.agent
      .post('/sign-in')
      .set('accept', 'text/html')
      .type('form')
      .send({ username, password: secret, _csrf: token })
    this.token = ''
    return answer
  }
}

/** The real application with somebody signed in through the real door. */
export async function appAs(who: Role | (Partial<Actor> & { role: Role }), options: Options = {}) {
  const { app, infra, services } = makeApp(options)
  const actor = await saveActor(who)
  const browser = new Browser(app)
  await browser.signIn(actor.username)
  return { app, infra, services, actor, browser }
}

/** Somebody whom a builder has saved already, signed in through the real door. */
export async function appFor(actor: Actor, options: Options = {}) {
  const { app, infra, services } = makeApp(options)
  const browser = new Browser(app)
  await browser.signIn(actor.username)
  return { app, infra, services, actor, browser }
}
