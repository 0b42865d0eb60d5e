import type { Request, Response } from 'express'
import type { PolicyService } from '../../office/policies/policy.service.js'
import { paths } from '../../paths.js'
import type { OccupationService } from '../../registry/occupations/occupation.service.js'
import { timeOf, type Clock } from '../../shared/dates.js'
import { isAppError } from '../../shared/errors.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, valuesOf, type Errors, type Values } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { courseCheckPage, courseStepPage, editHref, valuesOfCourse, type CourseStep } from './course-form.view.js'
import { howForm, versionField, whatForm } from '../courses/course.forms.js'
import type { CourseRecord } from '../courses/course.model.js'
import { factsOf, type CourseFacts, type FieldFault } from '../courses/course.rules.js'
import type { CourseService } from '../courses/course.service.js'

interface Needs {
  courses: CourseService
  occupations: OccupationService
  policies: PolicyService
  clock: Clock
  auditSink: AuditSink
}

const blank = { theoryHours: 0, practiceHours: 0, funding: 'subsidised', feeFen: 0, delivery: 'classroom' } as const

const stepFields: Record<CourseStep, readonly string[]> = {
  what: Object.keys(whatForm.shape),
  how: Object.keys(howForm.shape),
}

const stepOf = (req: Request): CourseStep => (req.query['step'] === 'how' ? 'how' : 'what')

/** Registering a course in two steps and a check; an active course is edited on the same pages. */
export function courseFormRoutes({ courses, occupations, policies, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.courses.create(), 'course.edit', 'COURSE_FORM_VIEWED', async (_req, res) =>
    res.render('courses/step', await stepPage(res, 'what', undefined)),
  )

  post(paths.courses.create(), 'course.edit', 'COURSE_CREATED', async (req, res, actor) => {
    const form = readForm(whatForm, req.body, translate(res))
    if (!form.ok)
      return res.status(422).render('courses/step', await stepPage(res, 'what', undefined, form.values, form.errors))
    const byLevel = form.data.occupationId !== undefined && form.data.level !== undefined
    const facts: CourseFacts = { ...blank, ...form.data, certificateFamily: byLevel ? 'level' : 'completion' }
    const id = await courses.create(facts, actor)
    await goOn(req, res, 'what', await courses.get(id), valuesOf(req.body))
  })

  get(paths.courses.edit(), 'course.edit', 'COURSE_FORM_VIEWED', async (req, res, actor) => {
    const course = await courses.getFor(String(req.params['id']), actor)
    res.render('courses/step', await stepPage(res, stepOf(req), course, valuesOfCourse(course)))
  })

  post(paths.courses.edit(), 'course.edit', 'COURSE_EDITED', async (req, res, actor) => {
    const step = stepOf(req)
    const course = await courses.getFor(String(req.params['id']), actor)
    const form =
      step === 'what' ? readForm(whatForm, req.body, translate(res)) : readForm(howForm, req.body, translate(res))
    if (!form.ok)
      return res.status(422).render('courses/step', await stepPage(res, step, course, form.values, form.errors))
    const kept = Object.fromEntries(Object.entries(factsOf(course)).filter(([key]) => !stepFields[step].includes(key)))
    const facts = { ...kept, ...form.data } as CourseFacts
    try {
      await courses.edit(
        String(course._id),
        facts,
        actor,
        versionField.parse((req.body as { version?: unknown }).version),
      )
    } catch (error) {
      if (!isAppError(error, 'refused') || typeof error.details['field'] !== 'string') throw error
      return res
        .status(422)
        .render('courses/step', await stepPage(res, step, course, valuesOf(req.body), await errorsOf(res, facts)))
    }
    await goOn(req, res, step, await courses.get(String(course._id)), valuesOf(req.body))
  })

  get(paths.courses.check(), 'course.edit', 'COURSE_CHECKED', async (req, res, actor) => {
    const course = await courses.getFor(String(req.params['id']), actor)
    if (course.state !== 'draft') return res.redirect(303, paths.courses.show(String(course._id)))
    res.render(
      'courses/check',
      courseCheckPage(translate(res), course, await occupationOf(course), await errorsOf(res, factsOf(course))),
    )
  })

  post(paths.courses.submit(), 'course.edit', 'COURSE_REGISTERED', async (req, res, actor) => {
    const t = translate(res)
    const course = await courses.getFor(String(req.params['id']), actor)
    try {
      await courses.submit(String(course._id), actor, versionField.parse((req.body as { version?: unknown }).version))
    } catch (error) {
      if (!isAppError(error, 'refused') || error.code === 'courses.not-a-draft') throw error
      const known = await errorsOf(res, factsOf(course))
      const errors = Object.keys(known).length > 0 ? known : { _: sentence(res, error) }
      return res.status(422).render('courses/check', courseCheckPage(t, course, await occupationOf(course), errors))
    }
    redirect(
      req,
      res,
      paths.courses.show(String(course._id)),
      t('courses.registered', { title: course.title, number: course.number }),
      t('courses.registeredMore'),
    )
  })

  return router

  async function stepPage(
    res: Response,
    step: CourseStep,
    course: CourseRecord | undefined,
    values: Values = {},
    errors: Errors = {},
    savedAt?: string,
  ) {
    const minHours = (await policies.figure<number>('course.min-hours', clock.today())).value
    return courseStepPage(
      translate(res),
      step,
      { course, occupations: await occupations.current(), minHours, savedAt },
      values,
      errors,
    )
  }

  /** The draft is saved; what is wrong on this step is said at once, else the next step opens. */
  async function goOn(req: Request, res: Response, step: CourseStep, course: CourseRecord, values: Values) {
    const errors = Object.fromEntries(
      Object.entries(await errorsOf(res, factsOf(course))).filter(([field]) => stepFields[step].includes(field)),
    )
    if (Object.keys(errors).length > 0)
      return res
        .status(422)
        .render('courses/step', await stepPage(res, step, course, values, errors, timeOf(clock.now())))
    const id = String(course._id)
    if (course.state === 'active')
      return redirect(req, res, paths.courses.show(id), translate(res)('courses.saved', { title: course.title }))
    redirect(req, res, step === 'what' ? editHref(id, 'how') : paths.courses.check(id))
  }

  async function errorsOf(res: Response, facts: CourseFacts): Promise<Record<string, string>> {
    const t = translate(res)
    const faults = await courses.faults(facts)
    const occupation = await occupationOf(facts)
    const minHours = (await policies.figure<number>('course.min-hours', clock.today())).value
    const params = {
      hours: minHours,
      levels: (occupation?.levels ?? [])
        .map((level) => levelPrinted(level as Level, t.lang))
        .join(t.lang === 'en' ? ', ' : '、'),
      types: (occupation?.workTypes ?? []).join('、'),
    }
    return Object.fromEntries(faults.map(({ field, reason }: FieldFault) => [field, t(`courses.${reason}`, params)]))
  }

  async function occupationOf({ occupationId }: Pick<CourseRecord, 'occupationId'>) {
    return occupationId ? occupations.get(occupationId) : undefined
  }
}
