import type { Response } from 'express'
import { paths, withQuery } from '../../paths.js'
import { forbidden, isAppError, refused } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, valuesOf, type Errors, type Values } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { readReturning } from '../../web/returning.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { versionField } from '../courses/course.forms.js'
import { changeForm, reasonForm } from '../course-runs/course-run.forms.js'
import { valuesOfFacts } from '../run-facts/run-facts.view.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { filedFactsOf } from '../course-runs/course-run-record.js'
import { changeDecisionVerdict, mayRequestChange } from '../course-runs/course-run.rules.js'
import type { CourseRunService } from '../course-runs/course-run.service.js'
import { asTyped, typedLessons, type TypedLesson } from '../lessons/lesson.forms.js'
import { judgeLessons } from '../lessons/lesson.routes.js'
import type { RowFault } from '../lessons/lesson.view.js'
import type { RunChangeService } from './run-change.service.js'
import { askPage, changePage } from './run-change.view.js'

interface Needs {
  courseRuns: CourseRunService
  runChanges: RunChangeService
  auditSink: AuditSink
}
const returns = { reasons: [], prefix: '', missing: 'runChanges.refusalMissing' }
const form = changeForm.extend(reasonForm.shape)

/** Changes of filed facts: asked by the institution, decided by an officer. */
export function runChangeRoutes({ courseRuns, runChanges, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.courseRuns.change(), 'course-run.view', 'CHANGE_VIEWED', async (req, res, actor) => {
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    if (run.changeRequest?.requestedById)
      return res.render('course-runs/change', changePage(translate(res), run, mayDo(run, actor)))
    if (!may(actor, 'course-run.edit')) return res.redirect(303, paths.courseRuns.show(String(run._id)))
    if (!mayRequestChange(run.state)) throw refused('courseRuns.wrong-state')
    const facts = filedFactsOf(run)
    await ask(res, run, facts.lessons.map(asTyped), valuesOfFacts(facts))
  })

  post(paths.courseRuns.change(), 'course-run.edit', 'CHANGE_REQUESTED', async (req, res, actor) => {
    const t = translate(res)
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    if (!mayRequestChange(run.state)) throw refused('courseRuns.wrong-state')
    const { act, version } = req.body as { act?: string; version?: string }
    const [typed, values] = [typedLessons(req.body), valuesOf(req.body)]
    if (act === 'more') return ask(res, run, typed, values, {}, [], 9)
    const read = readForm(form, req.body, t)
    const span = read.ok ? read.data : run
    const { lessons, faults } = judgeLessons(typed, span, await courseRuns.checks.minutesPerHour())
    if (!read.ok || faults.length > 0)
      return ask(res.status(422), run, typed, values, read.ok ? {} : read.errors, faults)
    const { reason, ...facts } = read.data
    try {
      await runChanges.request(String(run._id), { ...facts, lessons }, reason, actor, versionField.parse(version))
    } catch (error) {
      if (!isAppError(error, 'refused')) throw error
      const field =
        typeof error.details['field'] === 'string' && error.details['field'] !== 'lessons'
          ? error.details['field']
          : '_'
      return ask(res.status(422), run, typed, values, { [field]: sentence(res, error) })
    }
    redirect(
      req,
      res,
      paths.courseRuns.show(String(run._id)),
      t('runChanges.requested', { title: run.title }),
      t('runChanges.requestedMore'),
    )
  })

  post(paths.courseRuns.decideChange(), 'course-run.review', 'CHANGE_DECIDED', async (req, res, actor) => {
    const t = translate(res)
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    const { act, version } = req.body as { act?: string; version?: string }
    if (act !== 'accept' && act !== 'refuse') throw refused('wrong-state')
    const read = act === 'refuse' ? readReturning(t, req.body, returns) : undefined
    if (read?.ok === false && run.changeRequest?.requestedById)
      return res.status(422).render('course-runs/change', changePage(t, run, mayDo(run, actor), read.returning))
    const note = read?.ok ? read.note : undefined
    await runChanges.decide(String(run._id), act === 'accept', note, actor, versionField.parse(version))
    redirect(
      req,
      res,
      withQuery(paths.courseRuns.list(), { view: 'mine' }),
      t(`runChanges.done-${act}`, { title: run.title }),
    )
  })

  post(paths.courseRuns.takeBackChange(), 'course-run.edit', 'CHANGE_TAKEN_BACK', async (req, res, actor) => {
    const run = await courseRuns.getFor(String(req.params['id']), actor)
    if (run.organisationId !== actor.organisationId) throw forbidden('not-yours')
    await runChanges.takeBack(String(run._id), actor)
    redirect(
      req,
      res,
      paths.courseRuns.show(String(run._id)),
      translate(res)('runChanges.takenBack', { title: run.title }),
    )
  })

  return router

  function mayDo(run: CourseRunRecord, actor: Actor) {
    const decide = changeDecisionVerdict({ ...run, requestedById: run.changeRequest?.requestedById }, actor).ok
    return { decide, takeBack: may(actor, 'course-run.edit') && run.organisationId === actor.organisationId }
  }

  async function ask(
    res: Response,
    run: CourseRunRecord,
    typed: readonly TypedLesson[],
    values: Values,
    errors: Errors = {},
    faults: readonly RowFault[] = [],
    spare?: number,
  ) {
    const data = {
      run,
      bodies: await courseRuns.checks.bodiesFor(run.course, run.endsOn),
      maxTrainees: await courseRuns.checks.maxTrainees(run.course),
      typed,
      faults,
      ...(spare && { spare }),
    }
    res.render('course-runs/ask-change', askPage(translate(res), data, values, errors))
  }
}
