import type { Request, Response } from 'express'
import { z } from 'zod'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { forbidden, isAppError, notFound } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { sentence } from '../../web/error-handler.js'
import { choiceOf, readForm, requiredDay, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { issuedFamilies } from '../certificates/certificate.model.js'
import { certificateBatchQueries } from './certificate-batch.queries.js'
import { batchPage, runCertificatesPage, type FamilyView } from './certificate-batch.view.js'
import type { CertificateIssueService } from './certificate-issue.service.js'
import { familiesOf, isMainFamily } from './issue.rules.js'
import { mayIssue, seesRun } from './issue.scope.rules.js'

const issueForm = z.object({ family: choiceOf(issuedFamilies, 'certificateBatches.wrong-family'), issuedOn: requiredDay('certificateBatches.issuedOnWrong') })
interface Needs { certificateIssue: CertificateIssueService; clock: Clock; auditSink: AuditSink }

export function certificateBatchRoutes({ certificateIssue, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.courseRuns.certificates(), 'certificate.view', 'RUN_CERTIFICATES_VIEWED', (req, res, actor) => showRun(req, res, actor))

  post(paths.courseRuns.certificates(), 'certificate.issue', 'CERTIFICATES_ISSUED', async (req, res, actor) => {
    const run = await seen(String(req.params['id']), actor)
    const form = readForm(issueForm, req.body, translate(res))
    if (!form.ok) return showRun(req, res, actor, form.errors)
    try {
      const { taskId } = await certificateIssue.startBatch({ courseRunId: String(run._id), ...form.data }, actor)
      redirect(req, res, paths.tasks.show(taskId))
    } catch (error) {
      if (!isAppError(error, 'refused')) throw error
      return showRun(req, res, actor, { issuedOn: sentence(res, error) })
    }
  })

  get(paths.certificates.batch(), 'certificate.view', 'CERTIFICATE_BATCH_VIEWED', async (req, res, actor) => {
    const batch = await seenBatch(String(req.params['id']), actor)
    const issuer = actor.role === 'administrator' || actor.organisationId === batch.issuerId
    res.render('certificate-batches/show', batchPage(translate(res), batch, await certificateBatchQueries.refusals(String(batch._id)), {
      mayStop: issuer && may(actor, 'certificate.issue'), mayIssue: issuer && may(actor, 'certificate.issue'), ownTask: batch.requestedBy === actor.id, opensPeople: may(actor, 'person.view'),
    }))
  })

  post(paths.certificates.stopBatch(), 'certificate.issue', 'CERTIFICATE_BATCH_STOPPED', async (req, res, actor) => {
    const batch = await seenBatch(String(req.params['id']), actor)
    await certificateIssue.stopBatch(String(batch._id), actor)
    redirect(req, res, paths.certificates.batch(String(batch._id)), translate(res)('certificateBatches.stoppedNotice'))
  })

  async function showRun(req: Request, res: Response, actor: Actor, errors: Errors = {}) {
    const run = await seen(String(req.params['id']), actor)
    const families: FamilyView[] = []
    for (const family of familiesOf(run)) {
      const found = await certificateBatchQueries.family(String(run._id), family)
      const { obstacles } = await certificateIssue.obstacles(run, family, found.waitingIds)
      families.push({ ...found, obstacles, mayIssue: may(actor, 'certificate.issue') && mayIssue(actor, run, family), main: isMainFamily(run, family), ...(run.assessmentBodyName && { body: run.assessmentBodyName }) })
    }
    const batches = await certificateBatchQueries.ofRun(String(run._id))
    const view = { run: { id: String(run._id), title: run.title, ...(typeof run.enrolled === 'number' && { enrolled: run.enrolled }), ...(run.state === 'closed' && run.closedOn && { closedOn: run.closedOn }) }, families, batches, today: clock.today(), opensPeople: may(actor, 'person.view') }
    if (Object.keys(errors).length > 0) res.status(422)
    res.render('certificate-batches/run', runCertificatesPage(translate(res), view, valuesOf(req.body), errors))
  }

  async function seen(id: string, actor: Actor) {
    const run = await certificateBatchQueries.run(id)
    if (!run) throw notFound('course-run', id)
    if (!seesRun(actor, run)) throw forbidden('not-yours')
    return run
  }

  async function seenBatch(id: string, actor: Actor) {
    const batch = await certificateBatchQueries.find(id)
    if (!batch) throw notFound('certificate-batch', id)
    await seen(batch.courseRunId, actor)
    return batch
  }
  return router
}
