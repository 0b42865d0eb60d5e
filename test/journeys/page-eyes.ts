import { load } from 'cheerio'
import type { Browser as Chromium } from 'playwright-core'
import { complaintsOf, newPage, signIn } from '../support/chromium.js'
import type { SeenPage } from '../support/crawl.js'
import {
  axeFaults,
  colourRules,
  htmlFaults,
  setMode,
  showInstead,
  sidewaysFaults,
  sizeRules,
  skeletonOf,
  textFaults,
  wordRules,
} from './page-judge.js'

/** A page in its different states and to different readers. */
const mostLooks = 4
const narrow = { width: 320, height: 700 }

/** Looks at pages in Chromium: at what has the same tags and classes as another page once, whoever sees it. */
export function createEyes(chromium: Chromium, base: string) {
  const skeletons = new Set<string>()
  const frames = new Set<string>()
  const inAllModes = new Set<string>()
  const looksAt = new Map<string, number>()
  const isNew = (set: Set<string>, one: string) => set.size < set.add(one).size

  return {
    counts: () => ({ looks: [...looksAt.values()].reduce((sum, one) => sum + one, 0), modes: inAllModes.size }),

    async open(username: string, password: string) {
      const { context, page } = await newPage(chromium, { viewport: narrow, reducedMotion: 'reduce' })
      if (username) await signIn(page, base, username, password)
      const complaints = complaintsOf(page)

      /** States of a page share its template: in other colours, sizes and words one of them stands for all. */
      async function lookInAllModes(english: string): Promise<string[]> {
        await setMode(page, { large: false, theme: 'dark' })
        const dark = await axeFaults(page, 'dark', colourRules)
        await setMode(page, { large: true, theme: 'light' })
        const large = [...(await axeFaults(page, 'large', sizeRules)), ...(await sidewaysFaults(page, 'large'))]
        await setMode(page, { large: false, theme: 'light' })
        await showInstead(page, english)
        const words = [...(await axeFaults(page, 'en', wordRules)), ...(await sidewaysFaults(page, 'en'))]
        return [...dark, ...large, ...words, ...textFaults(load(english), 'en')]
      }

      return {
        async look({ address, html, key, page: parsed }: SeenPage, inEnglish: () => Promise<string>) {
          const main = parsed('main').html() ?? ''
          const newFrame = isNew(frames, skeletonOf(html.replace(main, '')))
          const kind = key.split('|').slice(0, 3).join('|')
          const looked = looksAt.get(kind) ?? 0
          if (!newFrame && (looked >= mostLooks || !isNew(skeletons, skeletonOf(main)))) return []
          looksAt.set(kind, looked + 1)
          await page.goto(new URL(address, base).href)
          const faults = [
            ...(await htmlFaults(html)),
            ...(await sidewaysFaults(page, 'zh')),
            ...(await axeFaults(page, 'zh', undefined, newFrame ? 'html' : 'main')),
          ]
          if (isNew(inAllModes, kind)) faults.push(...(await lookInAllModes(await inEnglish())))
          return [...faults, ...complaints.splice(0).map((text) => `browser: ${text}`)]
        },
        close: () => context.close(),
      }
    },
  }
}
