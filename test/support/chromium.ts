import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { password } from './app.js'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** One Chromium for the surrounding `describe`. */
export function usesChromium(): () => Browser {
  let browser: Browser | undefined
  before(async function () {
    this.timeout(60_000)
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_BINARY'] ?? '/usr/bin/chromium',
      args: flags,
    })
  })
  after(() => browser?.close())
  return () => browser!
}

export const phone = { width: 390, height: 844 }
export const desk = { width: 1280, height: 900 }

/** Signs in through the door, as a person does. */
export async function signIn(page: Page, base: string, username: string, secret = password): Promise<void> {
  await page.goto(`${base}/sign-in`)
  await page.locator('main input[name=username]').fill(username)
  await page.locator('main input[name=password]').fill(secret)
  await page.locator('main form button').first().click()
  await page.waitForLoadState()
  if (new URL(page.url()).pathname === '/sign-in')
    throw new Error(`${username} could not sign in: ${await page.locator('main').innerText()}`)
}

/** What a browser complains about while a page is open: script errors, and everything the CSP refused. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
  page.on('pageerror', (error) => void complaints.push(error.message))
  return complaints
}

export async function newPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: desk, acceptDownloads: true, ...options })
  return { context, page: await context.newPage() }
}
