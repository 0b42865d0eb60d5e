import type { Request } from 'express'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { readForm } from '../../web/form.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { revealForm } from './person-change.forms.js'
import type { PersonService } from '../people/person.service.js'
import { revealedPage, revealPage } from './person-reveal.view.js'

/** A hidden number is shown once, after its reason is in the audit trail; the answer is never kept by a browser. */
export function personRevealRoutes({
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

  get(paths.people.reveal(), 'person.reveal', 'PERSON_REVEAL_FORM_VIEWED', async (req, res, actor) => {
    const field = req.query['field'] === 'phone' ? 'phone' : req.query['field'] === 'idNumber' ? 'idNumber' : ''
    res.render(
      'person-changes/reveal',
      revealPage(translate(res), await personFor(req, actor), clock.today(), { field }),
    )
  })

  post(paths.people.reveal(), 'person.reveal', 'PERSON_NUMBER_REVEALED', async (req, res, actor) => {
    const t = translate(res)
    const person = await personFor(req, actor)
    const form = readForm(revealForm, req.body, t)
    if (!form.ok)
      return res
        .status(422)
        .render('person-changes/reveal', revealPage(t, person, clock.today(), form.values, form.errors))
    const { field, reason, note } = form.data
    const value = await people.reveal(String(person._id), field, note ? `${reason}: ${note}` : reason, actor)
    res.render('person-changes/reveal', revealedPage(t, person, clock.today(), field, value))
  })
  return router
}
