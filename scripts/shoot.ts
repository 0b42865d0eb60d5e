/**
 * Looks at pages: full-page pictures, sideways overflow, axe.
 * npx tsx scripts/shoot.ts <url-or-path…> --out dir [--widths 390,1280] [--large] [--dark] [--lang en]
 *   [--sign-in user:password] [--base http://…] [--no-axe] [--no-js]
 */
import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'
import { chromium, type BrowserContext, type Page } from 'playwright-core'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'var/shots' },
    widths: { type: 'string', default: '390,1280' },
    large: { type: 'boolean', default: false },
    dark: { type: 'boolean', default: false },
    lang: { type: 'string' },
    'sign-in': { type: 'string' },
    base: { type: 'string', default: 'http://127.0.0.1:3000' },
    'no-axe': { type: 'boolean', default: false },
    'no-js': { type: 'boolean', default: false },
  },
})

const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const addressOf = (place: string) => (place.startsWith('http') ? place : new URL(place, values.base).href)
const fileNameOf = (address: string) => {
  const { pathname, search } = new URL(address)
  return (pathname + search).replace(/^\/|\/$/g, '').replace(/[^\p{L}\p{N}.-]+/gu, '_') || 'home'
}

async function signIn(context: BrowserContext, account: string) {
  const [name = '', ...rest] = account.split(':')
  const page = await context.newPage()
  await page.goto(addressOf('/sign-in'))
  await page.locator('main form input[type=text]').first().fill(name)
  await page.locator('main form input[type=password]').first().fill(rest.join(':'))
  await page.locator('main form button').first().click()
  await page.waitForLoadState()
  if (new URL(page.url()).pathname === '/sign-in') throw new Error(`sign-in refused for ${name}`)
  await page.close()
}

async function setModes(context: BrowserContext) {
  const cookies = {
    ...(values.large && { size: 'large' }),
    ...(values.dark && { theme: 'dark' }),
    ...(values.lang && { lang: values.lang }),
  }
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: values.base })))
}

const overflowScript = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
/** The elements that reach furthest over the right edge, to find the cause of an overflow. */
const culpritScript = `[...document.querySelectorAll('body *')]
  .map((element) => ({ element, right: element.getBoundingClientRect().right }))
  .filter(({ element }) => !element.parentElement.closest('.xa-scroll, .xa-views, .visually-hidden'))
  .filter(({ right }) => right > document.documentElement.clientWidth + 0.5)
  .sort((a, b) => b.right - a.right)
  .slice(0, 3)
  .map(({ element, right }) => element.tagName.toLowerCase() + '.' + (element.getAttribute('class') ?? '') + ' to ' + Math.round(right))`

interface Violation {
  id: string
  help: string
  nodes: { target: unknown[]; failureSummary?: string }[]
}
async function violationsOf(page: Page): Promise<Violation[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
    return (await axe.run()).violations
  })
}

async function shoot(page: Page, address: string, width: number) {
  const answer = await page.goto(address)
  const modes = [values.large && 'large', values.dark && 'dark', values.lang]
    .filter(Boolean)
    .map((mode) => `-${mode}`)
    .join('')
  const file = `${values.out}/${fileNameOf(address)}${modes}-${width}.png`
  const over = await page.evaluate<number>(overflowScript)
  await page.screenshot({ path: file, fullPage: true })
  console.log(`${answer?.status()} ${address} ${width}px overflow ${over}px -> ${file}`)
  if (over > 0) for (const line of await page.evaluate<string[]>(culpritScript)) console.log(`    wide: ${line}`)
  if (values['no-axe'] || values['no-js']) return
  for (const violation of await violationsOf(page)) {
    console.log(`    axe ${violation.id}: ${violation.help} (${violation.nodes.length})`)
    for (const node of violation.nodes.slice(0, 3))
      console.log(`        ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`)
  }
}

if (positionals.length === 0) throw new Error('name at least one address or path')
await mkdir(values.out, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: flags.split(' '),
})
try {
  for (const width of values.widths.split(',').map(Number)) {
    const context = await browser.newContext({
      viewport: { width, height: width < 600 ? 844 : 800 },
      javaScriptEnabled: !values['no-js'],
    })
    await setModes(context)
    if (values['sign-in']) await signIn(context, values['sign-in'])
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') console.log(`    console: ${message.text()}`)
    })
    for (const place of positionals) await shoot(page, addressOf(place), width)
    await context.close()
  }
} finally {
  await browser.close()
}
