import type { Response } from 'express'
import { noteAct } from '../../infra/context.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { pageOf } from '../../shared/paging.js'
import { may, type Actor } from '../../shared/permissions.js'
import { asDownload } from '../../web/download.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { CertificateSource } from '../certificate-sources/certificate-source.js'
import { sourcePlaces } from '../certificate-sources/source-place.view.js'
import { certificateListPage } from '../certificate-lists/certificate-list.view.js'
import { certificateSearchForm } from '../certificate-lists/certificate-search.forms.js'
import type { CertificateRecord } from './certificate.model.js'
import { certificateQueries } from './certificate.queries.js'
import { isIssuer } from './certificate.rules.js'
import type { CertificateService } from './certificate.service.js'
import { certificatePage } from './certificate.view.js'
import { certificateWords } from './certificate.words.js'

const size = 30

export function certificateRoutes({
  certificates,
  clock,
  auditSink,
}: {
  certificates: CertificateService
  clock: Clock
  auditSink: AuditSink
}) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.certificates.list(), 'certificate.view', 'CERTIFICATES_VIEWED', async (req, res, actor) => {
    const query = certificateSearchForm.parse(req.query)
    const { source: sourceId, batch: batchId, person: personId, sort, ...rest } = query
    const search = { ...rest, sourceId, batchId, personId, oldestFirst: sort === 'oldest' }
    const { total } = await certificateQueries.list(search, actor, 0, 1)
    const page = pageOf(req.query, total, size)
    const { rows } = await certificateQueries.list(search, actor, page.skip, size)
    res.render(
      'shared/list',
      certificateListPage(translate(res), { rows, page, query, today: clock.today(), numbers: true }),
    )
  })

  get(paths.certificates.show(), 'certificate.view', 'CERTIFICATE_VIEWED', async (req, res, actor) => {
    const certificate = await certificates.getFor(String(req.params['id']), actor)
    const source = await certificates.source(certificate)
    const chain = await certificateQueries.chain(certificate)
    res.render(
      'certificates/show',
      certificatePage(translate(res), certificate, {
        chain,
        access: accessOf(actor, certificate, source),
        today: clock.today(),
        source: source.head,
      }),
    )
  })

  get(paths.certificates.pdf(), 'certificate.view', 'CERTIFICATE_DOWNLOADED', async (req, res, actor) => {
    const certificate = await certificates.getFor(String(req.params['id']), actor)
    noteAct('certificate', String(certificate._id), { number: certificate.number })
    sendPdf(res, certificate, await certificates.pdf(certificate))
  })

  get(paths.certificates.picture(), 'certificate.view', 'CERTIFICATE_PICTURE_VIEWED', async (req, res, actor) => {
    sendPicture(res, await certificates.picture(await certificates.getFor(String(req.params['id']), actor)))
  })
  return router
}

function accessOf(actor: Actor, certificate: CertificateRecord, source: CertificateSource) {
  const issuer = isIssuer(actor, certificate)
  const mayRevoke = issuer && may(actor, 'certificate.revoke')
  return {
    mayRevoke,
    mayReissue: issuer && may(actor, 'certificate.issue'),
    mayLift: actor.role === 'administrator',
    inCharge: mayRevoke || actor.role === 'auditor',
    seesSource: may(actor, sourcePlaces[source.head.kind].needs) && source.sees(actor),
  }
}

/** The stored bytes and no others: whoever prints them again has the same document. */
export function sendPdf(
  res: Response,
  { number, family, holderName }: Pick<CertificateRecord, 'number' | 'family' | 'holderName'>,
  bytes: Buffer,
): void {
  const [name] = certificateWords[family]
  asDownload(res, `${holderName} ${name} ${number}.pdf`).type('application/pdf').send(bytes)
}

/** Express answers 304 by the ETag of the bytes; a private cache may keep what never changes. */
export function sendPicture(res: Response, bytes: Buffer): void {
  res.set('cache-control', 'private, no-cache').type('image/png').send(bytes)
}
