import type { Request, Response } from 'express'
import { z } from 'zod'
import { paths } from '../../paths.js'
import type { Actor } from '../../shared/permissions.js'
import { attempt } from '../../web/attempt.js'
import { readForm, requiredText, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { ApprenticeService } from '../apprentices/apprentice.service.js'
import { markedIn } from '../apprentice-checks/check.queries.js'
import { teachingQueries } from './teaching.queries.js'
import type { TeachingService } from './teaching.service.js'
import { teachingPage } from './teaching.view.js'

const runForm = z.object({ run: requiredText('centralTeaching.whichMissing', 60) })

/** Which course runs are the central teaching of a class. */
export function teachingRoutes({
  centralTeaching,
  apprentices,
  auditSink,
}: {
  centralTeaching: TeachingService
  apprentices: ApprenticeService
  auditSink: AuditSink
}) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.apprentices.teaching(), 'apprentice.view', 'CENTRAL_TEACHING_VIEWED', async (req, res, actor) =>
    render(req, res, actor),
  )
  act(
    paths.apprentices.linkTeaching(),
    'CENTRAL_TEACHING_LINKED',
    'linked',
    async (id, run, actor) => void (await centralTeaching.link(id, run, actor)),
  )
  act(
    paths.apprentices.unlinkTeaching(),
    'CENTRAL_TEACHING_UNLINKED',
    'unlinked',
    async (id, run, actor) => void (await centralTeaching.unlink(id, run, actor)),
  )
  act(paths.apprentices.enrolTaught(), 'CENTRAL_TEACHING_ENROLLED', 'enrolledDone', (id, run, actor) =>
    centralTeaching.enrol(id, run, actor),
  )
  return router

  function act(
    path: string,
    event: string,
    word: string,
    work: (id: string, run: string, actor: Actor) => Promise<number | void>,
  ) {
    post(path, 'apprentice.teach', event, async (req, res, actor) => {
      const t = translate(res)
      const again = (errors: Errors) => render(req, res, actor, errors)
      const id = String((await apprentices.classFor(String(req.params['id']), actor))._id)
      const form = readForm(runForm, req.body, t)
      if (!form.ok) return again(form.errors)
      const done = await attempt(res, again, () => work(id, form.data.run, actor))
      if (!done.ok) return
      const run = (await teachingQueries.runsOf(id)).find(({ _id }) => _id === form.data.run)
      redirect(
        req,
        res,
        paths.apprentices.teaching(id),
        t(`centralTeaching.${word}`, { count: done.value ?? 0, run: run?.title ?? '' }),
      )
    })
  }

  async function render(req: Request, res: Response, actor: Actor, errors?: Errors) {
    const one = await apprentices.classFor(String(req.params['id']), actor)
    const id = String(one._id)
    const free = actor.organisationId === one.institutionId ? await teachingQueries.freeRuns(one.institutionId) : []
    res.status(errors ? 422 : 200).render(
      'apprentices/teaching',
      teachingPage(
        translate(res),
        {
          one,
          actor,
          runs: await teachingQueries.runsOf(id),
          free,
          rows: await markedIn(id),
          hours: await teachingQueries.attendedHours(id),
        },
        errors,
      ),
    )
  }
}
