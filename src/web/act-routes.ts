import type { Request } from 'express'
import type { z } from 'zod'
import type { Actor, Permission } from '../shared/permissions.js'
import type { Translate } from '../shared/words.js'
import { readForm, type Errors, type Values } from './form.js'
import { redirect, translate } from './locals.js'
import type { GuardedRouter } from './route.js'

/** What a room tells of its records, so that what moves them on is declared in one line each. */
interface Acts<R, A extends string> {
  find(req: Request, actor: Actor): Promise<R>
  /** where the record is shown afterwards */
  show(id: string): string
  /** the sentence afterwards */
  done(t: Translate, act: string, record: R): string
  reason: z.ZodType<{ reason: string }>
  /** the page that asks, with what follows from the act */
  page(t: Translate, act: A, record: R, values?: Values, errors?: Errors): object
  /** Throws what stands against the act now, before anybody writes a reason for it. */
  check(act: A, record: R, actor: Actor): Promise<void>
}

/** The acts in the life of a record: pressed at once, or asked for with a reason first. */
export function actRoutes<R extends { _id?: unknown }, A extends string>(
  { get, post }: Pick<GuardedRouter, 'get' | 'post'>,
  { find, show, done, reason, page, check }: Acts<R, A>,
) {
  return {
    pressed(
      act: string,
      path: string,
      permission: Permission,
      event: string,
      work: (id: string, actor: Actor, req: Request) => Promise<unknown>,
    ) {
      post(path, permission, event, async (req, res, actor) => {
        const record = await find(req, actor)
        await work(String(record._id), actor, req)
        redirect(req, res, show(String(record._id)), done(translate(res), act, record))
      })
    },

    asked(
      act: A,
      path: string,
      permission: Permission,
      event: string,
      work: (id: string, reason: string, actor: Actor) => Promise<unknown>,
    ) {
      get(path, permission, `${event}_ASKED`, async (req, res, actor) => {
        const record = await find(req, actor)
        await check(act, record, actor)
        res.render('shared/confirm', page(translate(res), act, record))
      })
      post(path, permission, event, async (req, res, actor) => {
        const t = translate(res)
        const record = await find(req, actor)
        const form = readForm(reason, req.body, t)
        if (!form.ok) return res.status(422).render('shared/confirm', page(t, act, record, form.values, form.errors))
        await work(String(record._id), form.data.reason, actor)
        redirect(req, res, show(String(record._id)), done(t, act, record))
      })
    },
  }
}
