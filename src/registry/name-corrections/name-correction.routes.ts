import type { Request } from 'express'
import { paths } from '../../paths.js'
import { readForm } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { Actor } from '../../shared/permissions.js'
import type { PersonService } from '../people/person.service.js'
import { nameForm } from './name-correction.forms.js'
import type { NameCorrectionService } from './name-correction.service.js'
import { namePage } from './name-correction.view.js'

interface Needs {
  people: PersonService
  nameCorrections: NameCorrectionService
  auditSink: AuditSink
}

export function nameCorrectionRoutes({ people, nameCorrections, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)
  const personFor = (req: Request, actor: Actor) => people.getFor(String(req.params['id']), actor)

  get(paths.people.name(), 'person.correct', 'PERSON_NAME_FORM_VIEWED', async (req, res, actor) =>
    res.render('shared/form', namePage(translate(res), await personFor(req, actor))),
  )

  post(paths.people.name(), 'person.correct', 'PERSON_NAME_CORRECTED', async (req, res, actor) => {
    const t = translate(res)
    const person = await personFor(req, actor)
    const form = readForm(nameForm(person.name), req.body, t)
    if (!form.ok) return res.status(422).render('shared/form', namePage(t, person, form.values, form.errors))
    await nameCorrections.correct(String(person._id), form.data, actor)
    const { name } = form.data
    redirect(req, res, paths.people.show(String(person._id)), t('nameCorrections.done', { from: person.name, name }))
  })
  return router
}
