import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { isAppError } from '../../shared/errors.js'
import { readTrainee } from '../../training/roster-files/roster-row.rules.js'
import { traineeErrors, traineeField } from '../../training/trainees/trainee.routes.js'
import { sentence } from '../../web/error-handler.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { seatsTaken, type ApprenticeService } from '../apprentices/apprentice.service.js'
import { entryForm, personForm } from './apprentice-entry.forms.js'
import { addApprenticePage } from './apprentice-entry.view.js'

interface Needs {
  apprentices: ApprenticeService
  clock: Clock
  auditSink: AuditSink
}

/** One person is entered into a class by a form. */
export function apprenticeEntryRoutes({ apprentices, clock, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)

  get(paths.apprentices.add(), 'apprentice.edit', 'APPRENTICE_FORM_VIEWED', async (req, res, actor) => {
    const one = await apprentices.classFor(String(req.params['id']), actor)
    apprentices.assertOpen(one)
    res.render('shared/form', addApprenticePage(translate(res), one, await seatsTaken(String(one._id))))
  })

  post(paths.apprentices.add(), 'apprentice.edit', 'APPRENTICE_ADDED', async (req, res, actor) => {
    const t = translate(res)
    const one = await apprentices.classFor(String(req.params['id']), actor)
    const id = String(one._id)
    const again = async (errors: Errors) =>
      res.status(422).render('shared/form', addApprenticePage(t, one, await seatsTaken(id), valuesOf(req.body), errors))
    const { facts, faults } = readTrainee(personForm.parse(req.body ?? {}), clock.today())
    const entry = readForm(entryForm, req.body, t)
    if (!facts || !entry.ok) return again({ ...traineeErrors(res, faults), ...(!entry.ok && entry.errors) })
    try {
      const outcome = await apprentices.add(id, { facts, ...entry.data }, actor)
      redirect(
        req,
        res,
        req.query['next'] ? paths.apprentices.add(id) : paths.apprentices.ofClass(id),
        t(outcome === 'new' ? 'apprentices.added' : 'apprentices.already', { name: facts.name }),
      )
    } catch (error) {
      if (!isAppError(error) || (error.kind !== 'refused' && error.kind !== 'invalid')) throw error
      await again({ [error.code === 'apprentices.outside-class' ? 'from' : traineeField(error)]: sentence(res, error) })
    }
  })

  return router
}
