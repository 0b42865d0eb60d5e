import type { Request } from 'express'
import { paths } from '../../paths.js'
import { pageOf } from '../../shared/paging.js'
import { may } from '../../shared/permissions.js'
import { attempt } from '../../web/attempt.js'
import { readForm } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { limit } from '../../web/rate-limit.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { mistakeForm, outcomeForm, viewForm } from './mistake.forms.js'
import type { MistakeService } from './mistake.service.js'
import { mistakeListPage, mistakePage, mistakeReportPage } from './mistake.view.js'

const size = 30

export function mistakeRoutes({ mistakes, auditSink }: { mistakes: MistakeService; auditSink: AuditSink }) {
  const { router, open, get, post } = guardedRouter(auditSink)
  const byAddress = limit('mistakes', 5)
  router.use(paths.mistakes.form(), (req, res, next) => (req.method === 'POST' ? byAddress(req, res, next) : next()))

  open.get(paths.mistakes.form(), 'MISTAKE_FORM_VIEWED', (req, res) =>
    res.render('shared/form', mistakePage(translate(res), { page: cameFrom(req) })),
  )
  open.post(paths.mistakes.form(), 'MISTAKE_REPORTED', async (req, res) => {
    const t = translate(res)
    const form = readForm(mistakeForm, req.body, t)
    if (!form.ok) return res.status(422).render('shared/form', mistakePage(t, form.values, form.errors))
    const { page, text, contact } = form.data
    await mistakes.send({ text, ...(page && { page }), ...(contact && { contact }) })
    redirect(req, res, paths.mistakes.form(), t('mistakes.sent'))
  })

  get(paths.mistakes.list(), 'mistake.view', 'MISTAKES_VIEWED', async (req, res) => {
    const { view } = viewForm.parse(req.query)
    const page = pageOf(req.query, await mistakes.count(view), size)
    res.render('shared/list', mistakeListPage(translate(res), await mistakes.list(view, page.skip, size), page, view))
  })
  get(paths.mistakes.show(), 'mistake.view', 'MISTAKE_VIEWED', async (req, res, actor) => {
    res.render(
      'shared/blocks',
      mistakeReportPage(translate(res), await mistakes.get(idOf(req)), may(actor, 'mistake.close')),
    )
  })
  post(paths.mistakes.close(), 'mistake.close', 'MISTAKE_CLOSED', async (req, res, actor) => {
    const t = translate(res)
    const report = await mistakes.get(idOf(req))
    const form = readForm(outcomeForm, req.body, t)
    const again = (errors = {}) =>
      res
        .status(422)
        .render('shared/blocks', mistakeReportPage(t, report, true, form.ok ? form.data : form.values, errors))
    if (!form.ok) return again(form.errors)
    const done = await attempt(res, again, () => mistakes.close(idOf(req), form.data.outcome, actor))
    if (done.ok) redirect(req, res, paths.mistakes.list(), t('mistakes.done'))
  })
  return router
}

const idOf = (req: Request): string => String(req.params['id'])

/** The page of ours from which the visitor came, so that it need not be typed. */
function cameFrom(req: Request): string {
  const referrer = req.get('referer') ?? ''
  const { pathname, host } = URL.canParse(referrer) ? new URL(referrer) : { pathname: '', host: '' }
  // The code of a paper opens its record: it is nobody's business here.
  return host === req.get('host') && pathname !== paths.mistakes.form() && !pathname.startsWith('/v/')
    ? pathname.slice(0, 200)
    : ''
}
