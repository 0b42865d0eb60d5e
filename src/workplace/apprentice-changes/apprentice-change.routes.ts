import type { Request } from 'express'
import type { z } from 'zod'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { attempt } from '../../web/attempt.js'
import { readForm, valuesOf } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { ApprenticeService } from '../apprentices/apprentice.service.js'
import { breakForm, endBreakForm, exitForm, transferForm } from './apprentice-change.forms.js'
import { classesFor } from './apprentice-change.queries.js'
import type { ApprenticeChangeService } from './apprentice-change.service.js'
import { changePage, type ChangeAct } from './apprentice-change.view.js'

interface Needs {
  apprentices: ApprenticeService
  apprenticeChanges: ApprenticeChangeService
  clock: Clock
  auditSink: AuditSink
}

/** Leaving, breaks and changes of class: each asks on a page of its own. */
export function apprenticeChangeRoutes({ apprentices, apprenticeChanges, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  change(
    'exit',
    paths.apprentices.exit(),
    'APPRENTICE_LEFT',
    exitForm,
    async (id, { version, ...data }, actor) => void (await apprenticeChanges.exit(id, data, actor, version)),
  )
  change(
    'break',
    paths.apprentices.break(),
    'APPRENTICE_BREAK_TAKEN',
    breakForm,
    async (id, { version, ...data }, actor) => void (await apprenticeChanges.takeBreak(id, data, actor, version)),
  )
  change(
    'endBreak',
    paths.apprentices.endBreak(),
    'APPRENTICE_BREAK_ENDED',
    endBreakForm,
    async (id, { version, on }, actor) => void (await apprenticeChanges.endBreak(id, on, actor, version)),
  )
  change(
    'transfer',
    paths.apprentices.transfer(),
    'APPRENTICE_TRANSFERRED',
    transferForm,
    (id, { version, ...data }, actor) => apprenticeChanges.transfer(id, data, actor, version),
  )
  return router

  function change<S extends z.ZodType>(
    act: ChangeAct,
    path: string,
    event: string,
    schema: S,
    work: (id: string, data: z.infer<S>, actor: Actor) => Promise<string | void>,
  ) {
    get(path, 'apprentice.edit', `${event}_ASKED`, async (req, res, actor) => {
      const apprentice = await find(req, actor)
      res.render('apprentices/ask', changePage(translate(res), act, apprentice, await choicesOf(apprentice)))
    })
    post(path, 'apprentice.edit', event, async (req, res, actor) => {
      const t = translate(res)
      const apprentice = await find(req, actor)
      const again = async (errors: Record<string, string>) =>
        void res
          .status(422)
          .render(
            'apprentices/ask',
            changePage(t, act, apprentice, await choicesOf(apprentice), valuesOf(req.body), errors),
          )
      const form = readForm(schema, req.body, t)
      if (!form.ok) return again({ ...form.errors })
      const next = await attempt(res, again, () => work(String(apprentice._id), form.data, actor))
      if (next.ok)
        redirect(
          req,
          res,
          paths.apprentices.show(next.value ?? String(apprentice._id)),
          t(`apprenticeChanges.${act}Done`, { name: apprentice.personName }),
        )
    })
  }

  function find(req: Request, actor: Actor) {
    return apprentices.getFor(String(req.params['id']), actor)
  }
  async function choicesOf(apprentice: Awaited<ReturnType<typeof find>>) {
    return { today: clock.today(), classes: await classesFor(apprentice) }
  }
}
