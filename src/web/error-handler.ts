import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { AppError, notFound, type ErrorKind } from '../shared/errors.js'
import type { Translate } from '../shared/words.js'
import type { Logger } from '../infra/logger.js'
import { localPath } from './plain-input.js'

const pages: Record<ErrorKind, { status: number; view: string }> = {
  invalid: { status: 422, view: 'refused' },
  forbidden: { status: 403, view: 'forbidden' },
  'not-found': { status: 404, view: 'not-found' },
  conflict: { status: 409, view: 'conflict' },
  refused: { status: 422, view: 'refused' },
  unavailable: { status: 503, view: 'unavailable' },
}

export const unknownPage: RequestHandler = (req, _res, next) => next(notFound('page', req.path))

/** One table from the kind of an error to its status and page; anything else is a bug: logged with its stack, no detail shown. */
export const errorHandler =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, req, res, _next) => {
    if (res.headersSent) return void res.destroy()
    if ((error as { signIn?: boolean }).signIn) return signInFirst(req, res)
    const known = error instanceof AppError ? error : fromLibrary(error)
    if (!known) {
      log.error({ err: error, requestId: req.id }, 'fault')
      return page(res, 500, 'server-error', { number: String(req.id ?? ''), kept: keptTexts(req, res) })
    }
    const { status, view } = pages[known.kind]
    if (known.code === 'page-expired' || known.code === 'other-site')
      return page(res, 403, 'expired', expired(req, res, known.code))
    page(
      res,
      known.code === 'too-many' ? 429 : known.code === 'file-too-big' ? 413 : status,
      known.code === 'too-many' ? 'too-many' : view,
      {
        text: textOf(res, known),
        backHref: backHref(req),
        kept: keptTexts(req, res),
      },
    )
  }

/** In the frame of whoever is reading: with the side menu for staff, with the public header for others. */
function page(res: Response, status: number, view: string, model: Record<string, unknown>) {
  const { t, errorLayout: layout = 'public' } = res.locals as { t: Translate; errorLayout?: string }
  const title = t(`frame.${view.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Title`)
  res.status(status).render(`errors/${view}`, { layout, ownTitle: true, title, ...model })
}

/** The room's sentence for a reason, else the general one. */
export function sentence(res: Response, error: AppError): string {
  const t = res.locals.t as Translate
  const params = Object.fromEntries(
    Object.entries(error.details).map(([key, value]) => [key, typeof value === 'number' ? value : String(value)]),
  )
  const key = error.code.includes('.') ? error.code : `errors.${error.code}`
  const text = t(key, params)
  return text === key ? t('errors.refused') : text
}

/** Whoever was signed out in the middle of a form keeps what stands in it, until it can be sent. */
function signInFirst(req: Request, res: Response) {
  const t = res.locals.t as Translate
  const model = expired(req, res, 'page-expired')
  if (req.method !== 'GET' && model.retry)
    return page(res, 403, 'expired', {
      ...model,
      title: t('frame.signedOutTitle'),
      text: t('frame.signedOutText'),
      actions: [{ text: t('frame.signInElsewhere'), href: '/sign-in', style: 'outline', newWindow: true }],
    })
  res.redirect(303, req.method === 'GET' ? `/sign-in?next=${encodeURIComponent(req.originalUrl)}` : '/sign-in')
}

function fromLibrary(error: unknown): AppError | undefined {
  const { status, type, name } = error as { status?: number; type?: string; name?: string }
  if (type === 'entity.too.large') return new AppError('invalid', 'file-too-big', { megabytes: 1 })
  if (name === 'CastError' || name === 'StrictModeError') return notFound('record', '')
  if (name?.startsWith('Mongo') && name !== 'MongoServerError') return new AppError('unavailable', 'database')
  return status && status >= 400 && status < 500 ? new AppError('invalid', 'bad-request') : undefined
}

/** A page that does not exist, and a fault of a form that has no sentence of its own, keep the page's usual words. */
const textOf = (res: Response, error: AppError): string | undefined =>
  error.kind === 'not-found' ? undefined : sentence(res, error)

const secret = /^_|password|idNumber|phone/i
type Written = readonly (readonly [name: string, value: string])[]
/** Several boxes of one name are ticks, or the cells of a column, whose empty ones keep the others in their rows. */
const written = (body: unknown): Written =>
  Object.entries((body ?? {}) as Record<string, unknown>)
    .filter(([name, value]) => value !== '' && !name.startsWith('_'))
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? (value as unknown[]) : [value]).map((one) => [name, one] as const),
    )
    .filter((pair): pair is [string, string] => typeof pair[1] === 'string')

// Versions, ids, choices and days: nobody needs to see them again.
const formOnly = /^[\w.:/-]*$/
/** What somebody wrote comes back on every page that stands in the place of the form, to be read and copied. */
const keptTexts = (req: Request, res: Response) =>
  written(req.body as unknown)
    .filter(([name, value]) => !secret.test(name) && !formOnly.test(value))
    .map(([, text]) => ({ label: (res.locals.t as Translate)('errors.kept'), text }))

function expired(req: Request, res: Response, code: string) {
  const fields = written(req.body as unknown)
  // A form of another site is never offered to be sent from here.
  const retry =
    code === 'page-expired' && fields.length > 0 && !fields.some(([name]) => secret.test(name))
      ? { action: localPath(req.originalUrl), fields }
      : undefined
  return {
    kept: keptTexts(req, res),
    backHref: backHref(req),
    ...(retry && { retry }),
  }
}

/** The page somebody came from, when it is one of this site. */
function backHref(req: Request): string | undefined {
  const from = req.get('referer')
  if (!from || !URL.canParse(from)) return undefined
  const { host, pathname, search } = new URL(from)
  return host === req.get('host') ? `${localPath(pathname)}${search}` : undefined
}
