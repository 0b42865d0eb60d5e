import { z } from 'zod'
import { paths, withQuery } from '../../paths.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import type { Clock } from '../../shared/dates.js'
import { notFound } from '../../shared/errors.js'
import { pageOf } from '../../shared/paging.js'
import { may, type Actor } from '../../shared/permissions.js'
import { cleanText } from '../../shared/text.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import type { CourseRunService } from '../course-runs/course-run.service.js'
import { importQueries } from '../roster-imports/roster-import.queries.js'
import { enrolmentQueries, type RosterSearch } from './enrolment.queries.js'
import { enrolmentIdOf, rosterVerdict } from './enrolment.rules.js'
import type { EnrolmentService } from './enrolment.service.js'
import { rosterPage } from './enrolment.view.js'
import type { RosterRights } from './enrolment.rules.js'
import { removePage } from './removal.view.js'

interface Needs {
  enrolments: EnrolmentService
  courseRuns: CourseRunService
  policies: PolicyService
  clock: Clock
  auditSink: AuditSink
}

const text = z
  .string()
  .max(60)
  .transform((value) => cleanText(value) || undefined)
  .optional()
  .catch(undefined)
const query = z.object({
  q: text,
  category: text,
  photo: z.enum(['missing', 'there']).optional().catch(undefined),
  state: z.enum(['withdrawn']).optional().catch(undefined),
})
const size = 50
const shownImports = 5

export function enrolmentRoutes({ enrolments, courseRuns, policies, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.courseRuns.roster(), 'enrolment.view', 'ROSTER_VIEWED', async (req, res, actor) => {
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    const id = String(run._id)
    const asked: RosterSearch = query.parse(req.query)
    const page = pageOf(req.query, await enrolmentQueries.count(id, asked), size)
    if (page.outOfRange && req.query['page'] !== undefined)
      return res.redirect(303, withQuery(paths.courseRuns.roster(id), { ...asked, page: page.page }))
    const rights = await rightsOf(run, actor)
    const t = translate(res)
    const imports = rights.mayEdit
      ? (await importQueries.ofRun(id, shownImports)).map((one) => ({
          ...one,
          stateText: t(`rosterImports.state-${one.state}`),
        }))
      : []
    res.render(
      'enrolments/roster',
      rosterPage(t, {
        run,
        actor,
        rights,
        asked,
        page,
        imports,
        rows: await enrolmentQueries.page(id, asked, page.skip, size),
        categories: (await enrolmentQueries.categories(id)).sort(),
        withoutPhoto: await enrolmentQueries.withoutPhoto(id),
      }),
    )
  })

  get(paths.courseRuns.removeTrainee(), 'enrolment.edit', 'TRAINEE_REMOVAL_VIEWED', async (req, res, actor) => {
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    const row = await rowOf(run, req.query['person'])
    res.render('enrolments/confirm', removePage(translate(res), run, row))
  })

  post(paths.courseRuns.removeTrainee(), 'enrolment.edit', 'TRAINEE_REMOVED', async (req, res, actor) => {
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    const row = await rowOf(run, (req.body as { person?: unknown }).person)
    await enrolments.withdraw(String(row._id), actor)
    redirect(
      req,
      res,
      paths.courseRuns.roster(String(run._id)),
      translate(res)('enrolments.removed', { name: row.personName }),
    )
  })

  async function rowOf(run: CourseRunRecord, personId: unknown) {
    const row = typeof personId === 'string' ? await enrolments.get(enrolmentIdOf(String(run._id), personId)) : null
    if (row?.state !== 'enrolled') throw notFound('enrolment', personId)
    return row
  }

  async function rightsOf(run: CourseRunRecord, actor: Actor): Promise<RosterRights> {
    const { value } = await policies.figure<number>('enrolment.add-until-percent', clock.today())
    return { mayEdit: may(actor, 'enrolment.edit'), verdict: rosterVerdict(run, clock.today(), value), until: value }
  }
  return router
}
