import type { Request, RequestHandler, Response } from 'express'
import type { Actor } from '../shared/permissions.js'
import { currentAct } from '../infra/context.js'
import { rememberPlace } from '../infra/sent-forms.js'
import { languages, type Lang, type Translate } from '../shared/words.js'
import { csrfToken } from './csrf.js'
import { newFormKey } from './sent-once.js'
import type { DrawFrame } from './views.js'

const emptyFrame: DrawFrame = async () => ({ actor: undefined, nav: [], tools: {} })

export interface Frame {
  translator: (lang: Lang) => Translate
  assetVersion: string
  /** Layout of a page and, once one is drawn, its menus, counts and links; made by the wiring from who is signed in. */
  frameOf(req: Request, t: Translate, actor: Actor | undefined): { layout: string; draw: DrawFrame }
}

const year = 365 * 24 * 3_600_000

/** What every page has; set before anything that may render an error. */
export function locals(frame: Frame): RequestHandler {
  return async (req, res, next) => {
    const lang = choice(req, res, 'lang', languages, 'zh-CN')
    Object.assign(res.locals, {
      lang,
      t: frame.translator(lang),
      size: choice(req, res, 'size', ['normal', 'large'], 'normal'),
      theme: choice(req, res, 'theme', ['light', 'dark'], 'light'),
      assetVersion: frame.assetVersion,
      currentPath: req.path,
      csrf: () => csrfToken(req),
      formKey: newFormKey,
      drawFrame: emptyFrame,
    })
    next()
  }
}

/** The second half, once the session is known: actor, menus, and the notice of the last act, shown once. */
export function signedInLocals(frame: Frame): RequestHandler {
  return (req, res, next) => {
    const actor = req.user as Actor | undefined
    // A picture of a page accepts anything, too; only a page that names HTML shows what it takes.
    if (req.session?.notice && req.method === 'GET' && req.get('accept')?.includes('text/html')) {
      res.locals.notice = req.session.notice
      delete req.session.notice
    }
    const { layout, draw } = frame.frameOf(req, res.locals.t as Translate, actor)
    Object.assign(res.locals, { errorLayout: layout, drawFrame: draw })
    next()
  }
}

function choice<T extends string>(req: Request, res: Response, name: string, allowed: readonly T[], usual: T): T {
  const asked = req.query[name]
  if (typeof asked === 'string' && (allowed as readonly string[]).includes(asked)) {
    res.cookie(name, asked, { maxAge: year, sameSite: 'lax', httpOnly: true })
    return asked as T
  }
  const kept = cookieOf(req, name)
  return kept && (allowed as readonly string[]).includes(kept) ? (kept as T) : usual
}

function cookieOf(req: Request, name: string): string | undefined {
  const pair = req
    .get('cookie')
    ?.split(/; */)
    .find((part) => part.startsWith(`${name}=`))
  // The choices are plain words; what would have to be decoded is none of them.
  return pair?.slice(name.length + 1)
}

export const translate = (res: Response): Translate => res.locals.t as Translate

/** Success always redirects (303); the notice names the object and is shown once on the next page. */
export function redirect(req: Request, res: Response, href: string, notice?: string, more?: string): void {
  const form = currentAct()?.form
  if (!notice && !form) return res.redirect(303, href)
  if (notice) req.session.notice = { kind: 'good', text: notice, ...(more && { more }) }
  // The head of an answer leaves before its session is saved: a quick browser would open the next page without the notice.
  const saved = notice
    ? new Promise<void>((done, fail) => req.session.save((error: unknown) => (error ? fail(error as Error) : done())))
    : undefined
  Promise.all([saved, form && rememberPlace(form, href)]).then(
    () => res.redirect(303, href),
    (error: unknown) => req.next?.(error),
  )
}
