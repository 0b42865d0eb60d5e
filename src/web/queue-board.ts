import type { RequestHandler, Router } from 'express'
import { createBullBoard } from '@bull-board/api'
import { BullAdapter } from '@bull-board/api/bullAdapter'
import { ExpressAdapter } from '@bull-board/express'
import type { Queues } from '../infra/queues.js'

// The board brings inline styles, a base address and outside fonts; only its own path is loosened, and nothing outside is allowed.
const policy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'"
const looser: RequestHandler = (_req, res, next) => {
  res.set('content-security-policy', policy)
  next()
}

/**
 * The operators' view of Bull, made when it is first opened, so that the web process talks to Redis for nothing else.
 * Redis is only the bell: what is done is decided in MongoDB, so the board only reads.
 */
export function queueBoard(path: string, openQueues: () => Queues): RequestHandler[] {
  let board: Router | undefined
  const build = (): Router => {
    const server = new ExpressAdapter().setBasePath(path)
    const queues = Object.values(openQueues())
    for (const queue of queues) queue.on('error', () => undefined)
    createBullBoard({
      queues: queues.map((queue) => new BullAdapter(queue, { readOnlyMode: true })),
      serverAdapter: server,
    })
    return server.getRouter() as Router
  }
  return [looser, (req, res, next) => (board ??= build())(req, res, next)]
}
