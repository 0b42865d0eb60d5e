import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import { timeOf, type Clock } from '../../shared/dates.js'
import { forbidden, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { attempt } from '../../web/attempt.js'
import { readForm, valuesOf, type Errors, type Values } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { versionField } from '../courses/course.forms.js'
import type { CourseRecord } from '../courses/course.model.js'
import { courseQueries } from '../courses/course.queries.js'
import type { CourseService } from '../courses/course.service.js'
import type { RunReviewService } from '../run-reviews/run-review.service.js'
import { findingChecks } from '../run-reviews/finding.view.js'
import { factsForm } from '../course-runs/course-run.forms.js'
import { checkPage, factsPage } from './run-draft.view.js'
import { chooseCoursePage } from './run-steps.view.js'
import { valuesOfFacts } from '../run-facts/run-facts.view.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { courseRunQueries } from '../course-runs/course-run.queries.js'
import { isEditable } from '../course-runs/course-run.rules.js'
import type { CourseRunService } from '../course-runs/course-run.service.js'
import { filedFactsOf } from '../course-runs/course-run-record.js'
import { candidateOf } from '../run-facts/run-checks.js'

interface Needs {
  courses: CourseService
  courseRuns: CourseRunService
  runReviews: RunReviewService
  clock: Clock
  auditSink: AuditSink
}
const factNames = new Set(['startsOn', 'endsOn', 'capacity', 'teachers', 'assessmentBodyId'])
/** The form's own fields and no others are kept with the record. */
const factsTyped = (values: Values): Values =>
  Object.fromEntries(
    Object.keys(factsForm.shape).flatMap((name) =>
      typeof values[name] === 'string' ? [[name, values[name].slice(0, 5000)]] : [],
    ),
  )

/** How an institution fills in a run: facts, timetable (lessons room), check, submit. */
export function courseRunDraftRoutes({ courses, courseRuns, runReviews, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)
  const { checks } = courseRuns

  get(paths.courseRuns.create(), 'course-run.edit', 'COURSE_RUN_FORM_VIEWED', async (req, res, actor) => {
    if (!actor.organisationId) throw refused('courses.no-organisation')
    if (typeof req.query['course'] !== 'string')
      return res.render('course-runs/form', chooseCoursePage(translate(res), await courseQueries.active(actor)))
    const course = await activeCourse(req, actor)
    const last = await courseRunQueries.lastOf(String(course._id))
    const { place, capacity, teachers, assessmentBodyId } = last ? filedFactsOf(last) : {}
    res.render(
      'course-runs/form',
      await newPage(
        res,
        course,
        valuesOfFacts({ place, capacity, teachers, assessmentBodyId, region: last?.region ?? course.region }),
      ),
    )
  })

  post(paths.courseRuns.create(), 'course-run.edit', 'COURSE_RUN_CREATED', async (req, res, actor) => {
    const course = await activeCourse(req, actor)
    const form = readForm(factsForm, req.body, translate(res))
    if (!form.ok)
      return res.status(422).render('course-runs/form', await newPage(res, course, form.values, form.errors))
    const id = await courseRuns.create(String(course._id), form.data, actor)
    await goOn(req, res, await courseRuns.get(id))
  })

  get(paths.courseRuns.edit(), 'course-run.edit', 'COURSE_RUN_FORM_VIEWED', async (req, res, actor) => {
    const run = await draft(req, actor)
    const typed = (run.typed as { facts?: Values } | undefined)?.facts
    res.render(
      'course-runs/form',
      await editPage(res, run, typed ?? valuesOfFacts({ ...filedFactsOf(run), region: run.region })),
    )
  })

  post(paths.courseRuns.edit(), 'course-run.edit', 'COURSE_RUN_EDITED', async (req, res, actor) => {
    const run = await draft(req, actor)
    const id = String(run._id)
    const form = readForm(factsForm, req.body, translate(res))
    if (!form.ok) {
      await courseRuns.keepTyped(id, 'facts', factsTyped(form.values), actor)
      return res
        .status(422)
        .render(
          'course-runs/form',
          await editPage(res, await courseRuns.get(id), form.values, form.errors, timeOf(clock.now())),
        )
    }
    await courseRuns.saveFacts(id, form.data, actor, versionField.parse((req.body as { version?: unknown }).version))
    await goOn(req, res, await courseRuns.get(id))
  })

  get(paths.courseRuns.check(), 'course-run.edit', 'COURSE_RUN_CHECKED', async (req, res, actor) => {
    const run = await draft(req, actor)
    res.render('courses/check', await checked(res, run, actor, await errorsOf(res, run)))
  })

  post(paths.courseRuns.submit(), 'course-run.submit', 'COURSE_RUN_SUBMITTED', async (req, res, actor) => {
    const t = translate(res)
    const run = await draft(req, actor)
    const { declaration, version } = req.body as { declaration?: unknown; version?: unknown }
    const errors = {
      ...(await errorsOf(res, run)),
      ...(declaration ? {} : { declaration: t('courseRuns.declarationMissing') }),
    }
    const again = async (faults: Errors) =>
      res.status(422).render('courses/check', await checked(res, run, actor, faults))
    if (Object.keys(errors).length > 0) return again(errors)
    const done = await attempt(res, again, () => courseRuns.submit(String(run._id), actor, versionField.parse(version)))
    if (!done.ok) return
    redirect(
      req,
      res,
      paths.courseRuns.show(String(run._id)),
      t('courseRuns.submitted', { title: run.title }),
      t('courseRuns.submittedMore', { number: run.number }),
    )
  })

  return router

  async function activeCourse(req: Request, actor: Actor): Promise<CourseRecord> {
    const course = await courses.getFor(String(req.query['course'] ?? ''), actor)
    if (course.state !== 'active') throw refused('courseRuns.course-not-active', { title: course.title })
    return course
  }

  async function draft(req: Request, actor: Actor): Promise<CourseRunRecord> {
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    if (run.organisationId !== actor.organisationId) throw forbidden('not-yours')
    if (!isEditable(run.state)) throw refused('courseRuns.frozen')
    return run
  }

  async function newPage(res: Response, course: CourseRecord, values: Values, errors: Errors = {}) {
    return factsPage(
      translate(res),
      { course, bodies: await checks.bodiesFor(course, clock.today()), maxTrainees: await checks.maxTrainees(course) },
      values,
      errors,
    )
  }

  async function editPage(res: Response, run: CourseRunRecord, values: Values, errors: Errors = {}, savedAt?: string) {
    return factsPage(
      translate(res),
      {
        course: { ...run.course, _id: run.courseId },
        run,
        bodies: await checks.bodiesFor(run.course, run.endsOn),
        maxTrainees: await checks.maxTrainees(run.course),
        savedAt,
      },
      values,
      errors,
    )
  }

  /** The draft is saved; what is wrong on this step is said at once, else the next step opens. */
  async function goOn(req: Request, res: Response, run: CourseRunRecord) {
    const errors = Object.fromEntries(
      Object.entries(await errorsOf(res, run)).filter(([field]) => factNames.has(field)),
    )
    const values = Object.keys(errors).length > 0 ? valuesOf(req.body) : {}
    if (Object.keys(errors).length > 0)
      return res.status(422).render('course-runs/form', await editPage(res, run, values, errors, timeOf(clock.now())))
    redirect(
      req,
      res,
      (run.lessons ?? []).length > 0 && run.state === 'returned'
        ? paths.courseRuns.check(String(run._id))
        : paths.courseRuns.lessons(String(run._id)),
    )
  }

  async function errorsOf(res: Response, run: CourseRunRecord): Promise<Record<string, string>> {
    const t = translate(res)
    const [faults, max] = [await checks.faults(candidateOf(run)), await checks.maxTrainees(run.course)]
    return Object.fromEntries(
      faults.map(({ field, reason }) => [
        field,
        t(`courseRuns.${reason}`, { count: reason === 'fewer-than-enrolled' ? run.enrolled : max }),
      ]),
    )
  }

  async function checked(res: Response, run: CourseRunRecord, actor: Actor, errors: Errors) {
    const t = translate(res)
    return checkPage(t, run, findingChecks(t, await runReviews.findings(run, actor)), errors)
  }
}
