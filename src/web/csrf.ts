import type { RequestHandler } from 'express'
import { csrfSync } from 'csrf-sync'
import { AppError } from '../shared/errors.js'

const { generateToken, csrfSynchronisedProtection } = csrfSync({
  getTokenFromRequest: (req) => (req.body as { _csrf?: string } | undefined)?._csrf ?? req.get('x-csrf-token'),
})

export { generateToken as csrfToken }

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
const expired = () => new AppError('forbidden', 'page-expired')

/** First layer: browsers say where a request comes from; this runs before any body is read. */
export const sameOrigin: RequestHandler = (req, _res, next) => {
  if (safe.has(req.method)) return next()
  const site = req.get('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') return next(new AppError('forbidden', 'other-site'))
  const origin = req.get('origin')
  if (!site && origin && hostOf(origin) !== req.get('host')) return next(new AppError('forbidden', 'other-site'))
  next()
}

/** Second layer: the token of the session. */
export const verifyCsrf: RequestHandler = (req, res, next) =>
  csrfSynchronisedProtection(req, res, (error?: unknown) => next(error ? expired() : undefined))

/** Multipart bodies are read by the route's own upload handler, which then checks the token itself. */
export const csrfProtection: RequestHandler = (req, res, next) =>
  req.is('multipart/form-data') ? next() : verifyCsrf(req, res, next)

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
