import { expect } from 'chai'
import type { Page, Response } from 'playwright-core'
import type { Role } from '../../src/shared/permissions.js'
import { CourseRun } from '../../src/training/course-runs/course-run.model.js'
import { declaredRoutes } from '../../src/web/route.js'
import { tellSmallWorld, worldPassword } from '../builders/small-world.js'
import { complaintsOf, newPage, signIn, usesChromium } from '../support/chromium.js'
import { usesDatabase } from '../support/database.js'
import { startStack, type Stack } from '../support/stack.js'
import { axeFaults, htmlFaults, linksOf, setMode, sidewaysFaults, skeletonOf, textFaults } from './page-judge.js'

const today = '2026-11-24'
const narrow = { width: 320, height: 700 }
const accounts: readonly (readonly [Role | 'nobody', string])[] = [
  ['nobody', ''], ['trainee', 'trainee1'], ['institution-manager', 'weihai'], ['county-officer', 'anxin'], ['administrator', 'admin'], ['assessment-body', 'luhua'], ['enterprise', 'xinqu'], ['auditor', 'auditor'], ['operator', 'operator'], ['judge', 'judge'],
]
// Files and streams are not pages; the queue board is somebody else's tool with a look of its own.
const noPage = /\.(pdf|xlsx|png|jpg|svg)$|\/events$|\/file$|^\/operations\/queues|\/template|^\/ping|^\/health|^\/metrics/

/** Where a crawl begins; `as` lets a page be seen in each of its states. */
interface Start { path: string; as?: string }
interface Route { path: string; pattern: RegExp }
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
// Literal addresses stand before those with an id, as in the router.
const routes = (): Route[] => [...new Set(declaredRoutes().filter(({ method }) => method === 'get').map(({ path }) => path))]
  .map((path) => ({ path, pattern: new RegExp(`^${path.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : escape(part))).join('/')}$`) }))
  .sort((a, b) => a.path.split(':').length - b.path.split(':').length)

describe('every page', () => {
  usesDatabase()
  const browser = usesChromium()
  let stack: Stack
  const seen = new Set<string>()
  const skeletons = new Set<string>()
  before(async function () {
    this.timeout(90_000)
    stack = await startStack(today, { worker: false })
    await tellSmallWorld(stack, today)
  })
  after(() => stack.stop())

  for (const [role, username] of accounts)
    it(`is whole and open to everybody's eyes: ${role}`, async function () {
      this.timeout(120_000)
      const { context, page } = await newPage(browser(), { viewport: narrow, reducedMotion: 'reduce' })
      if (username) await signIn(page, stack.base, username, worldPassword)
      const faults = await crawl(page, await startsOf(role))
      await context.close()
      if (faults.length > 0) expect.fail(`\n${faults.join('\n')}`)
    })

  it('was reached by links from some role', () => {
    const missed = routes().map(({ path }) => path).filter((path) => !noPage.test(path) && !seen.has(path))
    expect(missed).to.deep.equal([])
  })

  /** Follows the links of the pages, each pattern once, and judges what they lead to. */
  async function crawl(page: Page, starts: readonly Start[]): Promise<string[]> {
    const all = routes()
    const patternOf = (address: string) => all.find(({ pattern }) => pattern.test(new URL(address).pathname))?.path
    const waiting: Start[] = [...starts]
    const visited = new Set<string>()
    const faults: string[] = []
    const complaints = complaintsOf(page)
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const address = new URL(next.path, stack.base).href
      const pattern = patternOf(address)
      const key = pattern && (next.as ?? keyOf(address, pattern))
      if (!key || visited.has(key) || noPage.test(pattern)) continue
      visited.add(key)
      const answer = await page.goto(address)
      seen.add(pattern)
      const found = [...(await judge(page, answer)), ...complaints.splice(0).map((text) => `browser: ${text}`)]
      faults.push(...found.map((fault) => `${new URL(address).pathname}${new URL(address).search} — ${fault}`))
      waiting.push(...(await linksOf(page)).filter((link) => link.startsWith(stack.base)).map((path) => ({ path })))
    }
    return faults
  }

  async function judge(page: Page, answer: Response | null): Promise<string[]> {
    if (answer?.status() !== 200) return [`answers ${answer?.status()}`]
    const html = await answer.text()
    const faults = await textFaults(page, 'zh')
    faults.push(...(await sidewaysFaults(page, 'zh')))
    const skeleton = skeletonOf(html)
    // Another role often sees the very same page; once is enough for what costs time.
    if (skeletons.has(skeleton)) return faults
    skeletons.add(skeleton)
    faults.push(...(await htmlFaults(html)), ...(await axeFaults(page, 'zh')))
    await setMode(page, { large: false, theme: 'dark' })
    faults.push(...(await axeFaults(page, 'dark', { visual: true })))
    await setMode(page, { large: true, theme: 'light' })
    faults.push(...(await axeFaults(page, 'large', { visual: true })), ...(await sidewaysFaults(page, 'large')))
    const english = new URL(page.url())
    english.searchParams.set('lang', 'en')
    await page.goto(english.href)
    faults.push(...(await axeFaults(page, 'en')), ...(await sidewaysFaults(page, 'en')), ...(await textFaults(page, 'en')))
    await page.context().clearCookies({ name: 'lang' })
    return faults
  }
})

/** The first page of a role, and course runs in every state: what may be done with one differs with it. */
async function startsOf(role: Role | 'nobody'): Promise<Start[]> {
  if (role === 'nobody') return [{ path: '/' }, { path: '/styleguide' }]
  if (role === 'trainee') return [{ path: '/me' }]
  if (role !== 'institution-manager' && role !== 'county-officer' && role !== 'administrator') return [{ path: '/home' }]
  const region = role === 'county-officer' ? { region: '130632' } : {}
  const runs = await CourseRun.find(role === 'institution-manager' ? { organisationName: '雄安苇海职业技能培训学校' } : region).select('state').lean<{ _id: string; state: string }[]>()
  return [{ path: '/home' }, ...runs.map(({ _id, state }) => ({ path: `/course-runs/${String(_id)}`, as: `run ${state}` }))]
}

/** A page per pattern; a form looks different in each of its steps. */
function keyOf(address: string, pattern: string): string {
  const { searchParams } = new URL(address)
  return [pattern, searchParams.get('step') ?? '', searchParams.get('show') ?? ''].join('|')
}
