import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { forbidden, isAppError } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, valuesOf } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { holdPage, reissuePage, revokePage } from './certificate-change.view.js'
import { holdForm, reissueForm, revokeForm } from './certificate-change.forms.js'
import {
  holdVerdict,
  isIssuer,
  reissueVerdict,
  revokeVerdict,
  type HoldAct,
} from '../certificates/certificate.rules.js'
import { assertPossible } from '../certificate-standing/paper-change.js'
import type { CertificateService } from '../certificates/certificate.service.js'

export function certificateChangeRoutes({
  certificates,
  clock,
  auditSink,
}: {
  certificates: CertificateService
  clock: Clock
  auditSink: AuditSink
}) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.certificates.revoke(), 'certificate.revoke', 'CERTIFICATE_REVOKE_FORM_VIEWED', async (req, res, actor) => {
    const certificate = await own(req, actor)
    assertPossible(revokeVerdict(certificate))
    res.render('certificates/change', revokePage(translate(res), certificate))
  })

  post(paths.certificates.revoke(), 'certificate.revoke', 'CERTIFICATE_REVOKED', async (req, res, actor) => {
    const t = translate(res)
    const certificate = await own(req, actor)
    const form = readForm(revokeForm(certificate.number), req.body, t)
    if (!form.ok)
      return res.status(422).render('certificates/change', revokePage(t, certificate, form.values, form.errors))
    const { reason, document, note } = form.data
    await certificates.revoke(String(certificate._id), { reason, ...(document && { document }), note }, actor)
    redirect(
      req,
      res,
      paths.certificates.show(String(certificate._id)),
      t('certificateChanges.revokedNotice', { number: certificate.number }),
    )
  })

  holdPages('suspend', 'CERTIFICATE_SUSPENDED')
  holdPages('resume', 'CERTIFICATE_RESUMED')

  get(paths.certificates.reissue(), 'certificate.issue', 'CERTIFICATE_REISSUE_FORM_VIEWED', (req, res, actor) =>
    showReissue(req, res, actor),
  )

  post(paths.certificates.reissue(), 'certificate.issue', 'CERTIFICATE_REISSUED', async (req, res, actor) => {
    const t = translate(res)
    const certificate = await own(req, actor)
    const form = readForm(reissueForm, req.body, t)
    if (!form.ok) return showReissue(req, res, actor, form.errors)
    try {
      const id = await certificates.reissue(String(certificate._id), form.data, actor)
      redirect(
        req,
        res,
        paths.certificates.show(id),
        t('certificateChanges.reissuedNotice', { number: (await certificates.get(id)).number }),
      )
    } catch (error) {
      if (!isAppError(error, 'refused')) throw error
      return showReissue(req, res, actor, { reason: sentence(res, error) })
    }
  })

  function holdPages(act: HoldAct, event: string) {
    get(paths.certificates[act](), 'certificate.revoke', `${event}_ASKED`, async (req, res, actor) => {
      const certificate = await own(req, actor)
      assertPossible(holdVerdict(act, certificate))
      res.render('certificates/change', holdPage(translate(res), act, certificate))
    })
    post(paths.certificates[act](), 'certificate.revoke', event, async (req, res, actor) => {
      const t = translate(res)
      const certificate = await own(req, actor)
      const form = readForm(holdForm, req.body, t)
      if (!form.ok)
        return res.status(422).render('certificates/change', holdPage(t, act, certificate, form.values, form.errors))
      await certificates.hold(String(certificate._id), act, form.data.note, actor)
      redirect(
        req,
        res,
        paths.certificates.show(String(certificate._id)),
        t(`certificateChanges.${act}Notice`, { number: certificate.number }),
      )
    })
  }

  async function showReissue(req: Request, res: Response, actor: Actor, errors = {}) {
    const certificate = await own(req, actor)
    const { changes } = await certificates.preview(certificate)
    const verdict = reissueVerdict(certificate, actor.role === 'administrator', Math.max(1, changes.length))
    assertPossible(verdict)
    res.status(Object.keys(errors).length > 0 ? 422 : 200)
    res.render(
      'certificates/change',
      reissuePage(translate(res), certificate, { changes, today: clock.today() }, valuesOf(req.body), errors),
    )
  }

  /** Seen by many, changed by the issuer alone. */
  async function own(req: Request, actor: Actor) {
    const certificate = await certificates.getFor(String(req.params['id']), actor)
    if (!isIssuer(actor, certificate) || !may(actor, 'certificate.issue')) throw forbidden('not-yours')
    return certificate
  }
  return router
}
