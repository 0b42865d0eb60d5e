import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import type { OccupationService } from '../../registry/occupations/occupation.service.js'
import { forbidden, isAppError, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { versionField } from '../../training/courses/course.forms.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, valuesOf, type Errors, type Values } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { isEditable } from '../apprenticeships/apprenticeship.rules.js'
import type { ApprenticeshipService } from '../apprenticeships/apprenticeship.service.js'
import { planForm } from './plan.forms.js'
import { planOf } from './plan-readiness.queries.js'
import type { PlanService } from './plan.service.js'
import { planFormPage, valuesOfPlan } from './plan-form.view.js'
import { planCheckPage, planErrors } from './plan.view.js'

interface Needs {
  apprenticeships: ApprenticeshipService
  apprenticeshipPlans: PlanService
  occupations: OccupationService
  auditSink: AuditSink
}

/** How an enterprise fills in a plan: the form, the check, the submission. */
export function planRoutes({ apprenticeships, apprenticeshipPlans, occupations, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.apprenticeships.create(), 'apprenticeship.edit', 'APPRENTICESHIP_FORM_VIEWED', async (_req, res, actor) => {
    if (!actor.organisationId) throw refused('courses.no-organisation')
    res.render('courses/step', await formPage(res, undefined))
  })

  post(paths.apprenticeships.create(), 'apprenticeship.edit', 'APPRENTICESHIP_CREATED', async (req, res, actor) => {
    const form = readForm(planForm, req.body, translate(res))
    if (!form.ok)
      return res.status(422).render('courses/step', await formPage(res, undefined, form.values, form.errors))
    const id = await apprenticeshipPlans.create(form.data, actor)
    await goOn(req, res, await apprenticeships.get(id))
  })

  get(paths.apprenticeships.edit(), 'apprenticeship.edit', 'APPRENTICESHIP_FORM_VIEWED', async (req, res, actor) => {
    const one = await draft(req, actor)
    res.render('courses/step', await formPage(res, one, valuesOfPlan(one)))
  })

  post(paths.apprenticeships.edit(), 'apprenticeship.edit', 'APPRENTICESHIP_EDITED', async (req, res, actor) => {
    const one = await draft(req, actor)
    const form = readForm(planForm, req.body, translate(res))
    if (!form.ok) return res.status(422).render('courses/step', await formPage(res, one, form.values, form.errors))
    await apprenticeshipPlans.save(
      String(one._id),
      form.data,
      actor,
      versionField.parse((req.body as { version?: unknown }).version),
    )
    await goOn(req, res, await apprenticeships.get(String(one._id)))
  })

  get(paths.apprenticeships.check(), 'apprenticeship.edit', 'APPRENTICESHIP_CHECKED', async (req, res, actor) => {
    const one = await draft(req, actor)
    res.render('courses/check', planCheckPage(translate(res), one, await errorsOf(res, one)))
  })

  post(paths.apprenticeships.submit(), 'apprenticeship.edit', 'APPRENTICESHIP_SUBMITTED', async (req, res, actor) => {
    const t = translate(res)
    const one = await draft(req, actor)
    const { declaration, version } = req.body as { declaration?: unknown; version?: unknown }
    const errors = {
      ...(await errorsOf(res, one)),
      ...(declaration ? {} : { declaration: t('apprenticeshipPlans.declarationMissing') }),
    }
    if (Object.keys(errors).length > 0) return res.status(422).render('courses/check', planCheckPage(t, one, errors))
    try {
      await apprenticeshipPlans.submit(String(one._id), actor, versionField.parse(version))
    } catch (error) {
      if (!isAppError(error, 'refused')) throw error
      return res.status(422).render('courses/check', planCheckPage(t, one, { _: sentence(res, error) }))
    }
    redirect(
      req,
      res,
      paths.apprenticeships.show(String(one._id)),
      t('apprenticeships.done-submit', { title: one.title }),
    )
  })

  return router

  async function draft(req: Request, actor: Actor): Promise<ApprenticeshipRecord> {
    const one = await apprenticeships.getFor(String(req.params['id']), actor)
    if (one.enterpriseId !== actor.organisationId) throw forbidden('not-yours')
    if (!isEditable(one.state)) throw refused('apprenticeships.frozen')
    return one
  }

  async function formPage(
    res: Response,
    one: ApprenticeshipRecord | undefined,
    values: Values = {},
    errors: Errors = {},
  ) {
    const [partners, bodies, figures] = [
      await apprenticeshipPlans.partners(),
      await apprenticeshipPlans.bodies(),
      await apprenticeshipPlans.figures(),
    ]
    return planFormPage(
      translate(res),
      { occupations: await occupations.current(), partners, bodies, figures },
      one,
      values,
      errors,
    )
  }

  async function errorsOf(res: Response, one: ApprenticeshipRecord): Promise<Errors> {
    return planErrors(
      translate(res),
      await apprenticeshipPlans.faults(planOf(one)),
      await apprenticeshipPlans.figures(),
    )
  }

  /** The draft is saved; what is wrong with it is said at once, else the check opens. */
  async function goOn(req: Request, res: Response, one: ApprenticeshipRecord) {
    const errors = await errorsOf(res, one)
    if (Object.keys(errors).length > 0)
      return res.status(422).render('courses/step', await formPage(res, one, valuesOf(req.body), errors))
    redirect(req, res, paths.apprenticeships.check(String(one._id)))
  }
}
