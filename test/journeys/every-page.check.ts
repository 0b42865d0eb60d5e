import { expect } from 'chai'
import type { Page, Response } from 'playwright-core'
import type { Role } from '../../src/shared/permissions.js'
import { Organisation } from '../../src/registry/organisations/organisation.model.js'
import { CourseRun } from '../../src/training/course-runs/course-run.model.js'
import { Course } from '../../src/training/courses/course.model.js'
import { RosterImport } from '../../src/training/roster-imports/roster-import.model.js'
import { Apprentice } from '../../src/workplace/apprentices/apprentice.model.js'
import { Apprenticeship } from '../../src/workplace/apprenticeships/apprenticeship.model.js'
import { declaredRoutes } from '../../src/web/route.js'
import { tellSmallWorld, worldPassword } from '../builders/small-world.js'
import { complaintsOf, newPage, signIn, usesChromium } from '../support/chromium.js'
import { usesDatabase } from '../support/database.js'
import { startStack, type Stack } from '../support/stack.js'
import {
  axeFaults,
  colourRules,
  htmlFaults,
  linksOf,
  setMode,
  sidewaysFaults,
  sizeRules,
  skeletonOf,
  textFaults,
  wordRules,
} from './page-judge.js'

const today = '2026-11-24'
const narrow = { width: 320, height: 700 }
// Who has most to see walks first, so that both readers are done at about the same time.
const accounts: readonly (readonly [Role | 'nobody', string])[] = [
  ['institution-manager', 'weihai'],
  ['administrator', 'admin'],
  ['county-officer', 'anxin'],
  ['enterprise', 'xinqu'],
  ['auditor', 'auditor'],
  ['assessment-body', 'luhua'],
  ['trainee', 'trainee1'],
  ['trainee', 'apprentice1'],
  ['mentor', 'mentor'],
  ['judge', 'judge'],
  ['operator', 'operator'],
  ['nobody', 'anybody'],
]
// Files and streams are not pages; the queue board is somebody else's tool with a look of its own.
const noPage =
  /\.(pdf|xlsx|png|jpg|svg)$|\/photo$|\/events$|\/file$|^\/operations\/queues|\/template|^\/ping|^\/health|^\/metrics/

/** Where a crawl begins; `as` lets a page be seen in each of its states. */
interface Start {
  path: string
  as?: string
}
interface Route {
  path: string
  pattern: RegExp
}
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
// Literal addresses stand before those with an id, as in the router.
const routes = (): Route[] =>
  [
    ...new Set(
      declaredRoutes()
        .filter(({ method }) => method === 'get')
        .map(({ path }) => path),
    ),
  ]
    .map((path) => ({
      path,
      pattern: new RegExp(
        `^${path
          .split('/')
          .map((part) => (part.startsWith(':') ? '[^/]+' : escape(part)))
          .join('/')}$`,
      ),
    }))
    .sort((a, b) => a.path.split(':').length - b.path.split(':').length)

describe('every page', () => {
  usesDatabase()
  const browser = usesChromium()
  let stack: Stack
  const seen = new Set<string>()
  const skeletons = new Set<string>()
  const inAllModes = new Set<string>()
  before(async function () {
    this.timeout(300_000)
    stack = await startStack(today, { worker: false })
    await tellSmallWorld(stack, today)
  })
  after(() => stack.stop())

  // Two readers at a time: a browser spends a core on each.
  const faultsOf = new Map<string, string[]>()
  before(async function () {
    this.timeout(900_000)
    const waiting = [...accounts]
    const read = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        faultsOf.set(next[1], await walkAs(...next).catch((error: unknown) => [String(error)]))
    }
    await Promise.all([read(), read()])
  })

  for (const [, username] of accounts)
    it(`is whole and open to everybody's eyes: ${username}`, () => {
      const faults = faultsOf.get(username)!
      if (faults.length > 0) expect.fail(`\n${faults.join('\n')}`)
    })

  it('was reached by links from some role', () => {
    const missed = routes()
      .map(({ path }) => path)
      .filter((path) => !noPage.test(path) && !seen.has(path))
    expect(missed).to.deep.equal([])
  })

  async function walkAs(role: Role | 'nobody', username: string): Promise<string[]> {
    const { context, page } = await newPage(browser(), { viewport: narrow, reducedMotion: 'reduce' })
    if (role !== 'nobody') await signIn(page, stack.base, username, worldPassword)
    const faults = await crawl(page, await startsOf(role))
    await context.close()
    return faults
  }

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
      const found = [
        ...(await judge(page, answer, keyOf(address, pattern))),
        ...complaints.splice(0).map((text) => `browser: ${text}`),
      ]
      faults.push(...found.map((fault) => `${new URL(address).pathname}${new URL(address).search} — ${fault}`))
      waiting.push(...(await linksOf(page)).filter((link) => link.startsWith(stack.base)).map((path) => ({ path })))
    }
    return faults
  }

  async function judge(page: Page, answer: Response | null, kind: string): Promise<string[]> {
    if (answer?.status() !== 200) return [`answers ${answer?.status()}`]
    const html = await answer.text()
    const faults = await textFaults(page, 'zh')
    faults.push(...(await sidewaysFaults(page, 'zh')))
    const skeleton = skeletonOf(html)
    // Another role often sees the very same page; once is enough for what costs time.
    if (skeletons.has(skeleton)) return faults
    skeletons.add(skeleton)
    faults.push(...(await htmlFaults(html)), ...(await axeFaults(page, 'zh')))
    // States of a page share its template: in other colours, sizes and words one of them stands for all.
    if (inAllModes.has(kind)) return faults
    inAllModes.add(kind)
    await setMode(page, { large: false, theme: 'dark' })
    faults.push(...(await axeFaults(page, 'dark', colourRules)))
    await setMode(page, { large: true, theme: 'light' })
    faults.push(...(await axeFaults(page, 'large', sizeRules)), ...(await sidewaysFaults(page, 'large')))
    const english = new URL(page.url())
    english.searchParams.set('lang', 'en')
    await page.goto(english.href)
    faults.push(
      ...(await axeFaults(page, 'en', wordRules)),
      ...(await sidewaysFaults(page, 'en')),
      ...(await textFaults(page, 'en')),
    )
    await page.context().clearCookies({ name: 'lang' })
    return faults
  }
})

/** Where links of a thing's state stand that no other one shows. */
const tabsOf: Partial<Record<Role, Record<string, string>>> = {
  'institution-manager': { draft: 'roster', 'awaiting-assessment': 'results' },
  // A button of the review leads to it, not a link.
  'county-officer': { submitted: 'reject' },
}
const classTabsOf: Record<string, readonly string[]> = {
  filed: ['apprentices', 'central-teaching'],
  running: ['mid-term-check'],
  'mid-checked': ['mid-term-check'],
  'awaiting-assessment': ['assessment'],
  completed: ['apprentices', 'settlement'],
  settled: ['settlement'],
}

/** The first page of a role, and each thing in each of its states: what may be done with it differs. */
async function startsOf(role: Role | 'nobody'): Promise<Start[]> {
  if (role === 'nobody') return [{ path: '/' }, { path: '/styleguide' }]
  if (role === 'trainee') return [{ path: '/me' }]
  if (role === 'mentor') return [{ path: '/mentor' }]
  const [everything, ofSchool] = [role === 'administrator', role === 'institution-manager']
  if (!everything && !ofSchool && role !== 'county-officer' && role !== 'enterprise' && role !== 'assessment-body')
    return [{ path: '/home' }]
  const classes = await startsOfClasses(role)
  if (role === 'enterprise' || role === 'assessment-body') return [{ path: '/home' }, ...classes]
  const owner = ofSchool ? { organisationName: '雄安苇海职业技能培训学校' } : {}
  const region = role === 'county-officer' ? { region: '130632' } : {}
  const runs = await CourseRun.find({ ...owner, ...region })
    .select('state')
    .lean<InState[]>()
  const courses = await Course.find(owner).select('state').lean<InState[]>()
  const organisations = everything ? await Organisation.find().select('state').lean<InState[]>() : []
  const imports = ofSchool ? await RosterImport.find().select('state').lean<InState[]>() : []
  return [
    { path: '/home' },
    ...statesOf('course-runs', runs),
    ...statesOf('courses', courses),
    ...statesOf('organisations', organisations),
    ...classes,
    ...imports.map(({ _id, state }) => ({ path: `/imports/${String(_id)}`, as: `import ${state}` })),
    ...runs.flatMap(({ _id, state }) =>
      [tabsOf[role]?.[state]]
        .filter((tab) => tab !== undefined)
        .map((tab) => ({ path: `/course-runs/${String(_id)}/${tab}`, as: `${tab} ${state}` })),
    ),
  ]
}

async function startsOfClasses(role: Role): Promise<Start[]> {
  // Who examines finds the classes behind the first page; everybody else sees all of them in this small world, the school no drafts.
  if (role === 'assessment-body') return []
  const classes = (await Apprenticeship.find().select('state').lean<InState[]>()).filter(
    ({ state }) => role !== 'institution-manager' || state !== 'draft',
  )
  const people = await Apprentice.find().select('state').lean<InState[]>()
  return [
    ...statesOf('apprenticeships', classes),
    ...statesOf('apprentices', people),
    ...classes.flatMap(({ _id, state }) =>
      (classTabsOf[state] ?? []).map((tab) => ({
        path: `/apprenticeships/${String(_id)}/${tab}`,
        as: `class ${tab} ${state}`,
      })),
    ),
    // Buttons of the review lead to it, not links.
    ...classes
      .filter(({ state }) => role === 'county-officer' && state === 'submitted')
      .map(({ _id }) => ({ path: `/apprenticeships/${String(_id)}/reject`, as: 'class reject' })),
  ]
}

interface InState {
  _id: string
  state: string
}
const statesOf = (first: string, things: readonly InState[]): Start[] =>
  things.map(({ _id, state }) => ({ path: `/${first}/${String(_id)}`, as: `${first} ${state}` }))

/** A page per pattern; a form looks different in each of its steps. */
function keyOf(address: string, pattern: string): string {
  const { searchParams } = new URL(address)
  return [pattern, searchParams.get('step') ?? '', searchParams.get('show') ?? ''].join('|')
}
