import type { Request } from 'express'
import type { PolicyService } from '../../office/policies/policy.service.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { attempt } from '../../web/attempt.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { ApprenticeQueries } from '../apprentices/apprentice.queries.js'
import type { ApprenticeService } from '../apprentices/apprentice.service.js'
import { mentorForm, teacherForm } from './mentorship.forms.js'
import { mentorshipQueries } from './mentorship.queries.js'
import type { GuideInput, MentorshipService } from './mentorship.service.js'
import { pairPage, type PairData } from './mentorship.view.js'

interface Needs {
  mentorships: MentorshipService
  apprentices: ApprenticeService
  apprenticeQueries: ApprenticeQueries
  policies: PolicyService
  clock: Clock
  auditSink: AuditSink
}
const most = 500

/** The enterprise names mentors, the institution teachers: one address, each its own form. */
export function mentorshipRoutes({ mentorships, apprentices, apprenticeQueries, policies, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.apprentices.guides(), 'apprentice.pair', 'GUIDE_FORM_VIEWED', async (req, res, actor) =>
    res.render('apprentices/ask', pairPage(translate(res), await dataOf(req, actor))),
  )

  post(paths.apprentices.guides(), 'apprentice.pair', 'GUIDES_PAIRED', async (req, res, actor) => {
    const t = translate(res)
    const data = await dataOf(req, actor)
    const again = (errors: Errors) =>
      res.status(422).render('apprentices/ask', pairPage(t, data, valuesOf(req.body), errors))
    const form = data.kind === 'mentor' ? readForm(mentorForm, req.body, t) : readForm(teacherForm, req.body, t)
    if (!form.ok) return again(form.errors)
    const { ids, ...guide } = form.data
    const own = new Set(data.lines.map(({ apprentice }) => apprentice._id))
    const done = await attempt(res, again, () =>
      mentorships.pair(
        ids.filter((id) => own.has(id)),
        { kind: data.kind, ...guide } as GuideInput,
        actor,
      ),
    )
    const name = 'accountId' in guide ? (data.mentors.find(({ id }) => id === guide.accountId)?.name ?? '') : guide.name
    if (done.ok)
      redirect(
        req,
        res,
        paths.apprentices.ofClass(String(data.one._id)),
        t('mentorships.done', { count: done.value, guide: name }),
      )
  })

  async function dataOf(req: Request, actor: Actor): Promise<PairData> {
    const one = await apprentices.classFor(String(req.params['id']), actor)
    const [kind, today, classId] = [
      actor.role === 'enterprise' ? ('mentor' as const) : ('teacher' as const),
      clock.today(),
      String(one._id),
    ]
    const asked = req.query['ids']
    return {
      one,
      kind,
      today,
      chosen: typeof asked === 'string' ? [asked] : Array.isArray(asked) ? asked.map(String) : [],
      lines: await apprenticeQueries.page({ classId, view: 'training' }, actor, today, 0, most),
      mentors: kind === 'mentor' ? await mentorshipQueries.choices(one.enterpriseId, today) : [],
      limit: (await policies.figure<number>('apprentice.max-per-mentor', today)).value,
    }
  }
  return router
}
