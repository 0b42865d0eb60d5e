import { paths } from '../../paths.js'
import type { OccupationService } from '../../registry/occupations/occupation.service.js'
import { pageOf } from '../../shared/paging.js'
import { runsOfCourse } from '../run-lists/run-table.view.js'
import { courseRunQueries } from '../course-runs/course-run.queries.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { courseListPage } from './course-list.view.js'
import { courseSearchForm } from './course.forms.js'
import type { CourseRecord } from './course.model.js'
import { courseQueries } from './course.queries.js'
import type { CourseService } from './course.service.js'
import { archivePage, coursePage } from './course.view.js'

interface Needs {
  courses: CourseService
  occupations: OccupationService
  auditSink: AuditSink
}

const size = 30

export function courseRoutes({ courses, occupations, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.courses.list(), 'course.view', 'COURSES_VIEWED', async (req, res, actor) => {
    const search = courseSearchForm.parse(req.query)
    const page = pageOf(req.query, await courseQueries.count(search, actor), size)
    const [all, active, draft, archived] = (await Promise.all(
      [undefined, 'active', 'draft', 'archived'].map((state) => courseQueries.count({ state } as never, actor)),
    )) as [number, number, number, number]
    res.render(
      'shared/list',
      courseListPage(translate(res), actor, await courseQueries.page(search, actor, page.skip, size), page, search, {
        all,
        active,
        draft,
        archived,
      }),
    )
  })

  get(paths.courses.show(), 'course.view', 'COURSE_VIEWED', async (req, res, actor) => {
    const course = await courses.getFor(String(req.params['id']), actor)
    const runs = runsOfCourse(translate(res), await courseRunQueries.ofCourse(String(course._id), actor))
    res.render('courses/show', coursePage(translate(res), course, await occupationOf(course), actor, { runs }))
  })

  post(paths.courses.copy(), 'course.edit', 'COURSE_COPIED', async (req, res, actor) => {
    const id = await courses.copy(String(req.params['id']), actor)
    redirect(
      req,
      res,
      paths.courses.check(id),
      translate(res)('courses.copied', { number: (await courses.get(id)).number }),
    )
  })

  get(paths.courses.archive(), 'course.edit', 'COURSE_ARCHIVE_ASKED', async (req, res, actor) => {
    const course = await courses.getFor(String(req.params['id']), actor)
    res.render('shared/confirm', archivePage(translate(res), course))
  })

  post(paths.courses.archive(), 'course.edit', 'COURSE_ARCHIVED', async (req, res, actor) => {
    const course = await courses.getFor(String(req.params['id']), actor)
    await courses.archive(String(course._id), actor)
    redirect(req, res, paths.courses.list(), translate(res)('courses.archivedNotice', { title: course.title }))
  })

  return router

  async function occupationOf({ occupationId }: Pick<CourseRecord, 'occupationId'>) {
    return occupationId ? occupations.get(occupationId) : undefined
  }
}
