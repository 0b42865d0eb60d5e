import type { Request, Response } from 'express'
import { noteAct } from '../../infra/context.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { notFound } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { redirect, translate } from '../../web/locals.js'
import { limit } from '../../web/rate-limit.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { learningAccountQueries } from '../learning-accounts/learning-account.queries.js'
import { cleanToken } from '../verification/verification.rules.js'
import type { TranscriptRecord } from './transcript.model.js'
import { transcriptQueries } from './transcript.queries.js'
import type { TranscriptService } from './transcript.service.js'
import { codeFormPage, noTranscriptPage, transcriptAnswerPage } from './transcript.view.js'

interface Needs {
  transcripts: TranscriptService
  clock: Clock
  auditSink: AuditSink
}

/** Prints of a learning account, and the public answer whether a print is ours and still the current one. */
export function transcriptRoutes({ transcripts, clock, auditSink }: Needs) {
  const { router, get, post, open } = guardedRouter(auditSink)
  router.use(
    '/t',
    limit('transcript-code', 120),
    (_req, res, next) => (res.set({ 'referrer-policy': 'strict-origin', 'cache-control': 'no-store' }), next()),
  )

  post(paths.transcripts.printOwn(), 'learning-account.own', 'TRANSCRIPT_PRINTED', async (req, res, actor) => {
    await transcripts.print(actor.personId ?? 'none', actor)
    redirect(req, res, `${paths.myAccount.home()}#prints`, translate(res)('transcripts.printed'))
  })
  get(paths.transcripts.ownPdf(), 'learning-account.own', 'OWN_TRANSCRIPT_DOWNLOADED', async (req, res, actor) => {
    const print = await transcriptQueries.find(String(req.params['id']))
    if (!print || !actor.personId || print.personId !== actor.personId) throw notFound('transcript', req.params['id'])
    await send(res, print)
  })
  post(paths.transcripts.printFor(), 'transcript.print', 'TRANSCRIPT_PRINTED', async (req, res, actor) => {
    const holder = await learningAccountQueries.holderFor(String(req.params['id']), actor)
    await transcripts.print(holder._id, actor)
    redirect(req, res, `${paths.learningAccounts.show(holder._id)}#prints`, translate(res)('transcripts.printed'))
  })
  get(paths.transcripts.pdf(), 'learning-account.view', 'TRANSCRIPT_DOWNLOADED', async (req, res, actor) =>
    send(res, await printFor(req, actor)),
  )

  open.get(paths.transcripts.form(), 'TRANSCRIPT_FORM_VIEWED', (req, res) => {
    const code = cleanToken(String(req.query['code'] ?? '').slice(0, 40))
    if (code) return res.redirect(303, paths.transcripts.verify(code))
    res.render('shared/form', codeForm(res, req.query['code'] !== undefined))
  })
  open.get(paths.transcripts.verify(), 'TRANSCRIPT_CHECKED', async (req, res) => {
    const t = translate(res)
    const print = await transcriptQueries.byToken(String(req.params['token']).slice(0, 40))
    if (!print) return res.status(404).render('verification/answer', noTranscriptPage(t, clock.now()))
    const page = Number(req.query['p'])
    const onPage = Number.isInteger(page) && page >= 1 && page <= print.pages.length ? page : undefined
    res.render(
      'transcripts/answer',
      transcriptAnswerPage(t, print, await transcriptQueries.since(print), onPage, clock.now()),
    )
  })
  return router

  function codeForm(res: Response, asked: boolean) {
    const t = translate(res)
    const page = codeFormPage(t, asked ? t('transcripts.codeMissing') : undefined)
    return { ...page, form: { ...page.form, method: 'get' } }
  }
  async function printFor(req: Request, actor: Actor): Promise<TranscriptRecord> {
    const print = await transcriptQueries.find(String(req.params['id']))
    if (!print) throw notFound('transcript', req.params['id'])
    await learningAccountQueries.holderFor(print.personId, actor)
    return print
  }
  async function send(res: Response, print: TranscriptRecord) {
    noteAct('transcript', print._id)
    res
      .set({ 'content-disposition': 'inline; filename="transcript.pdf"', 'cache-control': 'private, no-store' })
      .type('application/pdf')
      .send(await transcripts.pdf(print))
  }
}
