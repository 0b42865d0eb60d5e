import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { isAppError, notFound } from '../../shared/errors.js'
import { readForm, requiredText } from '../../web/form.js'
import { translate } from '../../web/locals.js'
import { limit } from '../../web/rate-limit.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { filesOf } from '../../web/upload.js'
import { cleanNumber } from '../certificate-numbers/certificate-number.text.js'
import type { CertificateRecord } from '../certificates/certificate.model.js'
import type { CertificateService } from '../certificates/certificate.service.js'
import { sendPicture } from '../certificates/certificate.routes.js'
import { transcriptQueries } from '../transcripts/transcript.queries.js'
import { answerKind } from './verification.rules.js'
import { renderVerification } from './verification.pdf.js'
import type { VerificationService } from './verification.service.js'
import { answerPage, notFoundPage, unavailablePage } from './verification.view.js'
import { filePage, verifyFormPage } from './verify-form.view.js'

const form = z.object({
  number: requiredText('verification.numberMissing', 60),
  name: requiredText('verification.nameMissing', 60),
})
const fiveMegabytes = 5 * 1024 * 1024

interface Needs {
  verification: VerificationService
  certificates: CertificateService
  clock: Clock
  publicUrl: string
  auditSink: AuditSink
}

/** Anybody may ask, without an account: by the code on the paper, by number and name, or with the file itself. */
export function verificationRoutes({ verification, certificates, clock, publicUrl, auditSink }: Needs) {
  const { router, open } = guardedRouter(auditSink)
  const typedNumber = (req: Request) =>
    cleanNumber(String((req.body as { number?: unknown } | undefined)?.number ?? '').slice(0, 60))
  const [byAddress, byNumber, byCode] = [
    limit('verify', 10),
    limit('verify-number', 60, typedNumber),
    limit('verify-code', 120),
  ]
  router.use([paths.verify.form(), paths.verify.file()], (req, res, next) =>
    req.method === 'POST' ? byAddress(req, res, next) : next(),
  )
  router.post(paths.verify.form(), byNumber)
  // The code opens the record, so that it stays out of addresses that a next page is told.
  router.use(
    '/v',
    byCode,
    (_req, res, next) => (res.set({ 'referrer-policy': 'strict-origin', 'cache-control': 'no-store' }), next()),
  )

  open.get(paths.verify.form(), 'VERIFY_FORM_VIEWED', (_req, res) =>
    res.render('verification/form', verifyFormPage(translate(res))),
  )

  open.post(paths.verify.form(), 'CERTIFICATE_CHECKED', (req, res) =>
    honestly(res, paths.verify.form(), async () => {
      const t = translate(res)
      const read = readForm(form, req.body, t)
      if (!read.ok) return res.status(422).render('verification/form', verifyFormPage(t, read.values, read.errors))
      const certificate = await verification.byNumber(read.data.number, read.data.name)
      if (certificate) return res.redirect(303, paths.verify.token(certificate.token))
      res.status(404).render('verification/answer', notFoundPage(t, clock.now(), read.data))
    }),
  )

  open.get(paths.verify.token(), 'CERTIFICATE_CHECKED', (req, res) =>
    honestly(res, req.originalUrl, async () => {
      const certificate = await verification.byToken(String(req.params['token']))
      // A transcript of a learning account carries a code of the same form; it has its own answer.
      if (!certificate && (await transcriptQueries.byToken(String(req.params['token']))))
        return res.redirect(303, paths.transcripts.verify(String(req.params['token'])))
      if (!certificate) return res.status(404).render('verification/answer', notFoundPage(translate(res), clock.now()))
      const checked = {
        now: clock.now(),
        today: clock.today(),
        times: await verification.count(certificate),
        newest: await newestOf(certificate),
        publicUrl,
      }
      res.render('verification/answer', answerPage(translate(res), certificate, checked))
    }),
  )

  open.get(paths.verify.photo(), 'CERTIFICATE_PHOTO_VIEWED', async (req, res) => {
    const bytes = await verification.photo(await found(req))
    if (!bytes) throw notFound('photo', '')
    res.set('cache-control', 'private, max-age=300').type('image/jpeg').send(bytes)
  })

  // What chat programs show of a shared link; a paper that does not hold has none.
  open.get(paths.verify.picture(), 'CERTIFICATE_PICTURE_VIEWED', async (req, res) => {
    const certificate = await found(req)
    if (answerKind(certificate, clock.today()) !== 'valid') throw notFound('picture', '')
    sendPicture(res, await certificates.picture(certificate))
  })

  open.get(paths.verify.print(), 'VERIFICATION_PAPER_VIEWED', (req, res) =>
    honestly(res, req.originalUrl, async () => {
      const certificate = await found(req)
      const newest = await newestOf(certificate)
      const photo = await verification.photo(certificate)
      const bytes = renderVerification({
        certificate,
        now: clock.now(),
        today: clock.today(),
        publicUrl,
        ...(newest && { newest }),
        ...(photo && { photo }),
      })
      res.set('content-disposition', 'inline').type('application/pdf').send(bytes)
    }),
  )

  open.post(
    paths.verify.file(),
    'CERTIFICATE_FILE_COMPARED',
    (req, res) =>
      honestly(res, paths.verify.form(), async () => {
        const t = translate(res)
        const [file] = filesOf(req)
        if (!file || file.size === 0)
          return res
            .status(422)
            .render('verification/form', verifyFormPage(t, {}, { file: t('verification.fileMissing') }))
        res.render('verification/file', filePage(t, await verification.byFile(await hashOf(file.path)), clock.today()))
      }),
    { field: 'file', maxBytes: fiveMegabytes },
  )

  async function found(req: Request): Promise<CertificateRecord> {
    const certificate = await verification.byToken(String(req.params['token']))
    if (!certificate) throw notFound('certificate', '')
    return certificate
  }
  const newestOf = async (certificate: CertificateRecord) =>
    certificate.state === 'superseded' ? verification.newest(certificate) : undefined

  async function honestly(res: Response, retryHref: string, work: () => Promise<unknown>) {
    try {
      await work()
    } catch (error) {
      if (!isAppError(error, 'unavailable')) throw error
      res
        .status(503)
        .set('retry-after', '300')
        .render('verification/answer', unavailablePage(translate(res), clock.now(), retryHref))
    }
  }
  return router
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
