import { Router } from 'express'
import { awardRoutes } from './competitions/awards/award.routes.js'
import { awardTableFormRoutes } from './competitions/award-table-forms/table-form.routes.js'
import { awardTableRoutes } from './competitions/award-tables/award-table.routes.js'
import { assignmentRoutes } from './competitions/assignments/assignment.routes.js'
import { calendarRoutes } from './competitions/calendar/calendar.routes.js'
import { competitionRoutes } from './competitions/competitions/competition.routes.js'
import { correctionRoutes } from './competitions/corrections/correction.routes.js'
import { judgingRoutes } from './competitions/judging/judging.routes.js'
import { keyingRoutes } from './competitions/keying/keying.routes.js'
import { publicResults } from './competitions/public-results/public-results.js'
import { resultRoutes } from './competitions/results/result.routes.js'
import { appealRoutes } from './competitions/appeals/appeal.routes.js'
import { lockRoutes } from './competitions/locks/lock.routes.js'
import { openCompetitionRoutes } from './competitions/calendar/open-competition.routes.js'
import { drawRoutes } from './competitions/draws/draw.routes.js'
import { entryDecisionRoutes } from './competitions/entry-decisions/decision.routes.js'
import { entryRoutes } from './competitions/entries/entry.routes.js'
import { entryFileRoutes } from './competitions/entry-files/entry-file.routes.js'
import { eventRoutes } from './competitions/events/event.routes.js'
import { schemeRoutes } from './competitions/marking-schemes/scheme.routes.js'
import type { RouteNeeds } from './routes.js'
import type { AuditSink } from './web/route.js'

/** The rooms of competitions; a part of `createRoutes`. */
export function createCompetitionRoutes(
  { services, infra }: Pick<RouteNeeds, 'services' | 'infra'>,
  auditSink: AuditSink,
): Router {
  const needs = { ...infra, ...services, auditSink }
  const router = Router()
  router.use(
    calendarRoutes(needs),
    competitionRoutes(needs),
    eventRoutes(needs),
    schemeRoutes(needs),
    assignmentRoutes(needs),
    drawRoutes(needs),
    entryRoutes(needs),
    entryDecisionRoutes(needs),
    entryFileRoutes(needs),
  )
  router.use(openCompetitionRoutes({ ...needs, publicResults }))
  router.use(
    judgingRoutes(needs),
    keyingRoutes(needs),
    lockRoutes(needs),
    resultRoutes(needs),
    appealRoutes(needs),
    correctionRoutes(needs),
    awardRoutes(needs),
    awardTableFormRoutes(needs),
    awardTableRoutes(needs),
  )
  return router
}
