import type { Request } from 'express'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { actRoutes } from '../../web/act-routes.js'
import { translate } from '../../web/locals.js'
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
  const { pressed, asked } = actRoutes(
    { get, post },
    {
      find,
      show: paths.courseRuns.show,
      done: (t, act, { title }) => t(`courseRuns.done-${act}`, { title }),
      reason: reasonForm,
      page: confirmRunPage,
      async check(act: ConfirmedAct, run, actor) {
        const told = { today: clock.today(), hasScores: await hasScores(String(run._id)) }
        const verdict = runVerdict(act, run, actor, told)
        if (!verdict.ok) throw refusalOf(verdict.reason, run)
      },
    },
  )

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

  pressed('start', paths.courseRuns.start(), 'course-run.edit', 'COURSE_RUN_STARTED', courseRuns.start)
  pressed(
    'finish-teaching',
    paths.courseRuns.finishTeaching(),
    'course-run.edit',
    'COURSE_RUN_TEACHING_FINISHED',
    courseRuns.finishTeaching,
  )
  pressed('recall', paths.courseRuns.recall(), 'course-run.submit', 'COURSE_RUN_RECALLED', courseRuns.recall)
  pressed('resume', paths.courseRuns.resume(), 'course-run.suspend', 'COURSE_RUN_RESUMED', (id, actor) =>
    courseRuns.resume(id, actor),
  )

  asked('withdraw', paths.courseRuns.withdraw(), 'course-run.edit', 'COURSE_RUN_WITHDRAWN', courseRuns.withdraw)
  asked('suspend', paths.courseRuns.suspend(), 'course-run.suspend', 'COURSE_RUN_SUSPENDED', courseRuns.suspend)
  asked('reject', paths.courseRuns.reject(), 'course-run.review', 'COURSE_RUN_REJECTED', (id, reason, actor) =>
    courseRuns.decide(id, 'reject', reason, actor),
  )

  return router

  function find(req: Request, actor: Actor) {
    return courseRuns.getFor(String(req.params['id']), actor)
  }
}
