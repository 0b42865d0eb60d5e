import type { Request } from 'express'
import { noteAct } from '../../infra/context.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { notFound } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { sendPdf, sendPicture } from '../certificates/certificate.routes.js'
import { certificateQueries } from '../certificates/certificate.queries.js'
import type { CertificateService } from '../certificates/certificate.service.js'
import { learningAccountQueries } from '../learning-accounts/learning-account.queries.js'
import { ownQueries } from './own.queries.js'
import { notLinkedPage, ownPage, type OwnVerdict } from './own.view.js'
import { ownCertificatePage } from './own-certificate.view.js'

interface Needs {
  certificates: CertificateService
  clock: Clock
  publicUrl: string
  auditSink: AuditSink
  /** told by the wiring, because person-times are counted on a higher floor */
  verdictsOf: (personId: string) => Promise<ReadonlyMap<string, OwnVerdict>>
}

/** What a trainee sees: the own certificates and courses. Another's certificate does not exist here. */
export function ownRoutes({ certificates, clock, publicUrl, auditSink, verdictsOf }: Needs) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.me.home(), 'certificate.own', 'OWN_PAGE_VIEWED', async (_req, res, { personId }) => {
    const t = translate(res)
    const holder = personId ? await ownQueries.person(personId) : null
    if (!personId || !holder) return res.render('shared/list', notLinkedPage(t))
    const [own, courses, verdicts, apprenticeship] = [
      await certificateQueries.ofPerson(personId),
      await ownQueries.courses(personId),
      await verdictsOf(personId),
      await ownQueries.apprenticeship(personId),
    ]
    res.render(
      'me/home',
      ownPage(t, {
        holder,
        certificates: own,
        courses,
        verdicts,
        apprenticeship,
        today: clock.today(),
        entries: await learningAccountQueries.entries(personId),
      }),
    )
  })

  get(paths.me.certificate(), 'certificate.own', 'OWN_CERTIFICATE_VIEWED', async (req, res, actor) => {
    res.render(
      'me/certificate',
      ownCertificatePage(translate(res), await own(req, actor), { today: clock.today(), publicUrl }),
    )
  })

  get(paths.me.picture(), 'certificate.own', 'OWN_CERTIFICATE_PICTURE_VIEWED', async (req, res, actor) =>
    sendPicture(res, await certificates.picture(await own(req, actor))),
  )

  get(paths.me.pdf(), 'certificate.own', 'OWN_CERTIFICATE_DOWNLOADED', async (req, res, actor) => {
    const certificate = await own(req, actor)
    noteAct('certificate', String(certificate._id))
    sendPdf(res, certificate, await certificates.pdf(certificate))
  })

  /** The same answer for another's certificate as for none, so that nobody learns which ids exist. */
  async function own(req: Request, { personId }: Actor) {
    const id = String(req.params['id'])
    const certificate = await certificateQueries.find(id)
    if (!certificate || !personId || certificate.personId !== personId) throw notFound('certificate', id)
    return certificate
  }
  return router
}
