import type { Response } from 'express'
import type { PolicyService } from '../../office/policies/policy.service.js'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { notFound } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import type { Link } from '../../web/link-models.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import { apprenticeshipsOfPerson } from '../apprentices/apprentice.queries.js'
import type { ApprenticeService } from '../apprentices/apprentice.service.js'
import { stationsOf } from './chain.rules.js'
import { chainPage } from './chain.view.js'

interface Needs {
  apprentices: ApprenticeService
  policies: PolicyService
  clock: Clock
  auditSink: AuditSink
}

/** A person's way through classes and enterprises on one page. */
export function apprenticeChainRoutes({ apprentices, policies, clock, auditSink }: Needs) {
  const { router, get } = guardedRouter(auditSink)

  get(paths.apprentices.chain(), 'apprentice.view', 'APPRENTICE_CHAIN_VIEWED', async (req, res, actor) => {
    const t = translate(res)
    const { _id, personId, personName } = await apprentices.getFor(String(req.params['id']), actor)
    await show(res, actor, personId, [
      { text: t('apprentices.title'), href: paths.apprentices.list() },
      { text: personName, href: paths.apprentices.show(String(_id)) },
      { text: t('apprenticeChains.link'), href: '' },
    ])
  })

  get(paths.me.apprenticeshipChain(), 'apprentice.own', 'OWN_APPRENTICESHIP_CHAIN_VIEWED', (_req, res, actor) => {
    const t = translate(res)
    return show(res, actor, actor.personId ?? '', [
      { text: t('own.title'), href: paths.me.home() },
      { text: t('ownApprenticeships.title'), href: paths.me.apprenticeship() },
      { text: t('apprenticeChains.link'), href: '' },
    ])
  })
  return router

  async function show(res: Response, actor: Actor, personId: string, crumbs: Link[]): Promise<void> {
    const today = clock.today()
    const way = await apprenticeshipsOfPerson(personId)
    const [newest] = way
    if (!newest) throw notFound('apprentice', personId)
    const { value: midTermPercent } = await policies.figure<number>('apprentice.mid-term-percent', today)
    const stations = stationsOf(
      way.map(({ apprentice }) => ({ ...apprentice, id: apprentice._id })),
      { today, midTermPercent },
    )
    const person = newest.apprentice
    res.render('shared/blocks', chainPage(translate(res), { person, way, stations, actor, crumbs }))
  }
}
