import type { Request } from 'express'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { readForm } from '../../web/form.js'
import { redirect, translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { PersonService } from '../people/person.service.js'
import { editForm } from './person-change.forms.js'
import { personEditPage } from './person-edit.view.js'

export function personEditRoutes({
  people,
  clock,
  auditSink,
}: {
  people: PersonService
  clock: Clock
  auditSink: AuditSink
}) {
  const { router, get, post } = guardedRouter(auditSink)
  const personFor = (req: Request, actor: Actor) => people.getFor(String(req.params['id']), actor)

  get(paths.people.edit(), 'person.edit', 'PERSON_FORM_VIEWED', async (req, res, actor) => {
    res.render('shared/form', personEditPage(translate(res), await personFor(req, actor), clock.today()))
  })

  post(paths.people.edit(), 'person.edit', 'PERSON_EDITED', async (req, res, actor) => {
    const t = translate(res)
    const person = await personFor(req, actor)
    const form = readForm(editForm(clock.today()), req.body, t)
    if (!form.ok)
      return res.status(422).render('shared/form', personEditPage(t, person, clock.today(), form.values, form.errors))
    const changed = await people.edit(String(person._id), form.data, actor)
    redirect(
      req,
      res,
      paths.people.show(String(person._id)),
      t(changed ? 'people.saved' : 'people.unchanged', { name: person.name }),
    )
  })
  return router
}
