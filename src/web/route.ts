import { Router, type Request, type RequestHandler, type Response } from 'express'
import type { Actor, Permission } from '../shared/permissions.js'
import { may } from '../shared/permissions.js'
import { forbidden } from '../shared/errors.js'
import { currentAct, runAs, type ActContext } from '../infra/context.js'
import { sentOnce } from './sent-once.js'
import { refuseUnread, uploadHandlers, type Upload } from './upload.js'

/** `public` is open to anybody, `signed-in` to every role. */
export type Allow = Permission | 'public' | 'signed-in'
export interface RouteRow {
  method: 'get' | 'post'
  path: string
  allow: Allow
  event: string
}
export type Page = (req: Request, res: Response, actor: Actor) => Promise<unknown> | unknown
export type OpenPage = (req: Request, res: Response, actor: Actor | undefined) => Promise<unknown> | unknown
/** Writes what no transaction has written: a refused attempt, a reveal, an export. */
export type AuditSink = (act: ActContext, status: number) => Promise<void>

const registry: RouteRow[] = []
/** Every route ever declared, for the matrix test of roles. */
export const declaredRoutes = (): readonly RouteRow[] => registry

// What only shows a page leaves no entry; what reveals, exports, prints or writes does.
const leavesTrace = /_(REVEALED|EXPORTED|PRINTED|DOWNLOADED|OPENED)$/

/** A router on which a route cannot be declared without its permission and its audit event. */
export function guardedRouter(audit: AuditSink) {
  const router = Router()

  const guardFor = (method: 'get' | 'post', path: string, allow: Allow, event: string): RequestHandler => {
    registry.push({ method, path, allow, event })
    const trace = method === 'post' || leavesTrace.test(event)
    return (req, res, next) => {
      const actor = req.user as Actor | undefined
      const context = {
        event,
        actorId: actor?.id,
        actorName: actor?.name,
        role: actor?.role,
        path: req.path,
        method: req.method,
        requestId: String(req.id ?? ''),
        ip: req.ip,
      }
      runAs(context, () => {
        const act = currentAct()!
        const refusal = refusalOf(actor, allow, path)
        if (trace)
          res.once('finish', () => {
            const status = refusal ? refusedStatus(res.statusCode, actor) : res.statusCode
            if (!act.recorded || status >= 400) void audit(act, status).catch(() => undefined)
          })
        if (refusal === 'change-password') return res.redirect(303, '/account/password')
        next(refusal)
      })
    }
  }
  const declare = (
    method: 'get' | 'post',
    path: string,
    allow: Allow,
    event: string,
    page: OpenPage,
    upload?: Upload,
  ) => {
    const answer = method === 'post' ? sentOnce(page) : page
    router[method](path, guardFor(method, path, allow, event), ...uploadHandlers(upload), (req, res) =>
      answer(req, res, req.user as Actor | undefined),
    )
  }

  return {
    router,
    get: (path: string, allow: Permission | 'signed-in', event: string, page: Page) =>
      declare('get', path, allow, event, page as OpenPage),
    post: (path: string, allow: Permission | 'signed-in', event: string, page: Page, upload?: Upload) =>
      declare('post', path, allow, event, page as OpenPage, upload),
    /** A tool of somebody else's under one address (the queue board). */
    mount: (path: string, allow: Permission, event: string, handlers: readonly RequestHandler[]) =>
      router.use(path, guardFor('get', path, allow, event), refuseUnread, ...handlers),
    /** Open to anybody; the page is told who is signed in, if anybody is. */
    open: {
      get: (path: string, event: string, page: OpenPage) => declare('get', path, 'public', event, page),
      post: (path: string, event: string, page: OpenPage, upload?: Upload) =>
        declare('post', path, 'public', event, page, upload),
    },
  }
}
export type GuardedRouter = ReturnType<typeof guardedRouter>

/** Who is sent to a door has done nothing: the trail must not tell the redirect as a success. */
const refusedStatus = (answered: number, actor: Actor | undefined): number =>
  answered >= 400 ? answered : actor ? 403 : 401

function refusalOf(actor: Actor | undefined, allow: Allow, path: string): Error | 'change-password' | undefined {
  if (allow === 'public') return undefined
  if (!actor) return Object.assign(forbidden('sign-in-first'), { signIn: true })
  if (allow === 'signed-in') return undefined
  if (actor.mustChangePassword && !path.startsWith('/account/')) return 'change-password'
  return may(actor, allow) ? undefined : forbidden('not-your-role', { permission: allow })
}
