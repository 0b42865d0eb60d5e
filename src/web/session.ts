import type { RequestHandler } from 'express'
import session from 'express-session'
import MongoStore from 'connect-mongo'
import mongoose from 'mongoose'

const idleMs = 30 * 60_000
/** A session ends after eight hours however busy it is. */
export const absoluteMs = 8 * 3_600_000

declare module 'express-session' {
  interface SessionData {
    startedAt?: number
    notice?: { kind?: 'good' | 'wait' | 'void'; text: string; more?: string }
    returnTo?: string
  }
}

/** Sessions live in MongoDB, so that nobody is signed out when Redis is emptied. */
export function sessions({ secret, secure }: { secret: string; secure: boolean }): RequestHandler {
  return session({
    name: secure ? '__Host-xs' : 'xs',
    secret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure, maxAge: idleMs, path: '/' },
    store: MongoStore.create({
      client: mongoose.connection.getClient(),
      collectionName: 'sessions',
      ttl: idleMs / 1000,
      touchAfter: 60,
    }),
  })
}

/** Ends a session that is older than eight hours. */
export const endOldSessions =
  (now: () => number): RequestHandler =>
  (req, _res, next) => {
    if (!req.session?.startedAt || now() - req.session.startedAt < absoluteMs) return next()
    req.session.regenerate(next)
  }
