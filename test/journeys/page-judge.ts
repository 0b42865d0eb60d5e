import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CheerioAPI } from 'cheerio'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'
import { words } from '../../src/words.js'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// Columns of one name in a row are lists to the server; what browsers do not need (closing marks, quotes) is house style.
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'form-dup-name': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'attribute-boolean-style': 'off',
    'no-inline-style': 'error',
    'tel-non-breaking': 'off',
    'require-sri': 'off',
  },
})
const rooms = Object.keys(words).join('|')
const wordKey = new RegExp(`(?<![\\w/.@-])(${rooms})\\.[A-Za-z][\\w-]+`)
const broken = /undefined|\bNaN\b|\[object |\{\{|Invalid Date/

/** Faults of the answer itself, without a browser. */
export async function htmlFaults(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `html ${ruleId}: ${message} (line ${line})`),
  )
}

/** What is the same on two pages need not be judged twice: their tags and classes in order. */
export const skeletonOf = (html: string): string =>
  (html.match(/<(?!\/|!--|use|option)[a-z0-9]+[^>]*?>/g) ?? [])
    .map((tag) => `${/^<[a-z0-9]+/.exec(tag)?.[0]}${/ class="[^"]*"/.exec(tag)?.[0] ?? ''}`)
    .join('')
    .replace(/(<.{0,300}?)\1+/g, '$1')

interface Violation {
  id: string
  nodes: { target: unknown[]; failureSummary?: string }[]
}

interface Rules {
  runOnly: { type: 'rule' | 'tag'; values: readonly string[] }
  rules?: Record<string, { enabled: boolean }>
}
const allRules: Rules = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } }
/** What another colour, another size, other words can break on a page that was judged whole. */
export const colourRules: Rules = { runOnly: { type: 'rule', values: ['color-contrast'] } }
export const sizeRules: Rules = { runOnly: { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] } }
export const wordRules: Rules = {
  runOnly: {
    type: 'rule',
    values: ['document-title', 'html-has-lang', 'html-lang-valid', 'valid-lang', 'button-name', 'link-name', 'label']
      .concat(['select-name', 'image-alt', 'input-button-name', 'summary-name', 'aria-input-field-name'])
      .concat(['label-content-name-mismatch', 'svg-img-alt', 'target-size']),
  },
}

/** axe by WCAG 2.2 A and AA on the page as it stands, or on a part of it. */
export async function axeFaults(page: Page, mode: string, rules = allRules, part = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const violations = await page.evaluate(
    async ([within, chosen]) => {
      const { axe } = globalThis as unknown as {
        axe: { run(place: string, options: object): Promise<{ violations: Violation[] }> }
      }
      return (await axe.run(within, { ...chosen, resultTypes: ['violations'], iframes: false })).violations
    },
    [part, rules] as const,
  )
  return violations.map(
    ({ id, nodes }) =>
      `axe ${mode} ${id}: ${nodes
        .slice(0, 3)
        .map((node) => `${node.target.join(' ')} (${node.failureSummary?.split('\n')[1]?.trim() ?? ''})`)
        .join('; ')}`,
  )
}

const sidewaysScript = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return ''
  const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5 && !element.parentElement.closest('.xa-scroll, .xa-views, .visually-hidden'))
  return scrollWidth - clientWidth + ' px by ' + wide.slice(-4).map((element) => element.tagName.toLowerCase() + '.' + (element.getAttribute('class') || '')).join(', ')
})()`

/** The innermost elements beyond the right edge, if the page can be pushed sideways. */
export async function sidewaysFaults(page: Page, mode: string): Promise<string[]> {
  const over = await page.evaluate<string>(sidewaysScript)
  return over ? [`sideways ${mode}: ${over}`] : []
}

/** One h1, and no key or empty value where a sentence should stand. */
export function textFaults($: CheerioAPI, mode: string): string[] {
  const headings = $('h1').length
  const named = ['aria-label', 'alt', 'title', 'placeholder'].flatMap((name) =>
    $(`[${name}]`)
      .map((_, element) => $(element).attr(name))
      .get(),
  )
  const text = [$('title').text(), $('body').text(), ...named].join('\n')
  const shown = [wordKey, broken].flatMap((pattern) => {
    const at = pattern.exec(text)?.index
    return at === undefined
      ? []
      : [`${mode}: “${text.slice(Math.max(0, at - 20), at + 60).replace(/\s+/g, ' ')}” is shown`]
  })
  return [...(headings === 1 ? [] : [`${mode}: ${headings} h1`]), ...shown]
}

/** Size and colours are attributes of the root, so that no new request is needed. */
export const setMode = (page: Page, { large, theme }: { large: boolean; theme: 'light' | 'dark' }): Promise<void> =>
  page.evaluate<void>(
    `document.documentElement.dataset.size = '${large ? 'large' : 'normal'}'; document.documentElement.dataset.bsTheme = '${theme}'; undefined`,
  )

/** The same page in other words, put in the place of the one that is shown: the browser keeps styles, scripts and axe. */
export const showInstead = (page: Page, html: string): Promise<void> =>
  page.evaluate<void>(`(() => {
  const { body, documentElement, title } = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html')
  document.documentElement.lang = documentElement.lang
  document.title = title
  document.body.replaceWith(document.adoptNode(body))
})()`)
