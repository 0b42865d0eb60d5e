import type { Browser as Chromium } from 'playwright-core'
import { firstPagesOf } from '../builders/first-pages.js'
import { worldPassword } from '../builders/small-world.js'
import { Browser } from '../support/app.js'
import { crawl, readStates, type SeenPage } from '../support/crawl.js'
import { formKey, formsOf, type PageForm } from '../support/page-forms.js'
import { createEyes } from './page-eyes.js'
import { textFaults } from './page-judge.js'

const nobody = ''
/** Who sees things in all their states, those with most to see first; the others open each kind of page once. */
const thorough = [
  'admin',
  'weihai',
  'anxin',
  'xinqu',
  'chief',
  'keeper1',
  'keyer1',
  'mentor',
  'trainee1',
  'apprentice1',
]
const quick = ['xiongxian', 'weihai.clerk', 'luhua', 'auditor', 'judge', 'operator', nobody]
export const readers = [...thorough, ...quick]

export interface Reading {
  faults: Map<string, string[]>
  /** paths of the routes that somebody came to by links */
  seen: Set<string>
  /** one of each kind, as the first reader found it */
  forms: Map<string, PageForm>
  answers: number
  looks: number
  modes: number
}

/** Everybody reads all pages without a browser, which is quick; in one, what nobody has looked at is looked at. */
export async function readAll(base: string, chromium: Chromium, say: (fault: string) => void): Promise<Reading> {
  const [stateOf, eyes] = [await readStates(), createEyes(chromium, base)]
  const reading: Reading = { faults: new Map(), seen: new Set(), forms: new Map(), answers: 0, looks: 0, modes: 0 }
  const waiting = [...readers]
  const next = async () => {
    for (let who = waiting.shift(); who !== undefined; who = waiting.shift()) await readAs(who)
  }
  // Two at a time: a browser spends a core on each.
  await Promise.all([next(), next()])
  return Object.assign(reading, eyes.counts())

  async function readAs(username: string): Promise<void> {
    const [reader, english] = [new Browser(base), new Browser(base)]
    for (const one of username ? [reader, english] : []) await one.signIn(username, worldPassword)
    await english.get('/help?lang=en')
    const { look, close } = await eyes.open(username, worldPassword)
    const faults: string[] = []
    const first = await firstPagesOf(username)
    for await (const one of crawl(reader, first, quick.includes(username) ? () => '' : stateOf)) {
      reading.seen.add(one.pattern)
      if (one.status === 303) continue
      reading.answers += 1
      for (const form of formsOf(one, username))
        if (!reading.forms.has(formKey(form))) reading.forms.set(formKey(form), form)
      const found =
        one.status === 200
          ? [...textFaults(one.page, 'zh'), ...(await lookAt(one))]
          : [`answers ${one.status}, linked from ${one.from}`]
      faults.push(...found.map((fault) => `${one.address} — ${fault}`))
      for (const fault of found) say(`${username} ${one.address} — ${fault}`)
    }
    reading.faults.set(username, faults)
    await close()

    async function lookAt(one: SeenPage): Promise<string[]> {
      try {
        return await look(one, async () => (await english.get(one.address)).text)
      } catch (error) {
        return [String(error)]
      }
    }
  }
}
