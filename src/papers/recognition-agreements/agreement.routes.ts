import type { Request, Response } from 'express'
import { z } from 'zod'
import { paths } from '../../paths.js'
import type { OccupationService } from '../../registry/occupations/occupation.service.js'
import type { Clock } from '../../shared/dates.js'
import { isAppError, notFound } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { versionField } from '../../training/courses/course.forms.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, requiredText, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { headingPage, type OccupationOption } from './agreement-form.view.js'
import { agreementListPage } from './agreement-list.view.js'
import type { NewRows } from '../equivalences/equivalence-rows.js'
import { headingForm, rowsForm } from './agreement.forms.js'
import { agreementQueries } from './agreement.queries.js'
import type { AgreementService } from './agreement.service.js'
import { agreementPage } from './agreement.view.js'

interface Needs {
  agreements: AgreementService
  occupations: OccupationService
  clock: Clock
  auditSink: AuditSink
}
const noteForm = z.object({ note: requiredText('agreements.noteMissing', 500) })
const editionOf = (req: Request): number | undefined => versionField.parse((req.body as { edition?: unknown }).edition)

export function agreementRoutes({ agreements, occupations, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.agreements.list(), 'agreement.view', 'AGREEMENTS_VIEWED', async (_req, res, actor) => {
    res.render('shared/list', agreementListPage(translate(res), await agreementQueries.list(), actor, clock.today()))
  })

  get(paths.agreements.create(), 'agreement.edit', 'AGREEMENT_FORM_VIEWED', (_req, res) =>
    res.render('shared/form', headingPage(translate(res), undefined)),
  )

  post(paths.agreements.create(), 'agreement.edit', 'AGREEMENT_CREATED', async (req, res, actor) => {
    const t = translate(res)
    const form = readForm(headingForm, req.body, t)
    if (!form.ok) return res.status(422).render('shared/form', headingPage(t, undefined, form.values, form.errors))
    const { origin, ...heading } = form.data
    const id = await agreements.create({ ...heading, sample: origin === 'sample' }, actor)
    redirect(req, res, paths.agreements.show(id), t('agreements.saved', { title: heading.title }))
  })

  get(paths.agreements.show(), 'agreement.view', 'AGREEMENT_VIEWED', (req, res, actor) => show(req, res, actor))

  get(paths.agreements.edit(), 'agreement.edit', 'AGREEMENT_FORM_VIEWED', async (req, res) =>
    res.render('shared/form', headingPage(translate(res), await found(req))),
  )

  post(paths.agreements.edit(), 'agreement.edit', 'AGREEMENT_EDITED', async (req, res, actor) => {
    const t = translate(res)
    const agreement = await found(req)
    const form = readForm(headingForm, req.body, t)
    if (!form.ok) return res.status(422).render('shared/form', headingPage(t, agreement, form.values, form.errors))
    const { origin, ...heading } = form.data
    await agreements.editHeading(agreement._id, { ...heading, sample: origin === 'sample' }, actor, editionOf(req))
    redirect(req, res, paths.agreements.show(agreement._id), t('agreements.saved', { title: heading.title }))
  })

  post(paths.agreements.rows(), 'agreement.edit', 'AGREEMENT_ROWS_ADDED', async (req, res, actor) => {
    const t = translate(res)
    const agreement = await found(req)
    const form = readForm(rowsForm, req.body, t)
    if (!form.ok) return show(req, res, actor, form.errors)
    try {
      const count = await agreements.addRows(agreement._id, form.data as NewRows, actor, editionOf(req))
      redirect(req, res, paths.agreements.show(agreement._id), t('agreements.rowsAdded', { count }))
    } catch (error) {
      if (!isAppError(error, 'invalid')) throw error
      return show(req, res, actor, { levels: sentence(res, error) })
    }
  })

  post(paths.agreements.removeRow(), 'agreement.edit', 'AGREEMENT_ROW_REMOVED', async (req, res, actor) => {
    const { _id } = await found(req)
    await agreements.removeRow(_id, String((req.body as { key?: unknown }).key ?? ''), actor, editionOf(req))
    redirect(req, res, paths.agreements.show(_id), translate(res)('agreements.rowRemoved'))
  })

  post(paths.agreements.propose(), 'agreement.edit', 'AGREEMENT_PROPOSED', async (req, res, actor) => {
    const { _id, title } = await found(req)
    await agreements.propose(_id, actor, editionOf(req))
    redirect(req, res, paths.agreements.show(_id), translate(res)('agreements.proposed', { title }))
  })

  post(paths.agreements.publish(), 'agreement.edit', 'AGREEMENT_PUBLISHED', async (req, res, actor) => {
    const { _id, title, version } = await found(req)
    await agreements.publish(_id, actor, editionOf(req))
    redirect(
      req,
      res,
      paths.agreements.show(_id),
      translate(res)('agreements.published', { title, version: version + 1 }),
    )
  })

  post(paths.agreements.giveBack(), 'agreement.edit', 'AGREEMENT_RETURNED', async (req, res, actor) => {
    const t = translate(res)
    const { _id, title } = await found(req)
    const form = readForm(noteForm, req.body, t)
    if (!form.ok) return show(req, res, actor, form.errors)
    await agreements.giveBack(_id, form.data.note, actor, editionOf(req))
    redirect(req, res, paths.agreements.show(_id), t('agreements.returned', { title }))
  })

  post(paths.agreements.revise(), 'agreement.edit', 'AGREEMENT_REVISED', async (req, res, actor) => {
    const { _id, version } = await found(req)
    await agreements.revise(_id, clock.today(), actor)
    redirect(req, res, paths.agreements.show(_id), translate(res)('agreements.revised', { version: version + 1 }))
  })
  return router

  async function found(req: Request) {
    const id = String(req.params['id'])
    const agreement = await agreementQueries.find(id)
    if (!agreement) throw notFound('recognition-agreement', id)
    return agreement
  }

  async function show(req: Request, res: Response, actor: Actor, errors: Errors = {}) {
    const agreement = await found(req)
    const options: OccupationOption[] = (await occupations.list()).map(({ _id, edition, name, nameEn, code }) => ({
      id: String(_id),
      edition,
      name,
      nameEn,
      code,
    }))
    if (Object.keys(errors).length > 0) res.status(422)
    res.render(
      'recognition-agreements/show',
      agreementPage(
        translate(res),
        {
          agreement,
          versions: await agreementQueries.versionsOf(agreement._id),
          occupations: options,
          actor,
          today: clock.today(),
        },
        valuesOf(req.body),
        errors,
      ),
    )
  }
}
