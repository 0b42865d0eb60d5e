import type { Request } from 'express'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import type { Actor, Permission } from '../../shared/permissions.js'
import { readForm } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { reasonForm } from './course-run.forms.js'
import { hasScores, refusalOf } from './course-run-record.js'
import { changeDecisionVerdict, runVerdict } from './course-run.rules.js'
import type { CourseRunService } from './course-run.service.js'
import { runPage } from './course-run.view.js'
import { confirmRunPage, type ConfirmedAct } from '../run-acts/run-confirm.view.js'

/** One run: what it is, and the acts that move it on. */
export function courseRunRoutes({
  courseRuns,
  clock,
  auditSink,
}: {
  courseRuns: CourseRunService
  clock: Clock
  auditSink: AuditSink
}) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.courseRuns.show(), 'course-run.view', 'COURSE_RUN_VIEWED', async (req, res, actor) => {
    const run = await find(req, actor)
    const canDecideChange = changeDecisionVerdict({ ...run, requestedById: run.changeRequest?.requestedById }, actor).ok
    res.render(
      'course-runs/show',
      runPage(translate(res), {
        run,
        actor,
        today: clock.today(),
        hasScores: await hasScores(String(run._id)),
        canDecideChange,
      }),
    )
  })

  move('start', paths.courseRuns.start(), 'course-run.edit', 'COURSE_RUN_STARTED', courseRuns.start)
  move(
    'finish-teaching',
    paths.courseRuns.finishTeaching(),
    'course-run.edit',
    'COURSE_RUN_TEACHING_FINISHED',
    courseRuns.finishTeaching,
  )
  move('recall', paths.courseRuns.recall(), 'course-run.submit', 'COURSE_RUN_RECALLED', courseRuns.recall)
  move('resume', paths.courseRuns.resume(), 'course-run.suspend', 'COURSE_RUN_RESUMED', (id, actor) =>
    courseRuns.resume(id, actor),
  )

  confirmed('withdraw', paths.courseRuns.withdraw(), 'course-run.edit', 'COURSE_RUN_WITHDRAWN', courseRuns.withdraw)
  confirmed('suspend', paths.courseRuns.suspend(), 'course-run.suspend', 'COURSE_RUN_SUSPENDED', courseRuns.suspend)
  confirmed(
    'reject',
    paths.courseRuns.reject(),
    'course-run.review',
    'COURSE_RUN_REJECTED',
    async (id, reason, actor) => void (await courseRuns.decide(id, 'reject', reason, actor)),
  )

  return router

  function find(req: Request, actor: Actor) {
    return courseRuns.getFor(String(req.params['id']), actor)
  }

  function move(
    act: string,
    path: string,
    permission: Permission,
    event: string,
    work: (id: string, actor: Actor) => Promise<void>,
  ) {
    post(path, permission, event, async (req, res, actor) => {
      const run = await find(req, actor)
      await work(String(run._id), actor)
      redirect(
        req,
        res,
        paths.courseRuns.show(String(run._id)),
        translate(res)(`courseRuns.done-${act}`, { title: run.title }),
      )
    })
  }

  /** The page that asks, and the act: both refuse what cannot be done now. */
  function confirmed(
    act: ConfirmedAct,
    path: string,
    permission: Permission,
    event: string,
    work: (id: string, reason: string, actor: Actor) => Promise<void>,
  ) {
    get(path, permission, `COURSE_RUN_${act.toUpperCase()}_ASKED`, async (req, res, actor) => {
      const run = await find(req, actor)
      const verdict = runVerdict(act, run, actor, { today: clock.today(), hasScores: await hasScores(String(run._id)) })
      if (!verdict.ok) throw refusalOf(verdict.reason, run)
      res.render('courses/confirm', confirmRunPage(translate(res), act, run))
    })
    post(path, permission, event, async (req, res, actor) => {
      const t = translate(res)
      const run = await find(req, actor)
      const form = readForm(reasonForm, req.body, t)
      if (!form.ok)
        return res.status(422).render('courses/confirm', confirmRunPage(t, act, run, form.values, form.errors))
      await work(String(run._id), form.data.reason, actor)
      redirect(req, res, paths.courseRuns.show(String(run._id)), t(`courseRuns.done-${act}`, { title: run.title }))
    })
  }
}
