import type { Request } from 'express'
import type { NavCounts } from './nav.data.js'
import { areaName, publicNav, staffNav } from './nav.js'
import { paths } from './paths.js'
import { may, type Actor } from './shared/permissions.js'
import type { Translate } from './shared/words.js'
import { localPath } from './web/plain-input.js'

const publicPages =
  /^\/($|v\/|verify|open-courses|help|accessibility|sitemap|feedback|competitions(\/|$)|sign-in|me(\/|$))/

/** The numbers beside the menu; what somebody does himself is seen there on the next page. */
export interface CountsOf {
  (actor: Actor): Promise<NavCounts>
  forget?(actor: Actor): void
}

/** Header, menus and switches of a page, from who is signed in and where. */
export function createFrame(countsOf: CountsOf) {
  return function frameOf(req: Request, t: Translate, actor: Actor | undefined) {
    const { path } = req
    if (actor && req.method === 'POST') req.res?.once('finish', () => countsOf.forget?.(actor))
    const tools = toolsOf(req, t, actor)
    const staff = actor !== undefined && !publicPages.test(path)
    return {
      layout: staff ? 'staff' : 'public',
      async draw() {
        const counts = staff ? await countsOf(actor) : {}
        return {
          actor: actor && {
            name: actor.name,
            role: actor.role,
            roleName: t(`roles.${actor.role}`),
            areaName: areaName(t, actor.role),
            organisationName: actor.organisationName,
          },
          nav: staff ? staffNav(t, actor, path, counts) : publicNav(t, actor, path),
          tools: { ...tools, bellCount: counts.messages ?? 0 },
        }
      },
    }
  }
}

function toolsOf(req: Request, t: Translate, actor: Actor | undefined) {
  const large = String(req.res?.locals['size']) === 'large'
  const dark = String(req.res?.locals['theme']) === 'dark'
  const english = t.lang === 'en'
  return {
    themeHref: withParameter(req, 'theme', dark ? 'light' : 'dark'),
    themeText: t(dark ? 'frame.light' : 'frame.dark'),
    largeHref: withParameter(req, 'size', large ? 'normal' : 'large'),
    largeText: t(large ? 'frame.normalText' : 'frame.largeText'),
    langHref: withParameter(req, 'lang', english ? 'zh-CN' : 'en'),
    langText: english ? '中文' : 'English',
    langCode: english ? 'zh-CN' : 'en',
    searchHref: may(actor, 'person.view') ? paths.people.list() : undefined,
    bellHref: actor ? paths.messages.list() : undefined,
    accountHref: paths.account.password(),
    signOutAction: paths.signOut(),
    signInHref: paths.signIn(),
    homeHref: actor ? (actor.role === 'trainee' ? paths.me.home() : paths.home()) : undefined,
  }
}

/** The same page with one parameter changed; the others stay. */
function withParameter(req: Request, name: string, value: string): string {
  const query = new URLSearchParams(req.originalUrl.split('?').slice(1).join('?'))
  query.set(name, value)
  return `${localPath(req.path)}?${query.toString()}`
}
