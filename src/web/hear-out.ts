import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { ErrorRequestHandler } from 'express'

const patienceMs = 15_000

/**
 * A refusal waits until the sender has sent everything, which is thrown away: on a connection that closes behind the answer,
 * whoever still sends would read of a broken line and never of the reason. Who sends for ever is answered all the same.
 */
export const hearOut: ErrorRequestHandler = async (error, req, _res, next) => {
  if (!req.complete && !req.destroyed) {
    req.resume()
    await Promise.race([once(req, 'close').catch(() => undefined), setTimeout(patienceMs, undefined, { ref: false })])
  }
  next(error)
}
