import type { Request, Response } from 'express'
import { nameActor } from '../../infra/context.js'
import { paths } from '../../paths.js'
import { isAppError } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { sentence } from '../../web/error-handler.js'
import { readForm } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import type { Passport } from '../../web/passport.js'
import { limit } from '../../web/rate-limit.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { passwordForm, signInForm } from '../accounts/account.forms.js'
import type { AccountService } from '../accounts/account.service.js'
import { passwordPage, signInPage } from './sign-in.view.js'

interface Needs {
  accounts: AccountService
  auditSink: AuditSink
  passport: Passport
  demonstration: boolean
  now: () => number
}

/** Only a path of this site: no host, no backslash, no second slash. */
const localPath = (text: unknown): string =>
  typeof text === 'string' && /^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(text) ? text : paths.home()

export function signInRoutes({ accounts, auditSink, passport, demonstration, now }: Needs) {
  const { router, get, post, open } = guardedRouter(auditSink)
  // The account itself is locked after five failures; this only slows a crowd of guesses from one place.
  const slow = limit('sign-in', 60)
  router.use(paths.signIn(), (req, res, next) => (req.method === 'POST' ? slow(req, res, next) : next()))

  open.get(paths.signIn(), 'SIGN_IN_VIEWED', (req, res, actor) => {
    if (actor) return res.redirect(303, paths.home())
    res.render('accounts/sign-in', signInPage(translate(res), { demonstration, next: localPath(req.query['next']) }))
  })

  open.post(paths.signIn(), 'SIGNED_IN', async (req, res) => {
    const t = translate(res)
    const next = localPath((req.body as { next?: string }).next)
    const form = readForm(signInForm, req.body, t)
    if (!form.ok)
      return res
        .status(422)
        .render('accounts/sign-in', signInPage(t, { demonstration, next }, form.values, form.errors))
    try {
      await enter(req, res)
    } catch (error) {
      if (!isAppError(error, 'refused')) throw error
      return res
        .status(422)
        .render(
          'accounts/sign-in',
          signInPage(t, { demonstration, next }, { username: form.data.username }, { username: sentence(res, error) }),
        )
    }
    res.redirect(303, next)
  })

  post(paths.signOut(), 'signed-in', 'SIGNED_OUT', async (req, res) => {
    await new Promise<void>((done, fail) => req.logout((error: unknown) => (error ? fail(error as Error) : done())))
    redirect(req, res, paths.signIn(), translate(res)('accounts.signedOut'))
  })

  get(paths.account.password(), 'account.own', 'PASSWORD_FORM_VIEWED', (_req, res, actor) =>
    res.render('shared/form', passwordPage(translate(res), actor.mustChangePassword === true)),
  )

  post(paths.account.password(), 'account.own', 'PASSWORD_CHANGED', async (req, res, actor) => {
    const t = translate(res)
    const form = readForm(passwordForm, req.body, t)
    if (!form.ok) return res.status(422).render('shared/form', passwordPage(t, false, form.errors))
    try {
      await accounts.changePassword(actor, form.data.current, form.data.next)
    } catch (error) {
      if (!isAppError(error)) throw error
      return res.status(422).render(
        'shared/form',
        passwordPage(t, false, {
          [error.code === 'accounts.wrong-current' ? 'current' : 'next']: sentence(res, error),
        }),
      )
    }
    await logIn(req, actor)
    redirect(req, res, paths.home(), t('accounts.passwordChanged'))
  })

  function enter(req: Request, res: Response): Promise<void> {
    return new Promise((done, fail) => {
      const check = passport.authenticate('local', (error: unknown, user: Actor | false) => {
        if (error || !user) return fail((error as Error) ?? new Error('no user'))
        nameActor(user)
        logIn(req, user).then(done, fail)
      }) as (req: Request, res: Response, next: (error?: unknown) => void) => void
      check(req, res, fail)
    })
  }

  /** Passport makes a new session id, so that a session fixed before sign-in is worth nothing. */
  function logIn(req: Request, actor: Actor): Promise<void> {
    return new Promise((done, fail) =>
      req.logIn(actor, (error: unknown) => {
        if (error) return fail(error as Error)
        req.session.startedAt = now()
        done()
      }),
    )
  }
  return router
}
