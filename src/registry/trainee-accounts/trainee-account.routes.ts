import type { Request } from 'express'
import { paths } from '../../paths.js'
import { refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { PersonService } from '../people/person.service.js'
import { crumbsOf } from '../people/person.view.js'
import type { TraineeAccountService } from './trainee-account.service.js'
import { slipsPage, traineeAccountPage } from './trainee-account.view.js'

interface Needs {
  people: PersonService
  traineeAccounts: TraineeAccountService
  auditSink: AuditSink
}

export function traineeAccountRoutes({ people, traineeAccounts, auditSink }: Needs) {
  const { router, get, post } = guardedRouter(auditSink)
  const personFor = (req: Request, actor: Actor) => people.getFor(String(req.params['id']), actor)

  get(paths.people.account(), 'person.edit', 'TRAINEE_ACCOUNT_VIEWED', async (req, res, actor) => {
    const person = await personFor(req, actor)
    const state = (await traineeAccounts.statesOf([person._id])).get(person._id)!
    const username = await traineeAccounts.usernameOf(person._id)
    res.render('shared/blocks', traineeAccountPage(translate(res), person, { state, username }))
  })

  post(paths.people.account(), 'person.edit', 'TRAINEE_ACCOUNT_OPENED', async (req, res, actor) => {
    const t = translate(res)
    const person = await personFor(req, actor)
    const slips = await traineeAccounts.issue([person._id], actor)
    if (slips.length === 0) throw refused('traineeAccounts.used')
    const crumbs = crumbsOf(t, person, { text: t('traineeAccounts.account'), href: '' })
    const back = { text: t('people.back'), href: paths.people.show(person._id) }
    res.render('shared/blocks', slipsPage(t, slips, { crumbs, back }))
  })
  return router
}
