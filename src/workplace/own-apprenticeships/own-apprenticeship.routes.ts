import { paths } from '../../paths.js'
import { formatDay, isDay, type Clock } from '../../shared/dates.js'
import { notFound } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { attempt } from '../../web/attempt.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { apprenticeshipsOfPerson } from '../apprentices/apprentice.queries.js'
import type { ApprenticeService } from '../apprentices/apprentice.service.js'
import { teachingQueries } from '../central-teaching/teaching.queries.js'
import { mentorshipQueries } from '../mentorships/mentorship.queries.js'
import { declareLogActs } from '../workplace-logs/log-acts.routes.js'
import { logForm } from '../workplace-logs/log.forms.js'
import { logQueries } from '../workplace-logs/log.queries.js'
import type { WorkplaceLogService } from '../workplace-logs/log.service.js'
import { writePage } from '../workplace-logs/log-form.view.js'
import { ownApprenticeshipPage } from './own-apprenticeship.view.js'

interface Needs {
  workplaceLogs: WorkplaceLogService
  apprentices: ApprenticeService
  clock: Clock
  auditSink: AuditSink
}
const shownLogs = 60

/** What apprentices see and write themselves. Another's record does not exist here. */
export function ownApprenticeshipRoutes({ workplaceLogs, apprentices, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.me.apprenticeship(), 'apprentice.own', 'OWN_APPRENTICESHIP_VIEWED', async (_req, res, actor) => {
    const t = translate(res)
    const [current, ...others] = await mine(actor)
    if (!current)
      return res.render('shared/list', {
        layout: 'public',
        title: t('ownApprenticeships.title'),
        crumbs: [
          { text: t('own.title'), href: paths.me.home() },
          { text: t('ownApprenticeships.title'), href: '' },
        ],
        list: { empty: { title: t('ownApprenticeships.none'), text: t('ownApprenticeships.noneText') } },
      })
    const { apprentice } = current
    const one = await apprentices.classOf(apprentice.apprenticeshipId)
    res.render(
      'own-apprenticeships/show',
      ownApprenticeshipPage(t, {
        ...current,
        guides: await mentorshipQueries.ofApprentice(apprentice._id),
        logs: await logQueries.page(apprentice._id, 0, shownLogs),
        hours: (await teachingQueries.attendedHours(apprentice.apprenticeshipId)).get(apprentice.personId),
        plannedHours: one.centralHours,
        today: clock.today(),
        earlier: others.map(({ title, apprentice: { from, state } }) => ({ title, from, state })),
      }),
    )
  })

  get(paths.me.log(), 'apprentice.own', 'LOG_FORM_VIEWED', async (req, res, actor) => {
    const { apprentice } = await current(actor)
    const on = req.query['on']
    const log = isDay(on) ? ((await logQueries.find(`${apprentice._id}:${on}`)) ?? undefined) : undefined
    res.render(
      'shared/form',
      writePage(translate(res), target(translate(res), apprentice.personName), {
        today: clock.today(),
        log: log?.writer === 'apprentice' ? log : undefined,
      }),
    )
  })

  post(paths.me.log(), 'apprentice.own', 'LOG_WRITTEN', async (req, res, actor) => {
    const t = translate(res)
    const { apprentice } = await current(actor)
    const again = (errors: Errors) =>
      res
        .status(422)
        .render(
          'shared/form',
          writePage(t, target(t, apprentice.personName), { today: clock.today() }, valuesOf(req.body), errors),
        )
    const form = readForm(logForm, req.body, t)
    if (!form.ok) return again(form.errors)
    const { version, ...input } = form.data
    const done = await attempt(res, again, () => workplaceLogs.write(apprentice._id, input, actor, version))
    if (done.ok)
      redirect(req, res, paths.me.apprenticeship(), t('workplaceLogs.written', { day: formatDay(input.on, t.lang) }))
  })

  declareLogActs({ get, post }, workplaceLogs, {
    needs: 'apprentice.own',
    home: paths.me.apprenticeship(),
    layout: 'public',
    sign: paths.me.confirmLog,
    giveBack: paths.me.giveBackLog,
    signed: 'workplaceLogs.confirmed',
    writerOf: (log) => log.mentorName,
  })

  /** The one in training first. */
  async function mine({ personId }: Actor) {
    const all = personId ? await apprenticeshipsOfPerson(personId) : []
    return all.toSorted((a, b) => Number(b.apprentice.state === 'training') - Number(a.apprentice.state === 'training'))
  }
  async function current(actor: Actor) {
    const [first] = await mine(actor)
    if (!first) throw notFound('apprentice', actor.id)
    return first
  }
  return router
}

const target = (t: Translate, name: string) => ({
  action: paths.me.log(),
  back: { text: t('apprentices.back'), href: paths.me.apprenticeship() },
  name,
  layout: 'public' as const,
  crumbs: [
    { text: t('own.title'), href: paths.me.home() },
    { text: t('ownApprenticeships.title'), href: paths.me.apprenticeship() },
    { text: t('workplaceLogs.write'), href: '' },
  ],
})
