import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { AppError } from '../shared/errors.js'

/** Counts in this process: no request ever waits for Redis, and limits hold while it is down. */
export const limit = (
  name: string,
  perMinute: number,
  keyOf?: (req: Parameters<RequestHandler>[0]) => string,
): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: name,
    ...(keyOf && { keyGenerator: keyOf, validate: false }),
    handler: (_req, _res, next) => next(new AppError('refused', 'too-many', { name })),
  })
