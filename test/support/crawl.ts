import { load, type CheerioAPI } from 'cheerio'
import mongoose from 'mongoose'
import { declaredRoutes } from '../../src/web/route.js'
import type { Browser } from './app.js'

// Files and streams are not pages; the queue board is somebody else's tool with a look of its own.
const noPage =
  /\.(pdf|xlsx|png|jpg|svg)$|\/(photo|events|file|copy|picture|template|faults)$|^\/operations\/queues|\/documents\/|^\/(ping|health|metrics)/

export interface SeenPage {
  /** path and query, as the link had it */
  address: string
  /** the path of the route */
  pattern: string
  /** pattern, step of a form and state of the record: pages of one key are alike */
  key: string
  /** the page that had the link */
  from: string
  status: number
  html: string
  page: CheerioAPI
}
interface Kind {
  path: string
  pattern: RegExp
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : escape(part)))
      .join('/')}$`,
  )

/** The routes of a method; literal addresses stand before those with an id, as in the router. */
export const routesOf = (method: 'get' | 'post'): Kind[] =>
  [...new Set(declaredRoutes().flatMap((route) => (route.method === method ? [route.path] : [])))]
    .map((path) => ({ path, pattern: patternOf(path) }))
    .sort((a, b) => a.path.split(':').length - b.path.split(':').length)

/** Every page that a reader can be shown: the paths of the GET routes without files and streams. */
export const pagePaths = (): string[] =>
  routesOf('get')
    .map(({ path }) => path)
    .filter((path) => !noPage.test(path))

export type StateOf = (id: string) => string

/** In which state each record is, and that above it: a page looks different in each of them. */
export async function readStates(): Promise<StateOf> {
  const own = new Map<string, string>()
  const above = new Map<string, string>()
  for (const { modelName, schema } of Object.values(mongoose.models)) {
    const parents = ['competitionId', 'eventId', 'apprenticeshipId'].filter((path) => schema.path(path))
    if (!schema.path('state') && parents.length === 0) continue
    const rows = await mongoose.models[modelName]!.find()
      .select(['state', 'family', ...parents])
      .lean<Record<string, unknown>[]>()
    for (const row of rows) {
      own.set(String(row['_id']), [modelName, row['state'], row['family']].filter(Boolean).map(String).join(' '))
      if (parents[0]) above.set(String(row['_id']), String(row[parents[0]]))
    }
  }
  return (id) => [own.get(id), own.get(above.get(id) ?? '')].filter(Boolean).join(' of ')
}

function keyOf({ pathname, searchParams }: URL, pattern: string, stateOf: StateOf): string {
  const states = pathname.split('/').map((part) => stateOf(decodeURIComponent(part)))
  return [pattern, searchParams.get('step') ?? '', searchParams.get('show') ?? '', ...states.filter(Boolean)].join('|')
}

const base = 'http://site.test'

/** Follows the links of the pages as one reader: each kind of page once in each state. */
export async function* crawl(browser: Browser, first: readonly string[], stateOf: StateOf): AsyncGenerator<SeenPage> {
  const kinds = routesOf('get')
  const waiting = first.map((link) => ({ link, from: '' }))
  const met = new Set<string>()
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const url = new URL(next.link, base)
    const address = `${url.pathname}${url.search}`
    const pattern = kinds.find((kind) => kind.pattern.test(url.pathname))?.path
    if (url.origin !== base || !pattern || noPage.test(pattern)) continue
    const key = keyOf(url, pattern, stateOf)
    if (met.has(key)) continue
    met.add(key)
    const { status, text, headers } = await browser.get(address)
    const page = load(text ?? '')
    yield { address, pattern, key, from: next.from, status, html: text ?? '', page }
    if (status === 303) waiting.unshift({ link: String(headers['location']), from: address })
    for (const link of page('a[href]')) {
      const [href] = page(link).attr('href')!.split('#')
      waiting.push({ link: new URL(href || address, new URL(address, base)).href, from: address })
    }
  }
}
