import type { Request } from 'express'
import { paths } from '../../paths.js'
import type { Actor } from '../../shared/permissions.js'
import { attempt } from '../../web/attempt.js'
import { readForm, valuesOf, type Errors } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { PersonService } from '../people/person.service.js'
import { documentForm } from './document-correction.forms.js'
import type { DocumentCorrectionService } from './document-correction.service.js'
import { documentPage } from './document-correction.view.js'

interface Needs {
  people: PersonService
  documentCorrections: DocumentCorrectionService
  auditSink: AuditSink
}

export function documentCorrectionRoutes({ people, documentCorrections, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)
  const personFor = (req: Request, actor: Actor) => people.getFor(String(req.params['id']), actor)

  get(paths.people.document(), 'person.correct', 'PERSON_DOCUMENT_FORM_VIEWED', async (req, res, actor) =>
    res.render('shared/form', documentPage(translate(res), await personFor(req, actor))),
  )

  post(paths.people.document(), 'person.correct', 'PERSON_DOCUMENT_CORRECTED', async (req, res, actor) => {
    const t = translate(res)
    const person = await personFor(req, actor)
    const again = (errors: Errors) =>
      res.status(422).render('shared/form', documentPage(t, person, valuesOf(req.body), errors))
    const form = readForm(documentForm, req.body, t)
    if (!form.ok) return again(form.errors)
    const id = String(person._id)
    const done = await attempt(res, again, () => documentCorrections.correct(id, form.data, actor))
    if (done.ok) redirect(req, res, paths.people.show(id), t('documentCorrections.done', { name: person.name }))
  })
  return router
}
