import { z } from 'zod'
import { paths } from '../../paths.js'
import { groupsBy, monthly, tallyOf } from '../../counting/person-time-lists/person-time-tally.queries.js'
import type { Held } from '../../infra/held.js'
import type { TargetService } from '../../counting/targets/target.service.js'
import { yearOf, type Clock } from '../../shared/dates.js'
import { may, scopeOf, type Actor } from '../../shared/permissions.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { figuresFor, isUnused, yearsOf, type Due } from './home.queries.js'
import { homePage } from './home.view.js'

const query = z.object({ year: z.coerce.number().int().min(2000).max(2199).optional().catch(undefined) })

interface Needs {
  clock: Clock
  targets: TargetService
  dues: Held<Actor, Due[]>
  auditSink: AuditSink
}

export function homeRoutes({ clock, targets, dues, auditSink }: Needs) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.home(), 'home.view', 'HOME_VIEWED', async (req, res, actor) => {
    if (actor.role === 'trainee') return res.redirect(303, paths.me.home())
    if (actor.role === 'mentor') return res.redirect(303, paths.mentor.home())
    if (actor.role === 'operator') return res.redirect(303, paths.deadLetters.list())
    if (actor.role === 'judge' || actor.role === 'competition-staff') return res.redirect(303, paths.duties.list())
    const t = translate(res)
    const today = clock.today()
    const years = await yearsOf()
    const year =
      query.parse(req.query).year ?? (years.includes(yearOf(today)) ? yearOf(today) : (years[0] ?? yearOf(today)))
    const scope = scopeOf(actor)
    // The list is of this moment, and the number beside the menu is its length.
    dues.forget(actor)
    const counted = { year, measure: 'subsidised', verdict: 'counted' } as const
    const [unused, due, figures, pending, progress, months, yearTally, counties] = await Promise.all([
      may(actor, 'account.manage') && isUnused(),
      dues(actor),
      figuresFor(actor, today),
      tallyOf({ year, measure: 'subsidised', verdict: 'pending' }, scope),
      targets.progress(year, scope),
      monthly(year, scope),
      tallyOf(counted, scope),
      groupsBy('county', counted, scope),
    ])
    res.render(
      'home/index',
      homePage(t, {
        actor,
        now: clock.now(),
        today,
        year,
        years: years.includes(year) ? years : [year, ...years],
        unused,
        due,
        figures,
        pending,
        targets: progress,
        months,
        yearTally,
        counties,
      }),
    )
  })
  return router
}
