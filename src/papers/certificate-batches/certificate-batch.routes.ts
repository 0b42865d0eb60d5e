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
import type { CertificateSource } from '../certificate-sources/certificate-source.js'
import { issuedFamilies, sourceKinds, type SourceKind } from '../certificates/certificate.model.js'
import { certificateBatchQueries } from './certificate-batch.queries.js'
import { batchPage } from './certificate-batch.view.js'
import { sourceCertificatesPage, type FamilyView } from './source-certificates.view.js'
import type { CertificateIssueService } from '../certificate-issue/certificate-issue.service.js'
import { sourcePlaces } from '../certificate-sources/source-place.view.js'

const issueForm = z.object({
  family: choiceOf(issuedFamilies, 'certificateBatches.wrong-family'),
  issuedOn: requiredDay('certificateBatches.issuedOnWrong'),
})
interface Needs {
  certificateIssue: CertificateIssueService
  clock: Clock
  auditSink: AuditSink
}

export function certificateBatchRoutes({ certificateIssue, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  for (const kind of sourceKinds) {
    const path = sourcePlaces[kind].certificates()
    get(path, 'certificate.view', 'SOURCE_CERTIFICATES_VIEWED', async (req, res, actor) =>
      showSource(req, res, actor, await seen(kind, String(req.params['id']), actor)),
    )

    post(path, 'certificate.issue', 'CERTIFICATES_ISSUED', async (req, res, actor) => {
      const source = await seen(kind, String(req.params['id']), actor)
      const form = readForm(issueForm, req.body, translate(res))
      if (!form.ok) return showSource(req, res, actor, source, form.errors)
      try {
        const { taskId } = await certificateIssue.startBatch({ kind, sourceId: source.head.id, ...form.data }, actor)
        redirect(req, res, paths.tasks.show(taskId))
      } catch (error) {
        if (!isAppError(error, 'refused')) throw error
        return showSource(req, res, actor, source, { issuedOn: sentence(res, error) })
      }
    })
  }

  get(paths.certificates.batch(), 'certificate.view', 'CERTIFICATE_BATCH_VIEWED', async (req, res, actor) => {
    const batch = await seenBatch(String(req.params['id']), actor)
    const issuer = actor.role === 'administrator' || actor.organisationId === batch.issuerId
    res.render(
      'certificate-batches/show',
      batchPage(translate(res), batch, await certificateBatchQueries.refusals(String(batch._id)), {
        mayStop: issuer && may(actor, 'certificate.issue'),
        mayIssue: issuer && may(actor, 'certificate.issue'),
        ownTask: batch.requestedBy === actor.id,
        opensPeople: may(actor, 'person.view'),
      }),
    )
  })

  post(paths.certificates.stopBatch(), 'certificate.issue', 'CERTIFICATE_BATCH_STOPPED', async (req, res, actor) => {
    const batch = await seenBatch(String(req.params['id']), actor)
    await certificateIssue.stopBatch(String(batch._id), actor)
    redirect(req, res, paths.certificates.batch(String(batch._id)), translate(res)('certificateBatches.stoppedNotice'))
  })

  async function showSource(req: Request, res: Response, actor: Actor, source: CertificateSource, errors: Errors = {}) {
    const { head } = source
    const families: FamilyView[] = []
    for (const [i, family] of head.families.entries()) {
      const found = await certificateBatchQueries.family(source, family)
      const { obstacles } = await certificateIssue.obstacles(source, family, found.waitingIds)
      families.push({
        ...found,
        obstacles,
        mayIssue: may(actor, 'certificate.issue') && source.mayIssue(actor, family),
        main: i === 0,
        ...(head.issuerName && { body: head.issuerName }),
      })
    }
    const batches = await certificateBatchQueries.ofSource(head.id)
    if (Object.keys(errors).length > 0) res.status(422)
    const view = { head, families, batches, actor, today: clock.today(), opensPeople: may(actor, 'person.view') }
    res.render('certificate-batches/run', sourceCertificatesPage(translate(res), view, valuesOf(req.body), errors))
  }

  async function seen(kind: SourceKind, id: string, actor: Actor): Promise<CertificateSource> {
    const source = await certificateIssue.source(kind, id)
    if (!source) throw notFound(kind, id)
    if (!source.sees(actor)) throw forbidden('not-yours')
    return source
  }

  async function seenBatch(id: string, actor: Actor) {
    const batch = await certificateBatchQueries.find(id)
    if (!batch) throw notFound('certificate-batch', id)
    await seen(batch.sourceKind, batch.sourceId, actor)
    return batch
  }
  return router
}
