import { paths, withQuery } from '../../paths.js'
import { formatDay, isDay, type Clock } from '../../shared/dates.js'
import { pageOf } from '../../shared/paging.js'
import type { Translate } from '../../shared/words.js'
import { attempt } from '../../web/attempt.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { ApprenticeRecord } from '../apprentices/apprentice.model.js'
import type { ApprenticeService } from '../apprentices/apprentice.service.js'
import { mentorshipQueries } from '../mentorships/mentorship.queries.js'
import { declareLogActs } from './log-acts.routes.js'
import { logForm, signAllForm } from './log.forms.js'
import { logQueries } from './log.queries.js'
import type { WorkplaceLogService } from './log.service.js'
import { writePage } from './log-form.view.js'
import { logListPage, mentorPage } from './log.view.js'

interface Needs {
  workplaceLogs: WorkplaceLogService
  apprentices: ApprenticeService
  clock: Clock
  auditSink: AuditSink
}
const size = 50

/** The mentor's page, and the log of an apprentice for whoever may read it. */
export function workplaceLogRoutes({ workplaceLogs, apprentices, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.mentor.home(), 'apprentice.guide', 'MENTOR_PAGE_VIEWED', async (_req, res, actor) => {
    const model = mentorPage(translate(res), {
      waiting: await logQueries.waitingFor(actor.id),
      returned: await logQueries.returnedTo(actor.id),
      guided: await mentorshipQueries.guided(actor.id, clock.today()),
    })
    res.render('workplace-logs/mentor', model)
  })

  post(paths.mentor.signAll(), 'apprentice.guide', 'LOGS_SIGNED', async (req, res, actor) => {
    const form = readForm(signAllForm, req.body, translate(res))
    const count = form.ok ? await workplaceLogs.sign(form.data.ids, actor) : 0
    redirect(req, res, paths.mentor.home(), translate(res)('workplaceLogs.signed', { count }))
  })

  declareLogActs({ get, post }, workplaceLogs, {
    needs: 'apprentice.guide',
    home: paths.mentor.home(),
    layout: 'staff',
    sign: paths.mentor.sign,
    giveBack: paths.mentor.giveBack,
    signed: 'workplaceLogs.signed',
    writerOf: (log) => log.personName,
  })

  get(paths.apprentices.logs(), 'apprentice.view', 'APPRENTICE_LOG_VIEWED', async (req, res, actor) => {
    const apprentice = await apprentices.getFor(String(req.params['id']), actor)
    const id = String(apprentice._id)
    const page = pageOf(req.query, await logQueries.count(id), size)
    if (page.outOfRange && req.query['page'] !== undefined)
      return res.redirect(303, withQuery(paths.apprentices.logs(id), { page: page.page }))
    res.render(
      'shared/list',
      logListPage(
        translate(res),
        apprentice,
        await logQueries.page(id, page.skip, size),
        page,
        actor.role === 'mentor' && apprentice.state === 'training',
      ),
    )
  })

  get(paths.apprentices.writeLog(), 'apprentice.guide', 'LOG_FORM_VIEWED', async (req, res, actor) => {
    const apprentice = await apprentices.getFor(String(req.params['id']), actor)
    const on = req.query['on']
    const log = isDay(on) ? ((await logQueries.find(`${String(apprentice._id)}:${on}`)) ?? undefined) : undefined
    res.render(
      'shared/form',
      writePage(translate(res), targetOf(translate(res), apprentice), {
        today: clock.today(),
        log: log?.writer === 'mentor' ? log : undefined,
      }),
    )
  })

  post(paths.apprentices.writeLog(), 'apprentice.guide', 'LOG_WRITTEN', async (req, res, actor) => {
    const t = translate(res)
    const apprentice = await apprentices.getFor(String(req.params['id']), actor)
    const again = (errors: Errors) =>
      res
        .status(422)
        .render(
          'shared/form',
          writePage(t, targetOf(t, apprentice), { today: clock.today() }, valuesOf(req.body), errors),
        )
    const form = readForm(logForm, req.body, t)
    if (!form.ok) return again(form.errors)
    const { version, ...input } = form.data
    const done = await attempt(res, again, () => workplaceLogs.write(String(apprentice._id), input, actor, version))
    if (done.ok)
      redirect(
        req,
        res,
        paths.apprentices.logs(String(apprentice._id)),
        t('workplaceLogs.written', { day: formatDay(input.on, t.lang) }),
      )
  })

  function targetOf(t: Translate, apprentice: ApprenticeRecord) {
    const id = String(apprentice._id)
    return {
      action: paths.apprentices.writeLog(id),
      back: { text: t('apprentices.back'), href: paths.apprentices.show(id) },
      name: apprentice.personName,
      layout: 'staff' as const,
      crumbs: [
        { text: t('workplaceLogs.mentorTitle'), href: paths.mentor.home() },
        { text: apprentice.personName, href: paths.apprentices.show(id) },
        { text: t('workplaceLogs.write'), href: '' },
      ],
    }
  }
  return router
}
