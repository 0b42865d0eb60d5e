import { z } from 'zod'
import { paths } from '../../paths.js'
import { yearOf, type Clock } from '../../shared/dates.js'
import { pageOf } from '../../shared/paging.js'
import type { Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { styleguidePage } from '../styleguide/styleguide.view.js'
import { portalQueries } from './portal.queries.js'
import { accessibilityPage, helpPage, openCoursesPage, portalPage, siteMapPage, type LinkGroup } from './portal.view.js'

export interface PublicFigures {
  year: number
  personTimes: number
  people: number
}
interface Needs {
  clock: Clock
  auditSink: AuditSink
  publicFigures: (year: number) => Promise<PublicFigures>
  menuOf: (t: Translate, actor: Actor) => LinkGroup[]
}

const word = z.string().trim().max(40).optional().catch(undefined)
const searchForm = z.object({ q: word, field: word, region: word })
const size = 20

/** What anybody sees without signing in. */
export function portalRoutes({ clock, auditSink, publicFigures, menuOf }: Needs) {
  const { router, open } = guardedRouter(auditSink)

  open.get(paths.portal(), 'PORTAL_VIEWED', async (_req, res) => {
    const today = clock.today()
    const total = await portalQueries.countCourses({}, today)
    const runs = (await portalQueries.openRuns(today)).map(({ _id, title, course, startsOn, organisationName }) => ({
      id: String(_id),
      title,
      course: course.title,
      startsOn,
      organisationName,
    }))
    const figures = await publicFigures(yearOf(today))
    res.render(
      'portal/index',
      portalPage(translate(res), { ...figures, fields: await portalQueries.fields(today), courseTotal: total, runs }),
    )
  })

  open.get(paths.openCourses(), 'OPEN_COURSES_VIEWED', async (req, res) => {
    const search = searchForm.parse(req.query)
    const total = await portalQueries.countCourses(search, clock.today())
    const page = pageOf(req.query, total, size)
    const rows = await portalQueries.courses(search, clock.today(), page.skip, size)
    res.render('shared/list', openCoursesPage(translate(res), rows, page, search))
  })

  open.get(paths.help(), 'HELP_VIEWED', (_req, res) => res.render('portal/help', helpPage(translate(res))))
  open.get(paths.accessibility(), 'ACCESSIBILITY_VIEWED', (_req, res) =>
    res.render('portal/help', accessibilityPage(translate(res))),
  )
  open.get(paths.siteMap(), 'SITE_MAP_VIEWED', (_req, res, actor) =>
    res.render('portal/site-map', siteMapPage(translate(res), actor ? menuOf(translate(res), actor) : [])),
  )
  open.get(paths.styleguide(), 'STYLEGUIDE_VIEWED', (_req, res) =>
    res.render('styleguide/index', styleguidePage(translate(res))),
  )
  return router
}
