import type { LicenceVerdict } from '../../registry/organisations/organisation.rules.js'
import { addDays, addMonths, type Day } from '../../shared/dates.js'
import { hoursForTerm } from '../apprenticeship-plans/plan.rules.js'

export const planFindingKeys = ['enterprise', 'partner', 'body', 'term', 'size', 'hours', 'central', 'others'] as const
/** What the system found: `ok` or worth a look, never a decision. The clause is the figure's own. */
export interface PlanFinding {
  key: (typeof planFindingKeys)[number]
  ok: boolean
  params: Record<string, string | number>
  clause?: string
}

interface Dated {
  value: number
  clause: string
}
export interface PlanFindingFacts {
  plan: { startsOn: Day; endsOn: Day; planned: number; totalHours: number; centralHours: number }
  enterpriseApproved: boolean
  partner: LicenceVerdict
  /** none for classes without a level assessment */
  body?: LicenceVerdict
  /** apprentices that the enterprise plans in other classes at the same time */
  plannedElsewhere: number
  figures: { usualMonths: number; maxApprentices: Dated; minHours: Dated; minCentralHours: Dated }
}

/** Everything that a reviewer would check by hand, in the order of the plan. */
export function planFindingsOf({
  plan,
  enterpriseApproved,
  partner,
  body,
  plannedElsewhere,
  figures,
}: PlanFindingFacts): PlanFinding[] {
  const verdict = (key: 'partner' | 'body', found: LicenceVerdict): PlanFinding => ({
    key,
    ok: found.ok,
    params: { reason: found.ok ? 'ok' : found.reason },
  })
  const [least, leastCentral] = [
    hoursForTerm(figures.minHours.value, plan),
    hoursForTerm(figures.minCentralHours.value, plan),
  ]
  return [
    { key: 'enterprise', ok: enterpriseApproved, params: {} },
    verdict('partner', partner),
    ...(body ? [verdict('body', body)] : []),
    {
      key: 'term',
      ok: plan.endsOn <= addDays(addMonths(plan.startsOn, figures.usualMonths), -1),
      params: { months: figures.usualMonths },
    },
    {
      key: 'size',
      ok: plan.planned <= figures.maxApprentices.value,
      params: { planned: plan.planned, max: figures.maxApprentices.value },
      clause: figures.maxApprentices.clause,
    },
    {
      key: 'hours',
      ok: plan.totalHours >= least,
      params: { hours: plan.totalHours, least },
      clause: figures.minHours.clause,
    },
    {
      key: 'central',
      ok: plan.centralHours >= leastCentral,
      params: { hours: plan.centralHours, least: leastCentral },
      clause: figures.minCentralHours.clause,
    },
    { key: 'others', ok: plannedElsewhere === 0, params: { count: plannedElsewhere } },
  ]
}
