import type { Response } from 'express'
import { writeSheet } from '../../infra/sheets/write-sheet.js'
import { paths, withQuery } from '../../paths.js'
import { formatInstant, type Clock } from '../../shared/dates.js'
import { refused } from '../../shared/errors.js'
import { pageOf } from '../../shared/paging.js'
import { may, type Actor } from '../../shared/permissions.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { sendWorkbook } from '../../web/workbook.js'
import type { CourseService } from '../courses/course.service.js'
import { programmeText, skillText } from '../courses/course.view.js'
import { runSearchForm } from '../course-runs/course-run.forms.js'
import { runListPage } from './run-list.view.js'
import { courseRunQueries, type RunRow } from '../course-runs/course-run.queries.js'
import type { RunSearch, RunView } from './run-search.queries.js'

const size = 30
const mostRows = 5000

/** The list of runs and its sheet: both show exactly the rows that the filter lets through. */
export function courseRunListRoutes({
  courses,
  clock,
  auditSink,
}: {
  courses: CourseService
  clock: Clock
  auditSink: AuditSink
}) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.courseRuns.list(), 'course-run.view', 'COURSE_RUNS_VIEWED', async (req, res, actor) => {
    const search = runSearchForm.parse(req.query)
    const page = pageOf(req.query, await courseRunQueries.count(search, actor, clock.today()), size)
    if (page.outOfRange && req.query['page'] !== undefined)
      return res.redirect(
        303,
        withQuery(paths.courseRuns.list(), { ...search, page: page.page === 1 ? undefined : page.page }),
      )
    const rows = await courseRunQueries.page(search, actor, clock.today(), page.skip, size)
    const course = search.course ? await courses.getFor(search.course, actor) : undefined
    const data = {
      rows,
      page,
      search,
      course,
      counts: await countsOf(actor),
      all: req.query['selected'] === 'all' && may(actor, 'course-run.review'),
    }
    res.render('shared/list', runListPage(translate(res), actor, data))
  })

  get(paths.courseRuns.exportSheet(), 'course-run.view', 'COURSE_RUNS_EXPORTED', async (req, res, actor) => {
    const search = runSearchForm.parse(req.query)
    if ((await courseRunQueries.count(search, actor, clock.today())) > mostRows)
      throw refused('courseRuns.too-many-rows', { most: mostRows })
    await sendSheet(res, await courseRunQueries.page(search, actor, clock.today(), 0, mostRows), {
      actor,
      now: clock.now(),
      today: clock.today(),
    })
  })

  return router

  async function countsOf(actor: Actor): Promise<Partial<Record<RunView | 'all', number>>> {
    const views: (RunView | undefined)[] = [
      undefined,
      ...(actor.role === 'auditor' ? [] : (['mine'] as const)),
      'training',
      'ending',
      'returned',
    ]
    const counts = await Promise.all(
      views.map((view) => courseRunQueries.count({ view } satisfies RunSearch, actor, clock.today())),
    )
    return Object.fromEntries(
      views
        .map((view, index) => [view ?? 'all', counts[index]!])
        .filter(([view, count]) => count !== 0 || view === 'all' || view === 'mine'),
    )
  }
}

export interface Taken {
  actor: Actor
  now: Date
  today: string
}

/** The rows as a workbook, with who took the copy and when. */
export async function sendSheet(res: Response, rows: readonly RunRow[], { actor, now, today }: Taken): Promise<void> {
  const t = translate(res)
  const bytes = await writeSheet({
    sheetName: t('courseRuns.title'),
    title: t('courseRuns.sheetTitle', { count: rows.length }),
    watermark: `${actor.name} ${formatInstant(now)}`,
    columns: sheetColumns.map(([key, width, kind]) => ({ header: t(key), width, kind })),
    rows: rows.map((run) => sheetRow(t, run)),
  })
  sendWorkbook(res, `${t('courseRuns.title')}-${today}.xlsx`, bytes)
}

const sheetColumns = [
  ['courseRuns.number', 18, 'text'],
  ['courseRuns.run', 30, 'text'],
  ['courseRuns.institution', 30, 'text'],
  ['courseRuns.county', 12, 'text'],
  ['courses.skill', 28, 'text'],
  ['courses.programme', 28, 'text'],
  ['courseRuns.startsOn', 12, 'day'],
  ['courseRuns.endsOn', 12, 'day'],
  ['courses.theoryHours', 10, 'number'],
  ['courses.practiceHours', 10, 'number'],
  ['courseRuns.capacity', 10, 'number'],
  ['courseRuns.trainees', 10, 'number'],
  ['courseRuns.place', 36, 'text'],
  ['courseRuns.filedOn', 12, 'day'],
  ['courseRuns.closedOn', 12, 'day'],
  ['courseRuns.state', 14, 'text'],
] as const

const sheetRow = (t: Translate, run: RunRow) => [
  run.number,
  run.title,
  run.organisationName,
  regionName(run.region, t.lang),
  skillText(t, run.course),
  programmeText(t, run.course),
  run.startsOn,
  run.endsOn,
  run.course.theoryHours,
  run.course.practiceHours,
  run.capacity,
  run.enrolled,
  run.place,
  run.filedOn,
  run.closedOn,
  t(`courseRuns.state-${run.state}`),
]
