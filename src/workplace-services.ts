import type { Ground } from './ground-services.js'
import type { Training } from './training-services.js'
import type { Told } from './workplace/settlement-lines/settlement-facts.queries.js'
import { createPlanReviewService } from './workplace/apprenticeship-reviews/plan-review.service.js'
import { createPlanService } from './workplace/apprenticeship-plans/plan.service.js'
import { createApprenticeshipService } from './workplace/apprenticeships/apprenticeship.service.js'
import { createApprenticeChangeService } from './workplace/apprentice-changes/apprentice-change.service.js'
import { createCheckService } from './workplace/apprentice-checks/check.service.js'
import { createContractService } from './workplace/apprentice-contracts/contract.service.js'
import { createApprenticeFileService } from './workplace/apprentice-files/apprentice-file.service.js'
import { createApprenticeQueries } from './workplace/apprentices/apprentice.queries.js'
import { createApprenticeService } from './workplace/apprentices/apprentice.service.js'
import { createTeachingService } from './workplace/central-teaching/teaching.service.js'
import { createMentorshipService } from './workplace/mentorships/mentorship.service.js'
import { createWorkplaceLogService } from './workplace/workplace-logs/log.service.js'
import { createSettlementService } from './workplace/settlements/settlement.service.js'

/** The wing of apprenticeships, wired; a part of `createServices`. */
export function createWorkplaceServices(ground: Ground, { courseRuns, enrolments }: Training, told: Told) {
  const { policies } = ground
  const apprenticeshipPlans = createPlanService(ground)
  const apprenticeships = createApprenticeshipService(ground)
  const planReviews = createPlanReviewService(ground)
  const settlements = createSettlementService({ ...ground, apprenticeships, told })

  const apprentices = createApprenticeService(ground)
  const apprenticeQueries = createApprenticeQueries({ policies })
  const apprenticeChanges = createApprenticeChangeService(ground)
  const contracts = createContractService(ground)
  const mentorships = createMentorshipService(ground)
  const apprenticeFiles = createApprenticeFileService({ ...ground, apprentices, contracts, mentorships })
  const workplaceLogs = createWorkplaceLogService(ground)
  const centralTeaching = createTeachingService({ ...ground, courseRuns, enrolments })
  const apprenticeChecks = createCheckService(ground)

  return {
    apprentices,
    apprenticeQueries,
    apprenticeChanges,
    apprenticeFiles,
    contracts,
    mentorships,
    workplaceLogs,
    centralTeaching,
    apprenticeChecks,
    apprenticeshipPlans,
    apprenticeships,
    planReviews,
    settlements,
  }
}
