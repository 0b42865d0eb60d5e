import type { Request, Response } from 'express'
import { noteAct } from '../../infra/context.js'
import { paths } from '../../paths.js'
import { isDay, type Clock } from '../../shared/dates.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import { inScope, type Actor } from '../../shared/permissions.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { CourseRunRecord } from '../../training/course-runs/course-run.model.js'
import { apprenticeshipInScope } from '../../workplace/apprenticeships/apprenticeship.rules.js'
import { renderApprenticeRoster } from './apprentice-roster.pdf.js'
import { apprenticeRosterOf, findClass } from './apprentice-roster.queries.js'
import { renderRoster, type RosterPrint } from './roster.pdf.js'
import { findRun, lessonDay, rosterOf } from './roster.queries.js'

export function rosterRoutes({ clock, auditSink }: { clock: Clock; auditSink: AuditSink }) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.courseRuns.rosterPdf(), 'enrolment.view', 'ROSTER_PRINTED', async (req, res, actor) => {
    const run = await runFor(req, actor)
    await send(res, run, 'roster', { printedAt: clock.now(), printedBy: actor.name })
  })

  get(paths.courseRuns.signInPdf(), 'enrolment.view', 'SIGN_IN_SHEET_PRINTED', async (req, res, actor) => {
    const run = await runFor(req, actor)
    const on = req.query['on']
    await send(res, run, 'sign-in', {
      printedAt: clock.now(),
      printedBy: actor.name,
      lesson: lessonDay(run, isDay(on) ? on : undefined, clock.today()),
    })
  })

  get(paths.apprentices.rosterPdf(), 'apprentice.view', 'APPRENTICE_ROSTER_PRINTED', async (req, res, actor) => {
    const one = await findClass(String(req.params['id']))
    if (!one) throw notFound('apprenticeship', req.params['id'])
    if (!apprenticeshipInScope(actor, one)) throw forbidden('not-yours')
    const roster = await apprenticeRosterOf(one, clock.today())
    if (roster.apprentices.length === 0) throw refused('rosters.no-apprentices')
    noteAct('apprenticeship', String(one._id), { printed: 'roster', apprentices: roster.apprentices.length })
    sendPdf(
      res,
      `apprentices-${one.number}`,
      renderApprenticeRoster(roster, { printedAt: clock.now(), printedBy: actor.name }),
    )
  })
  return router
}

/** The body that examines a run sees its roster as well. */
async function runFor(req: Request, actor: Actor): Promise<CourseRunRecord> {
  const run = await findRun(String(req.params['id']))
  if (!run) throw notFound('course-run', req.params['id'])
  const examines = actor.role === 'assessment-body' && run.assessmentBodyId === actor.organisationId
  if (!examines && !inScope(actor, run)) throw forbidden('not-yours')
  return run
}

async function send(
  res: Response,
  run: CourseRunRecord,
  kind: string,
  print: Omit<RosterPrint, 'roster'>,
): Promise<void> {
  const roster = await rosterOf(run)
  if (roster.trainees.length === 0) throw refused('rosters.empty')
  const bytes = renderRoster({ roster, ...print })
  noteAct('course-run', String(run._id), { printed: kind, trainees: roster.trainees.length })
  sendPdf(res, `${kind}-${run.number}`, bytes)
}

const sendPdf = (res: Response, name: string, bytes: Buffer) =>
  void res
    .type('application/pdf')
    .set('content-disposition', `inline; filename="${name.replace(/[^\w-]/g, '-')}.pdf"`)
    .send(bytes)
