import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { complaintsOf, newPage, signIn } from './chromium.js'

export interface UploadedFile {
  name: string
  mimeType: string
  buffer: Buffer
}
export const pdfNamed = (name: string): UploadedFile => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
})
type Values = Readonly<Record<string, string>>
export type Visitor = Awaited<ReturnType<typeof visit>>

/** Somebody at a browser of their own: opens pages, presses what is written on them, fills in boxes, reads what is said. */
export async function visit(browser: Browser, base: string, username = '', options: BrowserContextOptions = {}) {
  const { context, page } = await newPage(browser, options)
  const complaints = complaintsOf(page)
  if (username) await signIn(page, base, username)
  const main = page.locator('main')

  return {
    page,
    complaints,
    open: (path: string) => page.goto(new URL(path, base).href),
    here: () => new URL(page.url()).pathname,
    says: () => main.innerText(),
    /** Expects these sentences on the page. */
    async shows(...sentences: string[]): Promise<void> {
      const said = await main.innerText()
      for (const sentence of sentences) expect(said).to.include(sentence)
    },
    title: () => main.locator('h1').first().innerText(),
    figures: () => main.locator('.xa-fig__v b').allInnerTexts(),
    /** Presses the button or link with this text and waits for the page behind it. */
    async press(text: string | RegExp): Promise<void> {
      const name = typeof text === 'string' ? new RegExp(`^${text}$`) : text
      // A link may only lead down the page to the button of the same name.
      const [button, link] = [main.getByRole('button', { name }), main.getByRole('link', { name })]
      const target = (await button.count()) > 0 ? button : link
      expect(await target.count(), `“${text}” on ${page.url()}:\n${await main.innerText()}`).to.be.greaterThan(0)
      await Promise.all([page.waitForEvent('load'), target.first().click()])
    },
    /** Follows the menu. */
    async turnTo(text: string): Promise<void> {
      await Promise.all([
        page.waitForEvent('load'),
        page
          .getByRole('navigation')
          .getByRole('link', { name: new RegExp(`^${text}`) })
          .first()
          .click(),
      ])
    },
    fill: (values: Values) => fillIn(page, values),
    attach: (name: string, ...files: UploadedFile[]) =>
      main.locator(`input[type=file][name=${name}]`).setInputFiles(files),
    /** What a link gives to save. */
    async save(text: string | RegExp): Promise<Buffer> {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        main.getByRole('link', { name: text }).first().click(),
      ])
      return readFile(await download.path())
    },
    /** The bytes behind an address, with the cookies of this browser. */
    async bytes(path: string): Promise<Buffer> {
      const answer = await context.request.get(new URL(path, base).href)
      expect(answer.status(), path).to.equal(200)
      return answer.body()
    },
    hrefOf: async (text: string | RegExp) =>
      (await main.getByRole('link', { name: text }).first().getAttribute('href')) ?? '',
    /** Waits until a background job has reached its result, then goes there. */
    async awaitResult(): Promise<void> {
      await main.getByRole('link', { name: '查看结果' }).waitFor({ timeout: 60_000 })
      await Promise.all([page.waitForEvent('load'), main.getByRole('link', { name: '查看结果' }).click()])
    },
    /** Somebody else sits down at the same desk: nothing of the last one stays. */
    async handOver(to: string): Promise<void> {
      await context.clearCookies()
      await signIn(page, base, to)
      complaints.length = 0
    },
    leave: () => context.close(),
  }
}

/** By the name of each field, whatever kind of control it is; a day goes into its three boxes. */
async function fillIn(page: Page, values: Values): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const boxes = page.locator(`main [name="${name}"]`)
    if ((await boxes.count()) === 0) {
      const [year, month, day] = value.split('-')
      for (const [part, text] of [
        ['year', year],
        ['month', month],
        ['day', day],
      ])
        await page.fill(`main [name="${name}-${part}"]`, text ?? '')
      continue
    }
    const tag = await boxes.first().evaluate((box) => (box as unknown as { tagName: string }).tagName)
    const type = await boxes.first().getAttribute('type')
    if (type === 'radio') await page.check(`main [name="${name}"][value="${value}"]`)
    else if (type === 'checkbox') await boxes.first().check()
    else if (tag === 'SELECT') await boxes.first().selectOption(value)
    else await boxes.first().fill(value)
  }
}
