import type { PolicyService } from '../../office/policies/policy.service.js'
import type { OrganisationService } from '../../registry/organisations/organisation.service.js'
import type { Clock } from '../../shared/dates.js'
import {
  Apprenticeship,
  type ApprenticeshipRecord,
  type ApprenticeshipState,
} from '../apprenticeships/apprenticeship.model.js'
import { planFindingsOf, type PlanFinding } from './plan-finding.rules.js'

// Terms of up to two years are usual; three are a special case that a reviewer looks at (人社部发〔2018〕66号).
const usualMonths = 24
const alive: ApprenticeshipState[] = [
  'submitted',
  'county-passed',
  'filed',
  'running',
  'mid-checked',
  'awaiting-assessment',
]

/** What a reviewer is told about a plan. */
export function createPlanReviewService({
  clock,
  policies,
  organisations,
}: {
  clock: Clock
  policies: PolicyService
  organisations: OrganisationService
}) {
  return {
    async findings(one: ApprenticeshipRecord): Promise<PlanFinding[]> {
      const book = await policies.book()
      const figure = (key: 'max-apprentices' | 'min-hours' | 'min-central-hours') => {
        const { value, clause } = book(`apprenticeship.${key}`, one.submittedOn ?? clock.today())
        return { value: Number(value), clause }
      }
      const enterprise = await organisations.get(one.enterpriseId)
      const others = await Apprenticeship.find({
        _id: { $ne: String(one._id) },
        enterpriseId: one.enterpriseId,
        state: { $in: alive },
        startsOn: { $lte: one.endsOn },
        endsOn: { $gte: one.startsOn },
      })
        .select('planned')
        .lean<{ planned: number }[]>()
      return planFindingsOf({
        plan: one,
        enterpriseApproved: enterprise.state === 'approved',
        partner: await licence(one.institutionId, one),
        ...(one.assessmentBodyId && { body: await licence(one.assessmentBodyId, one) }),
        plannedElsewhere: others.reduce((sum, { planned }) => sum + planned, 0),
        figures: {
          usualMonths,
          maxApprentices: figure('max-apprentices'),
          minHours: figure('min-hours'),
          minCentralHours: figure('min-central-hours'),
        },
      })
    },
  }

  /** Asked on the first and on the last day (domain.md 12.34). */
  async function licence(id: string, { lineage, level, startsOn, endsOn }: ApprenticeshipRecord) {
    const organisation = await organisations.get(id)
    const verdicts = [startsOn, endsOn].map((on) => organisations.licenceVerdict(organisation, { lineage, level, on }))
    return verdicts.find(({ ok }) => !ok) ?? { ok: true as const }
  }
}
export type PlanReviewService = ReturnType<typeof createPlanReviewService>
