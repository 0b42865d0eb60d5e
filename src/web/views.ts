import { readFile } from 'node:fs/promises'
import path from 'node:path'
import ejs, { type TemplateFunction } from 'ejs'
import { unbroken } from './unbroken.js'

type Done = (error: unknown, html?: string) => void
/** What stands around a page: asked for when a page is drawn, for most posts end in a redirect. */
export type DrawFrame = () => Promise<Record<string, unknown>>
export type ViewEngine = (file: string, locals: object, done: Done) => void

/** `<svg>` of one icon of the sprite. Never alone: its word stands beside it, or in a hidden text. */
export const iconSvg =
  (version: string) =>
  (name: string, extra = '') =>
    `<svg class="xa-i${extra ? ` ${extra}` : ''}" aria-hidden="true" focusable="false">` +
    `<use href="/img/icons.svg?v=${version}#${name}"></use></svg>`

const templates = new Map<string, TemplateFunction>()

/**
 * Express engine for `app.engine('ejs', …)`. EJS 7 takes no options from the data, so root and cache are set here;
 * a slash at the start of an include means `views/`. The layout named by the page is rendered around the view;
 * a page without layout is a fragment. A changed view shows after a restart, as changed code does.
 */
export function viewEngine(viewsDir: string): ViewEngine {
  async function templateOf(file: string) {
    const known = templates.get(file)
    if (known) return known
    const made = ejs.compile(await readFile(file, 'utf8'), {
      root: viewsDir,
      views: [viewsDir],
      filename: file,
      cache: true,
    })
    templates.set(file, made)
    return made
  }

  async function render(file: string, locals: Record<string, unknown>) {
    const frame = typeof locals.layout === 'string' && locals.drawFrame ? await (locals.drawFrame as DrawFrame)() : {}
    const all = { ...frame, ...locals, icon: iconSvg(String(locals.assetVersion ?? '')) }
    const body = (await templateOf(file))(all)
    if (typeof locals.layout !== 'string') return body
    return (await templateOf(path.join(viewsDir, 'layouts', `${locals.layout}.ejs`)))({ ...all, body })
  }

  return (file, locals, done) => {
    render(file, locals as Record<string, unknown>).then((html) => done(null, unbroken(html)), done)
  }
}
