import { z } from 'zod'
import { paths } from '../../paths.js'
import { refused } from '../../shared/errors.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { mostAtOnce } from '../../registry/trainee-accounts/trainee-account.rules.js'
import type { TraineeAccountService } from '../../registry/trainee-accounts/trainee-account.service.js'
import { slipsPage } from '../../registry/trainee-accounts/trainee-account.view.js'
import type { CourseRunService } from '../course-runs/course-run.service.js'
import { enrolmentQueries } from '../enrolments/enrolment.queries.js'
import { rosterCrumbs } from '../enrolments/enrolment.view.js'
import { runAccountsPage } from './run-account.view.js'

interface Needs {
  courseRuns: CourseRunService
  traineeAccounts: TraineeAccountService
  auditSink: AuditSink
}
const wanted = z.object({ which: z.enum(['none', 'unused']) })

/** Accounts for everybody on a roster. */
export function runAccountRoutes({ courseRuns, traineeAccounts, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)
  /** The people of a run by the state of their account, as the roster sorts them. */
  const byState = async (runId: string) => {
    const states = await traineeAccounts.statesOf(await enrolmentQueries.personIds(runId))
    const of = (state: string) => [...states].filter(([, one]) => one === state).map(([id]) => id)
    return { none: of('none'), unused: of('unused'), used: of('used') }
  }

  get(paths.courseRuns.accounts(), 'enrolment.edit', 'TRAINEE_ACCOUNTS_VIEWED', async (req, res, actor) => {
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    res.render('shared/blocks', runAccountsPage(translate(res), run, await byState(String(run._id))))
  })

  post(paths.courseRuns.accounts(), 'enrolment.edit', 'TRAINEE_ACCOUNTS_OPENED', async (req, res, actor) => {
    const t = translate(res)
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    const asked = wanted.safeParse(req.body)
    const ids = asked.success ? (await byState(String(run._id)))[asked.data.which].slice(0, mostAtOnce) : []
    if (ids.length === 0) throw refused('traineeAccounts.nobody')
    const slips = await traineeAccounts.issue(ids, actor)
    const back = { text: t('people.back'), href: paths.courseRuns.roster(String(run._id)) }
    res.render(
      'shared/blocks',
      slipsPage(t, slips, { crumbs: rosterCrumbs(t, run, t('traineeAccounts.accounts')), back }),
    )
  })
  return router
}
