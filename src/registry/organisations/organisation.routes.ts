import type { Response } from 'express'
import { z } from 'zod'
import { paths } from '../../paths.js'
import type { Clock } from '../../shared/dates.js'
import { pageOf } from '../../shared/paging.js'
import { scopeOf } from '../../shared/permissions.js'
import { threeCounties } from '../../shared/regions.js'
import { translate } from '../../web/locals.js'
import { guardedRouter, type AuditSink } from '../../web/route.js'
import type { OccupationService } from '../occupations/occupation.service.js'
import { organisationListPage } from './organisation-list.view.js'
import { capabilities, organisationStates } from './organisation.model.js'
import { organisationQueries, type OrganisationRow } from './organisation.queries.js'
import type { OrganisationService } from './organisation.service.js'
import { organisationPage } from './organisation.view.js'
import type { Reading } from './organisation-facts.view.js'

export interface OrganisationRouteNeeds {
  organisations: OrganisationService
  occupations: OccupationService
  clock: Clock
  auditSink: AuditSink
}

const choice = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values).optional().catch(undefined)
const listQuery = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  region: choice(threeCounties),
  capability: choice(capabilities),
  state: choice(organisationStates),
  view: choice(['waiting', 'expiring']),
})
const size = 20

/** Levels, dates and names of occupations as a reader of this request needs them. */
export const readingOf = async (
  res: Response,
  { occupations, clock }: Pick<OrganisationRouteNeeds, 'occupations' | 'clock'>,
): Promise<Reading> => ({ t: translate(res), today: clock.today(), lineages: await occupations.lineages() })

export function organisationRoutes(needs: OrganisationRouteNeeds) {
  const { organisations, clock } = needs
  const { router, get } = guardedRouter(needs.auditSink)

  get(paths.organisations.own(), 'organisation.register', 'ORGANISATION_VIEWED', (_req, res, actor) => {
    res.redirect(
      303,
      actor.organisationId
        ? paths.organisations.show(actor.organisationId)
        : actor.role === 'administrator'
          ? paths.organisations.list()
          : paths.organisations.create(),
    )
  })

  get(paths.organisations.list(), 'organisation.view', 'ORGANISATIONS_VIEWED', async (req, res, actor) => {
    const scope = scopeOf(actor)
    if (scope.organisationId) return res.redirect(303, paths.organisations.own())
    const query = listQuery.parse(req.query)
    const search = { ...query, view: query.view ?? 'all', today: clock.today() } as const
    const [found, views] = await Promise.all([
      organisationQueries.count(search, scope),
      organisationQueries.views(scope, search.today),
    ])
    const page = pageOf(req.query, found, size)
    const rows = await organisationQueries.list(search, scope, page.skip, size)
    res.render(
      'shared/list',
      organisationListPage(await readingOf(res, needs), rows, page, query, { views, found }, actor),
    )
  })

  get(paths.organisations.show(), 'organisation.view', 'ORGANISATION_VIEWED', async (req, res, actor) => {
    res.render(
      'organisations/show',
      organisationPage(
        await readingOf(res, needs),
        (await organisations.getFor(String(req.params['id']), actor)) as OrganisationRow,
        actor,
      ),
    )
  })

  return router
}
