import { Router } from 'express'
import mongoose from 'mongoose'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { RequestHandler } from 'express'

const registry = new Registry()
collectDefaultMetrics({ register: registry })
const durations = new Histogram({
  name: 'http_request_seconds',
  help: 'duration of requests',
  labelNames: ['method', 'route', 'status'],
  registers: [registry],
  buckets: [0.01, 0.05, 0.1, 0.3, 1, 3, 10],
})

/** Measures each request under its route's pattern, never under the address, which may carry a token. */
export const measure: RequestHandler = (req, res, next) => {
  const stop = durations.startTimer()
  res.once('finish', () =>
    stop({
      method: req.method,
      route: String((req.route as { path?: string } | undefined)?.path ?? 'none'),
      status: String(res.statusCode),
    }),
  )
  next()
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Mounted before sessions. `/health` asks MongoDB and says what the worker and Redis were last seen doing. */
export function healthRoutes(others: () => Promise<Record<string, unknown>>): Router {
  const router = Router()
  router.get('/ping', (_req, res) => void res.type('text').send('pong'))
  router.get('/health', async (_req, res) => {
    try {
      await mongoose.connection.db!.command({ ping: 1 })
      res.json({ status: 'up', mongodb: 'up', ...(await others()) })
    } catch {
      res.status(503).json({ status: 'down', mongodb: 'down' })
    }
  })
  router.get('/metrics', async (req, res) => {
    // A proxy on this machine is no neighbour: it speaks for somebody outside.
    if (!loopback.has(req.socket.remoteAddress ?? '') || req.get('x-forwarded-for') || req.get('forwarded'))
      return void res.sendStatus(404)
    res.type(registry.contentType).send(await registry.metrics())
  })
  return router
}
