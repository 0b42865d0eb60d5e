import type { Request, Response } from 'express'
import { paths } from '../../paths.js'
import { isAppError } from '../../shared/errors.js'
import { may, type Actor } from '../../shared/permissions.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { recognitionQueries } from '../recognitions/recognition.queries.js'
import type { RecognitionService } from '../recognitions/recognition.service.js'
import { relianceForm } from './reliance.forms.js'
import { relianceListPage } from './reliance.view.js'

/** What an employer relies on, so that it hears when the source ends. */
export function relianceRoutes({
  recognitions,
  auditSink,
}: {
  recognitions: RecognitionService
  auditSink: AuditSink
}) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.reliances.list(), 'recognition.rely', 'RELIANCES_VIEWED', (req, res, actor) =>
    showReliances(req, res, actor),
  )

  post(paths.reliances.list(), 'recognition.rely', 'RELIANCE_REGISTERED', async (req, res, actor) => {
    const t = translate(res)
    const form = readForm(relianceForm, req.body, t)
    if (!form.ok) return showReliances(req, res, actor, form.errors)
    try {
      await recognitions.rely(form.data, actor)
      redirect(req, res, paths.reliances.list(), t('recognitions.relied', { number: form.data.number }))
    } catch (error) {
      if (!isAppError(error, 'refused')) throw error
      return showReliances(req, res, actor, { number: sentence(res, error) })
    }
  })
  return router

  async function showReliances(req: Request, res: Response, actor: Actor, errors: Errors = {}) {
    if (Object.keys(errors).length > 0) res.status(422)
    res.render(
      'recognitions/reliances',
      relianceListPage(
        translate(res),
        await recognitionQueries.reliancesOf(actor.organisationId ?? 'none'),
        may(actor, 'recognition.view'),
        valuesOf(req.body),
        errors,
      ),
    )
  }
}
